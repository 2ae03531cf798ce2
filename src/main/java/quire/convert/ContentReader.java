package quire.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import quire.convert.PdfSyntax.Word;

/** Reads what draws a page (ISO 32000-2, 7.8.2), operator by operator. */
final class ContentReader {

    /** No operator has more. */
    private static final int MOST_OPERANDS = 64;

    private static final Set<String> VALUES = Set.of("true", "false", "null", "]", ">>");

    private final byte[] content;
    private final PdfSyntax syntax;

    ContentReader(byte[] content, Work work) {
        this.content = content;
        this.syntax = new PdfSyntax(content, 0, work);
    }

    /** Tells the name of each operator and what stands before it. */
    void each(BiConsumer<String, List<Object>> listener) {
        List<Object> operands = new ArrayList<>();
        for (Object next = syntax.next(); next != PdfSyntax.END; next = syntax.next()) {
            if (next instanceof Word word && !Numbers.isOne(word) && !VALUES.contains(word.text())) {
                listener.accept(word.text(), operands);
                operands.clear();
                if (word.text().equals("ID")) {
                    skipPicture();
                }
            } else if (operands.size() < MOST_OPERANDS) {
                operands.add(next);
            }
        }
    }

    /** The dots of a small picture stand in the middle, and end with {@code EI} among white space. */
    private void skipPicture() {
        int at = syntax.position() + 1;
        int end = Bytes.find(content, "EI", at, content.length);
        while (end >= 0 && !(isSpace(end - 1) && (end + 2 >= content.length || isSpace(end + 2)))) {
            end = Bytes.find(content, "EI", end + 1, content.length);
        }
        syntax.moveTo(end < 0 ? content.length : end + 2);
    }

    private boolean isSpace(int at) {
        int letter = Bytes.one(content, at);
        return letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t' || letter == 0;
    }
}
