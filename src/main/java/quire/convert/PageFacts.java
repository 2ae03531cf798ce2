package quire.convert;

import java.util.Set;

/**
 * What was found on one page.
 *
 * @param width of what is seen, as it is seen, in points
 * @param height the same
 * @param letters about how many can be searched for
 * @param turn how far most of them are turned from upright as the page is seen, against the clock, in degrees from 0 to 270
 * @param covered how much of the page its largest picture covers, from 0 to 1
 * @param coarsest the dots an inch of the coarsest large picture; 0 if there is none
 * @param finest the same of the finest
 * @param isBlank whether nothing at all is drawn
 * @param missingFonts what fonts are called that it needs and that are not inside the file
 * @param faults what else keeps the page from being archived
 * @param isKnown whether all of it could be looked at
 */
record PageFacts(
        double width,
        double height,
        int letters,
        int turn,
        double covered,
        double coarsest,
        double finest,
        boolean isBlank,
        Set<String> missingFonts,
        Set<Fault> faults,
        boolean isKnown) {

    /** A stamp or the name of a program may stand on a scanned page; that is not its text. */
    private static final int FEW_LETTERS = 40;

    private static final double HALF = 0.5;

    /** Of a page that nobody looked at. */
    static final PageFacts UNKNOWN = new PageFacts(0, 0, 0, 0, 0, 0, 0, false, Set.of(), Set.of(), false);

    /** What a page cannot have in an archive, whatever is done to it but drawing it anew. */
    enum Fault {
        PRESS_COLOURS,
        OLD_PACKING,
        /** It is drawn in so many steps that whoever draws it is busy for very long. */
        ENDLESS
    }

    PageFacts {
        missingFonts = Set.copyOf(missingFonts);
        faults = Set.copyOf(faults);
    }

    /** Whether it is a picture of a page, as from a scanner. */
    boolean isScan() {
        return letters < FEW_LETTERS && covered >= HALF;
    }

    boolean hasText() {
        return letters > 0 && !isScan();
    }

    /** Whether there is something to see, and nothing to search for. */
    boolean lacksText() {
        return isKnown && !isBlank && !hasText();
    }

    boolean isLandscape() {
        return width > height;
    }
}
