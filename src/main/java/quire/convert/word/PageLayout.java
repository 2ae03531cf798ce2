package quire.convert.word;

/**
 * The paper of a section. Lengths in points.
 *
 * @param width of the sheet
 * @param height of the sheet
 * @param top margin
 * @param right margin
 * @param bottom margin
 * @param left margin
 * @param header from the upper edge to the header
 * @param footer from the lower edge to the footer
 * @param counter how its pages are counted, as CSS calls it
 */
record PageLayout(
        double width,
        double height,
        double top,
        double right,
        double bottom,
        double left,
        double header,
        double footer,
        String counter) {

    private static final double A4_WIDTH = 595.3;
    private static final double A4_HEIGHT = 841.9;
    private static final double MARGIN = 72;
    private static final double EDGE = 36;

    /** No smaller than a label, no larger than the widest printer's roll. */
    private static final double SMALLEST = 72;

    private static final double LARGEST = 4_000;

    /** What of a sheet must stay for text, whatever the margins. */
    private static final double LEAST_ROOM = 36;

    static PageLayout of(Xml section) {
        Xml size = section.child("w:pgSz");
        Xml margins = section.child("w:pgMar");
        double width = sheet(size.attribute("w"), A4_WIDTH);
        double height = sheet(size.attribute("h"), A4_HEIGHT);
        double left = margin(margins, "left", MARGIN) + margin(margins, "gutter", 0);
        double right = margin(margins, "right", MARGIN);
        if (left + right > width - LEAST_ROOM) {
            left = right = (width - LEAST_ROOM) / 2;
        }
        return new PageLayout(
                width,
                height,
                Math.min(margin(margins, "top", MARGIN), height / 3),
                right,
                Math.min(margin(margins, "bottom", MARGIN), height / 3),
                left,
                Math.min(margin(margins, "header", EDGE), height / 3),
                Math.min(margin(margins, "footer", EDGE), height / 3),
                counter(section.child("w:pgNumType").attribute("fmt")));
    }

    private static double sheet(String length, double usual) {
        return Math.max(SMALLEST, Math.min(LARGEST, Lengths.points(length, usual)));
    }

    /** Less than nothing means that a header does not push the text away; the distance is the same. */
    private static double margin(Xml margins, String side, double usual) {
        return Math.min(LARGEST, Math.abs(Lengths.points(margins.attribute(side), usual)));
    }

    private static String counter(String format) {
        return switch (format) {
            case "lowerRoman" -> "lower-roman";
            case "upperRoman" -> "upper-roman";
            case "lowerLetter" -> "lower-alpha";
            case "upperLetter" -> "upper-alpha";
            default -> "decimal";
        };
    }

    /** From margin to margin. */
    double column() {
        return width - left - right;
    }

    /** The most that a picture may take, with a line of text beside it. */
    double highest() {
        return Math.max(LEAST_ROOM, (height - top - bottom) * 0.92);
    }
}
