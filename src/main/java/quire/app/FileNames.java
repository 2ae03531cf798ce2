package quire.app;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes names that every file system takes, and each only once: {@code name.docx}, {@code name-2.docx}. Names that differ
 * only in capitals count as the same, as they do on Windows and macOS.
 */
final class FileNames {

    static final int MAX_LENGTH = 120;

    /** What a path or a wildcard could be made of, and characters that cannot be seen or turn the text round. */
    private static final Pattern UNSAFE = Pattern.compile("[<>:\"/\\\\|?*\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]+");

    private static final Pattern RESERVED =
            Pattern.compile("(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\\..*)?", Pattern.CASE_INSENSITIVE);

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> lastNumber = new HashMap<>();

    /**
     * A name that has not been given before.
     *
     * @param wish what the name should be, without its extension
     * @param extension without the dot
     * @param otherwise the name where nothing of the wish is left
     */
    String unique(String wish, String extension, String otherwise) {
        String stem = safe(wish, MAX_LENGTH - extension.length() - 1);
        stem = stem.isEmpty() ? otherwise : stem;
        String name = stem + "." + extension;
        String family = name.toLowerCase(Locale.ROOT);
        for (int number = lastNumber.getOrDefault(family, 1) + 1; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
            String ending = "-" + number + "." + extension;
            name = cut(stem, MAX_LENGTH - ending.length()) + ending;
            lastNumber.put(family, number);
        }
        return name;
    }

    private static String safe(String wish, int length) {
        String safe = UNSAFE.matcher(Normalizer.normalize(wish, Normalizer.Form.NFC))
                .replaceAll("-")
                .replaceAll("\\s+", " ");
        safe = cut(trimmed(safe), length);
        return RESERVED.matcher(safe).matches() ? "_" + safe : safe;
    }

    /** Windows drops dots and spaces at the end of a name; a dot at its beginning hides the file elsewhere. */
    private static String trimmed(String name) {
        return name.replaceAll("^[. ]+|[. ]+$", "");
    }

    private static String cut(String name, int length) {
        if (name.length() <= length) {
            return name;
        }
        boolean splits =
                Character.isLowSurrogate(name.charAt(length)) && Character.isHighSurrogate(name.charAt(length - 1));
        return trimmed(name.substring(0, splits ? length - 1 : length));
    }
}
