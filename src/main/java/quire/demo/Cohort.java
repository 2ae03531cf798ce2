package quire.demo;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import quire.core.Finding;
import quire.core.Problem;
import quire.forms.Forms;
import quire.programme.Programmes;

/**
 * Invented organisations, people and portfolios, as they stand on one day: the front door of this room. Immutable.
 *
 * @param day the day on which they stand so; nothing in them is later
 * @param organisations the host of the programme first
 * @param people everybody with an account
 * @param portfolios in the order of the file
 * @param panels meetings that are planned
 */
public record Cohort(
        LocalDate day,
        List<Organisation> organisations,
        List<Member> people,
        List<SamplePortfolio> portfolios,
        List<PlannedPanel> panels) {

    public Cohort {
        organisations = List.copyOf(organisations);
        people = List.copyOf(people);
        portfolios = List.copyOf(portfolios);
        panels = List.copyOf(panels);
    }

    /**
     * Reads the cohort of a folder of samples.
     *
     * @throws Problem with every finding of every file if any has an error
     */
    public static Cohort load(Path samples, Forms forms, Programmes programmes) {
        CohortFolder folder = new CohortFolder(samples, forms, programmes);
        Cohort cohort = folder.read();
        if (cohort == null || Finding.anyError(folder.findings())) {
            throw Problem.badInput("The cohort in " + samples + " has faults.", folder.findings());
        }
        return cohort;
    }

    /** Everything that is wrong with the cohort of a folder of samples. */
    public static List<Finding> check(Path samples, Forms forms, Programmes programmes) {
        CohortFolder folder = new CohortFolder(samples, forms, programmes);
        folder.read();
        return List.copyOf(folder.findings());
    }
}
