package quire.bundle;

import java.util.function.Supplier;
import quire.pdf.Claims;
import quire.pdf.Item;

/**
 * Something that stands in a bundle, with its file.
 *
 * @param entry its place in the plan; where it stands is not known yet
 * @param origin how far its tags are trusted
 * @param claims which standards its file keeps
 * @param content its file; empty for a page that is made once the plan is whole
 */
record Piece(Plan.Entry entry, Item.Origin origin, Claims claims, Supplier<byte[]> content) {

    Piece with(Plan.Entry other) {
        return new Piece(other, origin, claims, content);
    }

    Piece with(byte[] file) {
        return new Piece(entry, origin, claims, () -> file);
    }
}
