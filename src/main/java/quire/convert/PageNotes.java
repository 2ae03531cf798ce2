package quire.convert;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/** Takes down what is found on one page. */
final class PageNotes {

    private static final int POINTS_AN_INCH = 72;
    /** Smaller pictures, as a part of the page, are marks and logos; how fine they are matters to nobody. */
    private static final double LARGE = 0.125;

    private static final int QUARTER = 90;

    private final PageBox box;
    private final Set<String> missingFonts = new TreeSet<>();
    private final Set<PageFacts.Fault> faults = EnumSet.noneOf(PageFacts.Fault.class);
    private final int[] letters = new int[4];
    private double covered;
    private double coarsest;
    private double finest;
    private boolean isBlank = true;
    private boolean isKnown = true;

    PageNotes(PageBox box) {
        this.box = box;
    }

    /** @param turn as {@link Matrix#turn()} gives it */
    void letters(int count, int turn) {
        letters[turn / QUARTER] += count;
        isBlank &= count == 0;
    }

    /**
     * A picture of so many dots.
     *
     * @param place which makes a square of the length 1 as large as the picture is on the page
     */
    void picture(double dotsAcross, double dotsDown, Matrix place) {
        isBlank = false;
        double part =
                Math.min(1, Math.abs(place.a() * place.d() - place.b() * place.c()) / (box.width() * box.height()));
        if (part >= LARGE && dotsAcross > 0 && dotsDown > 0) {
            double inch = POINTS_AN_INCH / box.unit();
            double dots = Math.min(dotsAcross / place.width() * inch, dotsDown / place.height() * inch);
            coarsest = coarsest == 0 ? dots : Math.min(coarsest, dots);
            finest = Math.max(finest, dots);
        }
        covered = Math.max(covered, part);
    }

    void drawing() {
        isBlank = false;
    }

    void missingFont(String name) {
        missingFonts.add(name);
    }

    void fault(PageFacts.Fault fault) {
        faults.add(fault);
    }

    /** Some of the page could not be looked at. */
    void unknown() {
        isKnown = false;
    }

    PageFacts facts() {
        int most = 0;
        int all = 0;
        for (int i = 0; i < letters.length; i++) {
            most = letters[i] > letters[most] ? i : most;
            all += letters[i];
        }
        int turn = Math.floorMod(most * QUARTER - box.rotation(), 360);
        return new PageFacts(
                box.seenWidth(),
                box.seenHeight(),
                all,
                turn,
                covered,
                coarsest,
                finest,
                isBlank && isKnown,
                missingFonts,
                faults,
                isKnown);
    }
}
