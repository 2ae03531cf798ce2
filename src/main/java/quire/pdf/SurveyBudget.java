package quire.pdf;

/** How much looking one file may cost: what is drawn to keep its reader busy is given up, and the page counts as not known. */
final class SurveyBudget {

    /** Of a whole file: some 10,000 dense pages. */
    private static final long MOST = 60_000_000;

    /** Of one page: a map drawn line by line. */
    private static final long MOST_OF_A_PAGE = 3_000_000;

    private long left = MOST;
    private long leftOfPage;

    /** Thrown through the library where nothing is left. */
    static final class Spent extends RuntimeException {

        Spent() {
            super("Looking at this page would take too long", null, false, false);
        }
    }

    void beginPage() {
        leftOfPage = MOST_OF_A_PAGE;
    }

    /** Takes so many steps; false if there are not that many. */
    boolean spend(int steps) {
        left -= steps;
        return left >= 0;
    }

    /** Takes so many steps in the content of the page. */
    void step(int steps) {
        leftOfPage -= steps;
        if (leftOfPage < 0 || !spend(steps)) {
            throw new Spent();
        }
    }
}
