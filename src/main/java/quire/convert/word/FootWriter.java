package quire.convert.word;

/** Writes a note where its mark stands; the page puts it at its foot. Lengths in points. */
final class FootWriter {

    private final Conversion conversion;
    private final Story story;
    private final Html html;

    /** @param story that the mark stands in */
    FootWriter(Conversion conversion, Story story, Html html) {
        this.conversion = conversion;
        this.story = story;
        this.html = html;
    }

    /** The paragraphs are lines of the one around them, which could not hold paragraphs. */
    void write(Notes.Note note) {
        Story foot = Story.note(note, story.page());
        html.open("span", "class", "foot", "id", note.id());
        for (Xml block : note.blocks()) {
            WordParagraph paragraph = WordParagraph.of(block, foot, conversion);
            ParagraphLook look = paragraph.look();
            html.open("span", "class", conversion.looks().named("display:block;" + look.css()));
            InlineReader reader =
                    new InlineReader(conversion, foot, paragraph.run(), look.text(), paragraph.behind(foot));
            new LineWriter(conversion, foot, html, paragraph).write(reader.read(block), "", true);
            html.close("span");
        }
        html.close("span");
    }
}
