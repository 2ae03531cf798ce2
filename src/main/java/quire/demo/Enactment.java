package quire.demo;

import java.nio.file.Path;

/**
 * Lets a cohort into a record by its front doors, everybody doing what they did on the day on which they did it. Call both
 * in a transaction each, so that nobody ever sees a half of it.
 */
public final class Enactment {

    /** What everybody of the cohort signs in with. It is printed at every start of a demo, and so no secret. */
    public static final String PASSWORD = "plum otter violin snowfall";

    private final Cohort cohort;
    private final Path samples;
    private final Doors doors;

    /** @param samples the folder that the cohort was read from */
    public Enactment(Cohort cohort, Path samples, Doors doors) {
        this.cohort = cohort;
        this.samples = samples;
        this.doors = doors;
    }

    /** Lets the people in, unless somebody is there already. */
    public void people() {
        if (doors.people().organisations().list().isEmpty()) {
            new Arrival(cohort, samples, doors).come(PASSWORD);
        }
    }

    /** Lets the people, who are there by now, live through their years, unless there are portfolios already. */
    public void years() {
        if (doors.portfolios().list().isEmpty()) {
            World world = new World(cohort, samples, doors, Cast.of(cohort, doors.people()));
            Diary diary = new Diary(cohort.morning());
            cohort.portfolios().forEach(portfolio -> new PortfolioStory(world, portfolio).tell(diary));
            diary.live();
        }
    }
}
