package quire.demo;

import java.nio.file.Path;
import java.util.function.Supplier;
import quire.people.People;
import quire.portfolio.Attachments;

/**
 * Lets a cohort into a record by its front doors, everybody doing what they did on the day on which they did it. Do both
 * in a transaction each, so that nobody ever sees a half of it.
 */
public final class Enactment {

    /** What everybody of the cohort signs in with. It is printed at every start of a demo, and so no secret. */
    public static final String PASSWORD = "plum otter violin snowfall";

    private Enactment() {}

    /**
     * Lets the people in, with their employers, roles and accounts, unless somebody is there already.
     *
     * @param samples the folder that the cohort was read from
     */
    public static void people(Cohort cohort, Path samples, People people, Attachments attachments) {
        if (people.organisations().list().isEmpty()) {
            new Arrival(cohort, samples, people, attachments).come(PASSWORD);
        }
    }

    /**
     * Lets the people, who are there by now, live through their years, unless there are portfolios already.
     *
     * @param read reads the whole cohort, if it is needed
     * @param samples the folder that it is read from
     * @throws quire.core.Problem if the thread is interrupted meanwhile
     */
    public static void years(Supplier<Cohort> read, Path samples, Doors doors) {
        if (doors.portfolios().list().isEmpty()) {
            Cohort cohort = read.get();
            World world = new World(cohort, samples, doors, Cast.of(cohort, doors.people()));
            Diary diary = new Diary(cohort.morning());
            cohort.portfolios().forEach(portfolio -> new PortfolioStory(world, portfolio).tell(diary));
            diary.live();
        }
    }
}
