package quire.convert;

/** Sizes of paper that printers here have, or that readers know, in millimetres. */
enum PaperSize {
    A4("A4", 210, 297),
    A3("A3", 297, 420),
    LETTER("US letter", 215.9, 279.4),
    OTHER("other sizes", 0, 0);

    static final double POINTS_A_MILLIMETRE = 72 / 25.4;

    /** What programs round away, and printers do not keep anyway. */
    private static final double TOLERANCE = 2;

    private final String words;
    private final double shorter;
    private final double longer;

    PaperSize(String words, double shorter, double longer) {
        this.words = words;
        this.shorter = shorter;
        this.longer = longer;
    }

    String words() {
        return words;
    }

    /** Whichever way round the paper lies. */
    static PaperSize of(PageFacts page) {
        double across = page.width() / POINTS_A_MILLIMETRE;
        double down = page.height() / POINTS_A_MILLIMETRE;
        for (PaperSize size : values()) {
            boolean fits = Math.abs(Math.min(across, down) - size.shorter) <= TOLERANCE
                    && Math.abs(Math.max(across, down) - size.longer) <= TOLERANCE;
            if (fits) {
                return size;
            }
        }
        return OTHER;
    }
}
