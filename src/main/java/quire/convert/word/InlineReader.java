package quire.convert.word;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what stands on the lines of a paragraph, as pieces. Used once. */
final class InlineReader {

    private static final Set<String> NOTES = Set.of("w:footnoteReference", "w:endnoteReference");

    /** Tabs and ends of lines have elements of their own; in text they are blanks. */
    private static final Pattern BLANKS = Pattern.compile("[\\t\\r\\n]");

    private static final Pattern PRIVATE = Pattern.compile("[\uF000-\uF0FF]");

    /** What stands in runs and says nothing on paper. */
    private static final Set<String> SILENT = Set.of(
            "w:rPr",
            "w:pPr",
            "w:separator",
            "w:continuationSeparator",
            "w:annotationRef",
            "w:delText",
            "w:delInstrText",
            "w:subDoc");

    private final Conversion conversion;
    private final Story story;
    private final Properties base;
    private final RunLook look;
    private final String behind;
    private final Links links;
    private final FieldReader fields;
    private final Pieces pieces = new Pieces();

    /**
     * A reader for one paragraph.
     *
     * @param base what its text starts with
     * @param look what that looks like
     * @param behind the colour behind it; empty for none
     */
    InlineReader(Conversion conversion, Story story, Properties base, RunLook look, String behind) {
        this.conversion = conversion;
        this.story = story;
        this.base = base;
        this.look = look;
        this.behind = behind;
        links = new Links(conversion, story);
        fields = new FieldReader(conversion, story, links, pieces);
    }

    List<Piece> read(Xml paragraph) {
        fields.resume();
        paragraph.children().forEach(this::element);
        return pieces.list();
    }

    private void element(Xml element) {
        switch (element.name()) {
            case "w:r" -> run(element);
            case "w:hyperlink" -> hyperlink(element);
            case "w:fldSimple" -> simpleField(element);
            case "w:bookmarkStart" -> target(element.attribute("name"));
            case "m:oMath", "m:oMathPara" -> equation(element);
            default -> {}
        }
    }

    private void run(Xml run) {
        Xml own = run.child("w:rPr");
        Properties properties = properties(own);
        if (properties.flag("vanish")) {
            hide(run);
            return;
        }
        RunLook runLook = own.isThere() ? RunLook.of(properties, conversion.fonts(), behind) : look;
        String font = conversion.fonts().name(properties);
        boolean marked = NOTES.stream().anyMatch(name -> hasOwnMark(run.child(name)));
        for (Xml content : run.children()) {
            // The mark is written with the note.
            if (!marked || !content.is("w:t")) {
                content(content, runLook, font, run);
            }
        }
    }

    private static boolean hasOwnMark(Xml reference) {
        String follows = reference.attribute("customMarkFollows");
        return follows.equals("1") || follows.equals("true") || follows.equals("on");
    }

    /** What its style and its own properties make of a run. */
    private Properties properties(Xml own) {
        if (!own.isThere()) {
            return base;
        }
        String style = own.child("w:rStyle").value();
        Properties styled =
                style.isEmpty() ? base : conversion.styles().run(style).asStyleOver(base);
        return Properties.of(own).over(styled);
    }

    private void hide(Xml run) {
        for (Xml content : run.children()) {
            if (content.is("w:fldChar") || content.is("w:instrText")) {
                content(content, look, "", run);
            } else if (content.is("w:t")
                    && !content.text().isBlank()
                    && !story.fields().isHidden()) {
                conversion.losses().note("hidden-text", "Text that is hidden in Word is not printed.");
            }
        }
    }

    private void content(Xml content, RunLook runLook, String font, Xml run) {
        switch (content.name()) {
            case "w:fldChar" -> fields.mark(content, runLook);
            case "w:instrText" -> story.fields().code(content.text());
            default -> {
                if (!story.fields().isHidden() && !SILENT.contains(content.name())) {
                    shown(content, runLook, font, run);
                }
            }
        }
    }

    private void shown(Xml content, RunLook runLook, String font, Xml run) {
        switch (content.name()) {
            case "w:t" -> text(content, runLook, font);
            case "w:tab" -> pieces.add(new Piece.Tab(runLook, ""));
            case "w:ptab" -> pieces.add(new Piece.Tab(runLook, content.attribute("alignment")));
            case "w:br" -> pieces.add(new Piece.Break(kind(content.attribute("type"))));
            case "w:cr" -> pieces.add(new Piece.Break(Piece.Break.Kind.LINE));
            case "w:noBreakHyphen" -> pieces.words("\u2011", runLook);
            case "w:softHyphen" -> pieces.words("\u00AD", runLook);
            case "w:sym" -> symbol(content, runLook);
            case "w:pgNum" ->
                pieces.add(new Piece.PageNumber(false, story.page().counter(), runLook));
            case "w:footnoteReference", "w:endnoteReference" -> note(content, runLook, run);
            case "w:footnoteRef", "w:endnoteRef" -> noteNumber(runLook);
            case "w:commentReference" ->
                conversion.losses().note("comment", "A comment beside the text is not printed.");
            case "w:ruby" -> ruby(content);
            case "w:drawing", "w:pict", "w:object", "w:control", "w:contentPart" ->
                new Drawings(conversion, story, runLook, pieces).read(content);
            default -> conversion.losses().warning("unknown-content", unknown(content));
        }
    }

    private void text(Xml content, RunLook runLook, String font) {
        String text = content.text();
        String kept = content.attribute("xml:space").equals("preserve") ? text : text.strip();
        String line = BLANKS.matcher(kept).replaceAll(" ");
        boolean symbols = Fonts.isSymbols(font) || PRIVATE.matcher(line).find();
        pieces.words(symbols ? Symbols.readable(line, font) : line, runLook);
    }

    private static String unknown(Xml content) {
        return "Something that this program does not know (" + content.name() + ") is left out.";
    }

    private static Piece.Break.Kind kind(String type) {
        return switch (type) {
            case "page" -> Piece.Break.Kind.PAGE;
            case "column" -> Piece.Break.Kind.COLUMN;
            default -> Piece.Break.Kind.LINE;
        };
    }

    private void symbol(Xml symbol, RunLook runLook) {
        String font = symbol.attribute("font");
        try {
            int letter = Integer.parseInt(symbol.attribute("char"), 16);
            boolean pictures = Fonts.isSymbols(font);
            if (pictures && !Symbols.isKnown(letter, font)) {
                conversion.losses().warning("symbol", "A symbol of the font " + font + " is printed as a bullet.");
            }
            pieces.words(Symbols.readable(Character.toString(letter), font), runLook);
        } catch (IllegalArgumentException e) {
            conversion.losses().warning("symbol", "A symbol without a number is left out.");
        }
    }

    /** Small text over other text, which tells how that is spoken. */
    private void ruby(Xml ruby) {
        ruby.child("w:rubyBase").children().forEach(this::element);
        pieces.words(" (", look);
        ruby.child("w:rt").children().forEach(this::element);
        pieces.words(")", look);
    }

    private void note(Xml reference, RunLook runLook, Xml run) {
        if (story.note() != null) {
            // Word allows no note in a note; one that named itself would never end.
            conversion.losses().warning("note", "A note inside another note is not printed.");
            return;
        }
        String mark = hasOwnMark(reference) ? mark(run) : "";
        Notes.Note note = conversion.notes().note(reference, mark);
        if (note != null) {
            pieces.add(new Piece.NoteMark(note, runLook));
        }
    }

    /** The number before the text of a note, which leads back to its mark. */
    private void noteNumber(RunLook runLook) {
        Notes.Note note = story.note();
        if (note != null) {
            pieces.add(new Piece.LinkStart("#" + note.id() + "-mark", "Back to the text"));
            pieces.words(note.label(), runLook);
            pieces.add(new Piece.LinkEnd());
        }
    }

    private static String mark(Xml run) {
        String words = run.child("w:t").text();
        return words.isBlank() ? "*" : words.strip();
    }

    private void target(String name) {
        String id = story.margin() ? "" : conversion.targets().place(name);
        if (!id.isEmpty()) {
            pieces.add(new Piece.Target(id));
        }
    }

    private void equation(Xml equation) {
        if (!story.fields().isHidden()) {
            pieces.words(Equations.flat(equation), look);
            conversion
                    .losses()
                    .warning(
                            "equation", "A formula is printed on one line as text. Check that it still says the same.");
        }
    }

    private void hyperlink(Xml link) {
        String address = links.of(link);
        boolean linked = !address.isEmpty() && story.fields().address().isEmpty();
        if (linked) {
            pieces.add(new Piece.LinkStart(address, link.attribute("tooltip")));
        }
        link.children().forEach(this::element);
        if (linked) {
            pieces.add(new Piece.LinkEnd());
        }
    }

    private void simpleField(Xml field) {
        fields.begin(field.attribute("instr"), look);
        field.children().forEach(this::element);
        fields.end();
    }
}
