package quire.convert.word;

import java.util.ArrayDeque;
import java.util.Deque;

/** The fields that have begun and not yet ended, one inside the other. They may go on over several paragraphs. */
final class Fields {

    /** More than anybody nests. */
    private static final int DEEPEST = 50;

    private final Deque<Field> open = new ArrayDeque<>();

    private static final class Field {
        private final StringBuilder code = new StringBuilder();
        private boolean inCode = true;
        private boolean hidden;
        private String address = "";
    }

    void begin() {
        if (open.size() < DEEPEST) {
            open.push(new Field());
        }
    }

    void code(String more) {
        if (!open.isEmpty() && open.getFirst().inCode) {
            open.getFirst().code.append(more);
        }
    }

    /** What the innermost field is told to do, now that all of it was read. */
    Instruction instruction() {
        return Instruction.parse(open.isEmpty() ? "" : open.getFirst().code.toString());
    }

    /** Whether the innermost field has no result of its own yet. */
    boolean isInCode() {
        return !open.isEmpty() && open.getFirst().inCode;
    }

    /** Goes on to the result of the innermost field, which is shown as it stands, or not. */
    void result(boolean shown) {
        if (!open.isEmpty()) {
            open.getFirst().inCode = false;
            open.getFirst().hidden = !shown;
        }
    }

    /** The result of the innermost field leads somewhere. */
    void link(String address) {
        if (!open.isEmpty()) {
            open.getFirst().address = address;
        }
    }

    /** Ends the innermost field; true if its result was a link. */
    boolean end() {
        return !open.isEmpty() && !open.pop().address.isEmpty();
    }

    /** Whether what comes now is part of an instruction, or of a result that we make ourselves. */
    boolean isHidden() {
        return open.stream().anyMatch(field -> field.inCode || field.hidden);
    }

    /** Whether that holds already without the innermost field. */
    boolean isHiddenAround() {
        return open.stream().skip(1).anyMatch(field -> field.inCode || field.hidden);
    }

    /** Where what comes now leads to; empty for nowhere. */
    String address() {
        return open.stream()
                .map(field -> field.address)
                .filter(address -> !address.isEmpty())
                .findFirst()
                .orElse("");
    }
}
