package quire.pdf;

/**
 * Which standards a file says that it keeps. A file that claims too much is a false one, so a volume claims what all of its
 * items keep.
 *
 * @param archivalPart the part of PDF/A, such as 3; 0 for none
 * @param archivalLevel its level: A for tagged, B for the looks alone, U for the looks and the text
 * @param accessible whether it keeps PDF/UA-1
 */
public record Claims(int archivalPart, String archivalLevel, boolean accessible) {

    /** What every paper keeps that {@link PdfMaker} makes: PDF/A-2a and PDF/UA-1. */
    public static final Claims PAPER = new Claims(2, "A", true);

    /** What a volume keeps whose items all do, with files attached to it: PDF/A-3a and PDF/UA-1. */
    public static final Claims VOLUME = new Claims(3, "A", true);

    /** Nothing but PDF. */
    public static final Claims NONE = new Claims(0, "", false);

    boolean isArchival() {
        return archivalPart > 0;
    }
}
