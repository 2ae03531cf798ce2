package quire.pdf;

import java.util.function.Supplier;

/**
 * One document among those that are bound into a {@link Volume}.
 *
 * @param key what it is called in links and in what is told of the volume; unique in the volume
 * @param title its bookmark, with the number of its first page, and what it is called to those who hear it read
 * @param level how deep its bookmark stands: 1, or 2 below the last one at 1; 0 for no bookmark
 * @param pages how many pages it has, which the binder holds it to
 * @param origin how far its tags and its content are trusted
 * @param content its file; asked for once, when its turn has come
 */
public record Item(String key, String title, int level, int pages, Origin origin, Supplier<byte[]> content) {

    private static final String LINKS = "https://bound.invalid/";

    /** Where an item comes from. */
    public enum Origin {
        /** {@link PdfMaker} made it: its tags are right, and its links may lead to other items. */
        OWN,
        /** Somebody else made it and tagged it well; its tags are taken over. */
        TAGGED,
        /** Its tags are missing or wrong: each page becomes one figure. */
        UNTAGGED
    }

    /**
     * The address by which an {@link Origin#OWN} item links to the first page of another. It can be followed only within a
     * volume.
     *
     * @param key the other item
     */
    public static String link(String key) {
        return LINKS + key;
    }

    /** The key of the item that an address leads to; empty for any other address. */
    static String linked(String address) {
        return address.startsWith(LINKS) ? address.substring(LINKS.length()) : "";
    }
}
