package quire.people;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/** Lines that somebody typed into a form about a person or an organisation, and what is wrong with them. */
final class Typed {

    private final List<Finding> findings = new ArrayList<>();

    /** A line that must be there. */
    String required(String field, String label, @Nullable String typed, int longest) {
        String line = line(field, label, typed, longest);
        if (line.isEmpty()) {
            wrong(field, "empty", "Enter the " + label + ".");
        }
        return line;
    }

    /** A line that may be left empty. */
    String line(String field, String label, @Nullable String typed, int longest) {
        return checked(field, label, typed == null ? "" : normal(typed), longest, false);
    }

    /** Several lines. */
    String lines(String field, String label, @Nullable String typed, int longest) {
        String text = typed == null ? "" : normal(typed.replace("\r\n", "\n").replace('\r', '\n'));
        return checked(field, label, text, longest, true);
    }

    void wrong(String field, String code, String message) {
        findings.add(Finding.error(code, message, Place.atPath(field)));
    }

    /** What was wrong so far. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** @throws Problem if anything was wrong */
    void refuse(String message) {
        if (!findings.isEmpty()) {
            throw findings.size() == 1 ? Problem.badInput(findings.get(0)) : Problem.badInput(message, findings);
        }
    }

    /** The same letters however the keyboard composed them, without spaces around. */
    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    private String checked(String field, String label, String text, int longest, boolean breaks) {
        if (text.codePoints().anyMatch(point -> isUnfit(point) && !(breaks && point == '\n'))) {
            wrong(
                    field,
                    "characters",
                    "The " + label + " must not contain line breaks or characters that cannot be seen.");
        } else if (text.codePointCount(0, text.length()) > longest) {
            wrong(field, "too-long", "The " + label + " must be " + longest + " characters or fewer.");
        }
        return text;
    }

    /** What would break a line, a header or a file, or turn the direction of the text around it. */
    private static boolean isUnfit(int point) {
        boolean turns = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
        return turns
                || switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.UNASSIGNED -> true;
                    default -> false;
                };
    }
}
