package quire.bundle;

import java.util.function.Function;
import java.util.function.Supplier;
import quire.pdf.Claims;
import quire.pdf.Item;
import quire.reading.Sheet;

/**
 * Something that stands in a bundle, with its file.
 *
 * @param entry its place in the plan; where it stands is not known yet
 * @param origin how far its tags are trusted
 * @param claims which standards its file keeps
 * @param content its file; empty for a page that is made once the plan is whole
 * @param sheet what of it is read in a browser, once it is known where it stands
 */
record Piece(
        Plan.Entry entry,
        Item.Origin origin,
        Claims claims,
        Supplier<byte[]> content,
        Function<Plan.Entry, Sheet> sheet) {

    /** A page that is made for the bundle once the plan is whole. */
    static Piece made(Plan.Entry entry) {
        return new Piece(entry, Item.Origin.OWN, Claims.PAPER, () -> new byte[0], at -> {
            throw new IllegalStateException("This page is made with the whole plan: " + at.key());
        });
    }

    Piece with(Plan.Entry other) {
        return new Piece(other, origin, claims, content, sheet);
    }

    Piece with(byte[] file) {
        return new Piece(entry, origin, claims, () -> file, sheet);
    }
}
