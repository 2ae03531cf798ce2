package quire.convert.word;

import java.util.List;

/** Reads fields: does what they say where paper can do it, and else shows what they said last. */
final class FieldReader {

    private final Conversion conversion;
    private final Story story;
    private final Links links;
    private final Pieces pieces;

    /** @param pieces where what a field shows goes */
    FieldReader(Conversion conversion, Story story, Links links, Pieces pieces) {
        this.conversion = conversion;
        this.story = story;
        this.links = links;
        this.pieces = pieces;
    }

    private Fields fields() {
        return story.fields();
    }

    /** Goes on with a link that began in an earlier paragraph. */
    void resume() {
        String address = fields().address();
        if (!address.isEmpty()) {
            pieces.add(new Piece.LinkStart(address, ""));
        }
    }

    /** Begins a field whose instruction stands in one place. */
    void begin(String code, RunLook look) {
        fields().begin();
        fields().code(code);
        act(look);
    }

    void end() {
        if (fields().end()) {
            pieces.add(new Piece.LinkEnd());
        }
    }

    /** One of the marks at the beginning, in the middle and at the end of a field. */
    void mark(Xml mark, RunLook look) {
        switch (mark.attribute("fldCharType")) {
            case "begin" -> {
                if (!fields().isHidden()) {
                    pieces.words(FormField.shown(mark.child("w:ffData")), look);
                }
                fields().begin();
            }
            case "separate" -> act(look);
            case "end" -> {
                if (fields().isInCode()) {
                    act(look);
                }
                end();
            }
            default -> {}
        }
    }

    /** Does what the innermost field says; its own result is shown only where we cannot do it better. */
    private void act(RunLook look) {
        boolean hidden = fields().isHiddenAround();
        Instruction instruction = fields().instruction();
        fields().result(hidden || !isDone(instruction, look));
    }

    private boolean isDone(Instruction instruction, RunLook look) {
        switch (instruction.name()) {
            case "PAGE" -> pieces.add(new Piece.PageNumber(false, counter(instruction), look));
            case "NUMPAGES", "SECTIONPAGES" -> pieces.add(new Piece.PageNumber(true, counter(instruction), look));
            case "SYMBOL" -> pieces.words(symbol(instruction), look);
            case "MACROBUTTON", "GOTOBUTTON" -> pieces.words(button(instruction), look);
            case "PAGEREF" -> {
                return isPageReference(instruction.word(), look);
            }
            case "HYPERLINK" -> {
                return link(links.of(instruction));
            }
            case "REF", "NOTEREF" -> {
                return link(instruction.has('h') ? links.inside(instruction.word()) : "");
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean isPageReference(String bookmark, RunLook look) {
        String id = conversion.targets().id(bookmark);
        if (!id.isEmpty()) {
            pieces.add(new Piece.PageOf(id, look));
        }
        return !id.isEmpty();
    }

    /** Makes the result of a field lead somewhere; it is shown all the same. */
    private boolean link(String address) {
        boolean already = !fields().address().isEmpty();
        if (!address.isEmpty() && !already) {
            fields().link(address);
            pieces.add(new Piece.LinkStart(address, ""));
        }
        return false;
    }

    private String counter(Instruction instruction) {
        return switch (instruction.behind('*')) {
            case "roman" -> "lower-roman";
            case "Roman", "ROMAN" -> "upper-roman";
            case "alphabetic" -> "lower-alpha";
            case "Alphabetic", "ALPHABETIC" -> "upper-alpha";
            case "Arabic", "arabic" -> "decimal";
            default -> story.page().counter();
        };
    }

    private static String symbol(Instruction instruction) {
        int letter = Lengths.whole(instruction.word(), 0);
        boolean valid = letter > 0 && letter <= Character.MAX_VALUE;
        return valid ? Symbols.readable(Character.toString(letter), instruction.behind('f')) : "";
    }

    /** What a button says stands behind the name of what it starts. */
    private static String button(Instruction instruction) {
        List<String> words = instruction.words();
        return words.size() < 2 ? "" : String.join(" ", words.subList(1, words.size()));
    }
}
