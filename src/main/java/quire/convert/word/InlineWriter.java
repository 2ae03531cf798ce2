package quire.convert.word;

import java.util.Locale;

/** Writes pieces into a block, with no more elements than their looks need. */
final class InlineWriter {

    private final Conversion conversion;
    private final Html html;
    private final RunLook base;
    private String open = "";
    private String address = "";
    private String title = "";
    private boolean linked;

    /** @param base what the text of the block looks like without further elements */
    InlineWriter(Conversion conversion, Html html, RunLook base) {
        this.conversion = conversion;
        this.html = html;
        this.base = base;
    }

    void linkStart(String newAddress, String newTitle) {
        stop();
        address = newAddress;
        title = newTitle;
    }

    void linkEnd() {
        stop();
        address = "";
    }

    /** Ends what is open, at the end of the block or before something that is no text. */
    void stop() {
        closeSpan();
        if (linked) {
            html.close("a");
            linked = false;
        }
    }

    void words(String words, RunLook look) {
        write(look);
        html.text(words);
    }

    void lineBreak() {
        closeSpan();
        html.open("br");
    }

    void target(String id) {
        stop();
        html.open("span", "id", id).close("span");
    }

    /** An element of one piece whose text the style adds. */
    void counted(String style, String to, RunLook look) {
        closeSpan();
        link();
        html.open("span", "class", classes(declarations(look)));
        // Inside a link the number is part of it; elsewhere it is a link of its own.
        boolean own = !to.isEmpty() && !linked;
        String tag = own ? "a" : "span";
        html.open(tag, "class", style, "href", to).close(tag).close("span");
    }

    /** A note's mark, which leads to it and is led back to. */
    void note(Notes.Note note, RunLook look, boolean link) {
        stop();
        html.open("span", "class", classes(declarations(look)));
        if (link) {
            html.open("a", "id", note.id() + "-mark", "href", "#" + note.id(), "title", "Note " + note.label());
        }
        html.text(note.label());
        html.close(link ? "a" : "span");
        if (link) {
            html.close("span");
        }
    }

    void picture(Piece.Picture picture, String css) {
        closeSpan();
        link();
        String words = picture.description().isEmpty() ? "Decoration" : picture.description();
        html.open("img", "src", picture.key(), "class", conversion.looks().named(css), "alt", words);
    }

    /** Space up to a stop; a reader takes it for a blank. */
    void gap(double width, String leader, RunLook look) {
        double blank = look.width("\u00A0");
        String line =
                switch (leader) {
                    case "dot", "middleDot" -> ";border-bottom:0.5pt dotted #000";
                    case "hyphen" -> ";border-bottom:0.5pt dashed #000";
                    case "underscore", "heavy" -> ";border-bottom:0.5pt solid #000";
                    default -> "";
                };
        closeSpan();
        link();
        html.open(
                "span",
                "class",
                conversion
                        .looks()
                        .named(declarations(look) + "padding-left:" + Lengths.css(Math.max(0, width - blank)) + line));
        html.text("\u00A0").close("span");
    }

    private void write(RunLook look) {
        String declarations = declarations(look);
        String language = language(look);
        String wanted = declarations + language;
        if (!wanted.equals(open) || (!address.isEmpty() && !linked)) {
            closeSpan();
            link();
            if (!wanted.isEmpty()) {
                html.open("span", "class", classes(declarations), "lang", language);
                open = wanted;
            }
        }
    }

    private void link() {
        if (!address.isEmpty() && !linked) {
            html.open("a", "href", address, "title", title);
            linked = true;
        }
    }

    private void closeSpan() {
        if (!open.isEmpty()) {
            html.close("span");
            open = "";
        }
    }

    private String classes(String declarations) {
        return conversion.looks().named(declarations);
    }

    private String declarations(RunLook look) {
        return (look.font().equals(base.font()) ? "" : look.font() + ";") + look.extra();
    }

    /** Only where it is another one: British and American English are spoken by the same voice. */
    private String language(RunLook look) {
        String spoken = look.language();
        boolean other = Settings.isLanguage(spoken)
                && !primary(spoken).equals(primary(conversion.settings().language()));
        return other ? spoken : "";
    }

    private static String primary(String language) {
        int hyphen = language.indexOf('-');
        return (hyphen < 0 ? language : language.substring(0, hyphen)).toLowerCase(Locale.ROOT);
    }
}
