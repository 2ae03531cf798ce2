package quire.convert.word;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the body of a document, section by section, and the notes behind it. Used once. Lengths in points. */
final class BodyWriter {

    private final Conversion conversion;
    private final String main;
    private final Margins margins;
    private final Fields fields = new Fields();
    private final Html html = new Html();
    private @Nullable PageLayout open;
    private int names;

    /** @param main the part with the body */
    BodyWriter(Conversion conversion, String main) {
        this.conversion = conversion;
        this.main = main;
        margins = new Margins(conversion, main);
    }

    Html write(Xml body) {
        for (Section section : Section.of(body)) {
            section(section);
        }
        notes();
        if (open != null) {
            html.close("div");
        }
        return html;
    }

    private void section(Section section) {
        PageLayout page = PageLayout.of(section.properties());
        boolean fresh = margins.take(section);
        tellLosses(section);
        if (open == null || fresh || !section.isContinuous() || !page.equals(open)) {
            begin(section, page);
        }
        int columns = section.columns();
        double width = (page.column() - section.columnGap() * (columns - 1)) / columns;
        if (columns > 1) {
            String css = "column-count:" + columns + ";column-gap:" + Lengths.css(section.columnGap());
            html.open("div", "class", conversion.looks().named(css));
            // Without a width of its own, what stands in a column is laid out as narrow as its longest word.
            html.open("div", "class", conversion.looks().named("width:" + Lengths.css(width)));
        }
        Story story = Story.body(main, page, Math.max(width, 1), fields);
        new BlockWriter(conversion, story, html).write(section.blocks());
        if (columns > 1) {
            html.close("div").close("div");
        }
    }

    /** Begins pages of their own. Their width is said, because a page takes it from the first of them otherwise. */
    private void begin(Section section, PageLayout page) {
        boolean isFirst = open == null;
        String name = "s" + ++names;
        String css = "page:" + name + ";width:" + Lengths.css(page.column());
        if (!isFirst) {
            html.close("div");
            css += ";" + section.newPage() + (section.countsAnew() ? ";-fs-page-sequence:start" : "");
        }
        html.open("div", "class", conversion.looks().named(css));
        margins.write(section, name, page, isFirst, html);
        open = page;
    }

    private void tellLosses(Section section) {
        conversion.losses().at(main, Xml.NONE);
        if (section.properties().child("w:pgBorders").isThere()) {
            conversion.losses().note("page-border", "The lines around whole pages are not printed.");
        }
        if (section.properties().child("w:lnNumType").isThere()) {
            conversion.losses().note("line-number", "The numbers of lines beside the text are not printed.");
        }
    }

    private void notes() {
        List<Notes.Note> notes = conversion.notes().take();
        if (notes.isEmpty() || open == null) {
            return;
        }
        html.open("div", "class", "notes");
        while (!notes.isEmpty()) {
            for (Notes.Note note : notes) {
                html.open("div", "id", note.id());
                new BlockWriter(conversion, Story.note(note, open), html).write(note.blocks());
                html.close("div");
            }
            notes = conversion.notes().take();
        }
        html.close("div");
    }
}
