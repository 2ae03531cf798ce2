package quire.convert.word;

/**
 * A paragraph with all that its style, its list, its table and its own properties make of it.
 *
 * @param element as it was read
 * @param style its id
 * @param look what it looks like
 * @param run what its text starts with
 * @param heading which heading it is, from 1; 0 for none
 * @param list the list that it is an item of; empty for none
 * @param level in that list, from 0
 */
record WordParagraph(
        Xml element, String style, ParagraphLook look, Properties run, int heading, String list, int level) {

    private static final int LEVELS = 9;

    static WordParagraph of(Xml element, Story story, Conversion conversion) {
        WordStyles styles = conversion.styles();
        Properties own = Properties.of(element.child("w:pPr"));
        String style = styles.known(own.value("pStyle"), "paragraph");
        Properties styled = styles.paragraph(style);
        String list = (own.has("numPr/numId") ? own : styled).value("numPr/numId");
        int level = level(own, styled, list, style, conversion.numbering());
        ListLevel counted = conversion.numbering().level(list, level);
        Properties base = story.within().paragraph().over(styles.paragraph());
        Properties properties = own.has("numPr/numId")
                ? own.over(counted.paragraph().over(styled.over(base)))
                : own.over(styled.over(counted.paragraph().over(base)));
        Properties run = styles.run(style).asStyleOver(story.within().run().over(styles.run()));
        String shade = Paint.shade(properties.get("shd"));
        RunLook text = RunLook.of(run, conversion.fonts(), shade.isEmpty() ? story.behind() : shade);
        return new WordParagraph(
                element,
                style,
                new ParagraphLook(properties, text),
                run,
                heading(own, styled, styles.heading(style)),
                counted.isThere() ? list : "",
                level);
    }

    private static int level(Properties own, Properties styled, String list, String style, Numbering numbering) {
        Properties saying = own.has("numPr/ilvl") ? own : styled;
        int level = saying.has("numPr/ilvl") || own.has("numPr/numId")
                ? Lengths.whole(saying.value("numPr/ilvl"), 0)
                : numbering.levelOfStyle(list, style);
        return Math.max(0, Math.min(LEVELS - 1, level));
    }

    private static int heading(Properties own, Properties styled, int named) {
        if (named > 0 && !own.has("outlineLvl")) {
            return named;
        }
        int outline = Lengths.whole((own.has("outlineLvl") ? own : styled).value("outlineLvl"), LEVELS);
        return outline >= 0 && outline < LEVELS ? outline + 1 : 0;
    }

    /** What the mark at its end looks like, which gives an empty paragraph its height and a list its numbers. */
    Properties mark() {
        return Properties.of(element.at("w:pPr", "w:rPr")).over(run);
    }

    /** The colour behind its text; empty for none. */
    String behind(Story story) {
        return look.shade().isEmpty() ? story.behind() : look.shade();
    }
}
