package quire.convert.word;

import org.jspecify.annotations.Nullable;

/**
 * Where blocks stand: in the body, a cell, a box, a note, a header or footer.
 *
 * @param part of the file, whose relationships they use
 * @param page that they are printed on
 * @param width that they may take, in points
 * @param margin whether they are repeated on every page, where nothing can be a heading or a link
 * @param note that they are the text of; null for none
 * @param behind the colour behind them; empty for none
 * @param within what the table around them gives them
 * @param tables how many tables are around them
 * @param boxes how many text boxes are around them
 * @param fields those that have begun and not ended
 */
record Story(
        String part,
        PageLayout page,
        double width,
        boolean margin,
        Notes.@Nullable Note note,
        String behind,
        TableStyle.Look within,
        int tables,
        int boxes,
        Fields fields) {

    static Story body(String part, PageLayout page, double width, Fields fields) {
        return new Story(part, page, width, false, null, "", TableStyle.Look.NONE, 0, 0, fields);
    }

    /** A header or footer. */
    static Story margin(String part, PageLayout page) {
        return new Story(part, page, page.column(), true, null, "", TableStyle.Look.NONE, 0, 0, new Fields());
    }

    static Story note(Notes.Note note, PageLayout page) {
        return new Story(note.part(), page, page.column(), false, note, "", TableStyle.Look.NONE, 0, 0, new Fields());
    }

    /** A cell of a table that stands here. */
    Story cell(double newWidth, TableStyle.Look look, String shade) {
        String newBehind = shade.isEmpty() ? behind : shade;
        return new Story(part, page, newWidth, margin, note, newBehind, look, tables + 1, boxes, fields);
    }

    /** A text box that is anchored here. */
    Story box(double newWidth) {
        return new Story(part, page, newWidth, margin, note, "", TableStyle.Look.NONE, tables, boxes + 1, new Fields());
    }
}
