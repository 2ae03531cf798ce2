package quire.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Place;

/**
 * Cleans what comes in: line ends become LF, and characters that neither XML nor a printer knows are left out, with a
 * warning at the answer that held them.
 */
final class Intake {

    private final List<Finding> findings = new ArrayList<>();

    List<Finding> findings() {
        return findings;
    }

    @Nullable
    Object clean(@Nullable Object data, String path) {
        if (data instanceof String text) {
            return text(text, path);
        } else if (data instanceof List<?> list) {
            List<@Nullable Object> cleaned = new ArrayList<>(list.size());
            for (int i = 0; i < list.size(); i++) {
                cleaned.add(clean(list.get(i), path + "[" + i + "]"));
            }
            return cleaned;
        } else if (data instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> cleaned = new LinkedHashMap<>();
            map.forEach((key, value) ->
                    cleaned.put((String) key, clean(value, path.isEmpty() ? (String) key : path + "." + key)));
            return cleaned;
        }
        return data;
    }

    private String text(String text, String path) {
        if (isPrintable(text)) {
            return text;
        }
        int unprintable = (int) text.codePoints().filter(Intake::isUnprintable).count();
        if (unprintable > 0) {
            findings.add(Finding.warning(
                    "answer-cleaned",
                    unprintable == 1
                            ? "1 character that cannot be printed was left out."
                            : unprintable + " characters that cannot be printed were left out.",
                    Place.atPath(printable(path))));
        }
        return printable(text);
    }

    /** The text with LF at the ends of its lines, and nothing that cannot be printed. */
    static String printable(String text) {
        if (isPrintable(text)) {
            return text;
        }
        StringBuilder printable = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(character -> {
            if (isLineEnd(character)) {
                printable.append('\n');
            } else if (!isUnprintable(character)) {
                printable.appendCodePoint(character);
            }
        });
        return printable.toString();
    }

    /** Nearly every text is, and each is looked at whenever a paper is; so this is a plain loop. */
    private static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            if (isLineEnd(character) || isUnprintable(character)) {
                return false;
            }
        }
        return true;
    }

    /** CR, and what word processors paste for a new line: VT, NEL, LINE SEPARATOR, PARAGRAPH SEPARATOR. */
    private static boolean isLineEnd(int character) {
        return character == '\r'
                || character == 0x0B
                || character == 0x85
                || character == 0x2028
                || character == 0x2029;
    }

    /** Controls but tab and line ends, surrogates without a partner, and the two non-characters that XML forbids. */
    private static boolean isUnprintable(int character) {
        return (Character.isISOControl(character) && character != '\t' && character != '\n' && !isLineEnd(character))
                || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE)
                || character == 0xFFFE
                || character == 0xFFFF;
    }
}
