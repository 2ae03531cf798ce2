package quire.convert.word;

import java.util.List;

/** A piece of a paragraph, in the order in which it is read. Lengths in points. */
sealed interface Piece {

    /** What a page leaves room for before it knows the number. */
    String ANY_NUMBER = "999";

    /** Words that look the same. */
    record Words(String text, RunLook look) implements Piece {}

    /** A jump to the next stop. */
    record Tab(RunLook look, String aligned) implements Piece {

        /** Whether it leads to the middle or the end of the line, whatever stops there are ({@code w:ptab}). */
        boolean isAbsolute() {
            return aligned.equals("center") || aligned.equals("right");
        }
    }

    /** The end of a line, page or column. */
    record Break(Kind kind) implements Piece {

        enum Kind {
            LINE,
            PAGE,
            COLUMN
        }
    }

    /**
     * A picture on the line.
     *
     * @param key under which the page finds it
     * @param description what it says to those who do not see it; empty for a decoration
     */
    record Picture(String key, String description, double width, double height) implements Piece {}

    /** The number of the page, or of all pages. */
    record PageNumber(boolean ofAll, String format, RunLook look) implements Piece {}

    /** The number of the page on which something stands. */
    record PageOf(String target, RunLook look) implements Piece {}

    /** The mark of a note. */
    record NoteMark(Notes.Note note, RunLook look) implements Piece {}

    /** A place that others lead to. */
    record Target(String id) implements Piece {}

    /** The beginning of a link. */
    record LinkStart(String address, String title) implements Piece {}

    /** The end of a link. */
    record LinkEnd() implements Piece {}

    /** Blocks of their own that are anchored here. */
    record Box(List<Xml> blocks, double width) implements Piece {}

    /** Whether there is something of it on the line. */
    default boolean isVisible() {
        if (this instanceof Words words) {
            return !words.text.isEmpty();
        }
        return this instanceof Picture
                || this instanceof PageNumber
                || this instanceof PageOf
                || this instanceof NoteMark
                || this instanceof Tab
                || (this instanceof Break end && end.kind == Break.Kind.LINE);
    }

    /** How much of the line it takes. */
    default double width() {
        if (this instanceof Words words) {
            return words.look.width(words.text);
        } else if (this instanceof PageNumber number) {
            return number.look.width(ANY_NUMBER);
        } else if (this instanceof PageOf page) {
            return page.look.width(ANY_NUMBER);
        } else if (this instanceof NoteMark mark) {
            return mark.look.width(mark.note.label());
        }
        return this instanceof Picture picture ? picture.width : 0;
    }
}
