package quire.demo;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import quire.core.Finding;
import quire.core.Problem;
import quire.forms.Forms;
import quire.programme.Programmes;

/**
 * Invented organisations, people and portfolios, as they stand on one day: the front door of this room. Immutable.
 *
 * @param day the day on which they stand so; nothing in them is later
 * @param since the day from which people have been what they are; nothing in them is earlier
 * @param organisations the host of the programme first
 * @param people everybody with an account
 * @param portfolios in the order of the file
 * @param panels meetings that are planned
 * @param introductions those whom somebody new should look through the eyes of
 */
public record Cohort(
        LocalDate day,
        LocalDate since,
        List<Employer> organisations,
        List<Member> people,
        List<SamplePortfolio> portfolios,
        List<PlannedPanel> panels,
        List<Introduction> introductions) {

    /** Where these people live: what their days mean. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    /**
     * Somebody to begin with.
     *
     * @param as what they are, in a few words
     */
    public record Introduction(Member person, String as) {}

    public Cohort {
        organisations = List.copyOf(organisations);
        people = List.copyOf(people);
        portfolios = List.copyOf(portfolios);
        panels = List.copyOf(panels);
        introductions = List.copyOf(introductions);
    }

    /**
     * Reads the cohort of a folder of samples.
     *
     * @throws Problem with every finding of every file if any has an error
     */
    public static Cohort load(Path samples, Forms forms, Programmes programmes) {
        CohortFolder folder = new CohortFolder(samples, true);
        return folder.orThrow(folder.read(forms, programmes));
    }

    /**
     * As {@link #load}, of files that were held against forms and programmes before, and that nobody has changed since.
     *
     * @throws Problem if one of them cannot be read at all
     */
    public static Cohort loadAgain(Path samples, Forms forms, Programmes programmes) {
        CohortFolder folder = new CohortFolder(samples, false);
        return folder.orThrow(folder.read(forms, programmes));
    }

    /**
     * The people of a cohort and nothing of their years.
     *
     * @param checks whether the file is held against its rules; not if that was done before
     * @throws Problem with every finding if there is an error
     */
    public static Cohort people(Path samples, boolean checks) {
        CohortFolder folder = new CohortFolder(samples, checks);
        return folder.orThrow(folder.people());
    }

    /** The morning on which everything stands as the cohort says; what it did lies before. */
    public Instant morning() {
        return day.atTime(MORNING).atZone(ZONE).toInstant();
    }

    /** Everything that is wrong with the cohort of a folder of samples. */
    public static List<Finding> check(Path samples, Forms forms, Programmes programmes) {
        CohortFolder folder = new CohortFolder(samples, true);
        folder.read(forms, programmes);
        return folder.findings();
    }
}
