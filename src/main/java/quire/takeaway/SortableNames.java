package quire.takeaway;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of files that sort as the papers of a year do and that every file system takes: letters, digits, points and dashes of
 * ASCII, at the most 120, and none twice, also not in other capitals.
 */
final class SortableNames {

    static final int LONGEST = 120;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9.]+");
    private static final Pattern AROUND = Pattern.compile("^[-.]+|[-.]+$");
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])([._-].*)?");

    /** Letters that are none of the plain ones with something on top. */
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("ß", "ss"),
            Map.entry("æ", "ae"),
            Map.entry("Æ", "Ae"),
            Map.entry("œ", "oe"),
            Map.entry("Œ", "Oe"),
            Map.entry("ø", "o"),
            Map.entry("Ø", "O"),
            Map.entry("ł", "l"),
            Map.entry("Ł", "L"),
            Map.entry("đ", "d"),
            Map.entry("Đ", "D"),
            Map.entry("ð", "d"),
            Map.entry("Ð", "D"),
            Map.entry("þ", "th"),
            Map.entry("Þ", "Th"),
            Map.entry("ı", "i"),
            Map.entry("’", ""),
            Map.entry("'", ""),
            Map.entry("&", " and "));

    private final Set<String> taken = new HashSet<>();

    /** Some words with nothing in them but letters, digits, points and dashes; what is no letter of ours is left out. */
    static String plain(String words) {
        StringBuilder letters = new StringBuilder();
        words.codePoints()
                .mapToObj(Character::toString)
                .forEach(letter -> letters.append(LETTERS.getOrDefault(letter, letter)));
        String bare = MARKS.matcher(Normalizer.normalize(letters, Normalizer.Form.NFKD))
                .replaceAll("");
        return AROUND.matcher(OTHERS.matcher(bare).replaceAll("-")).replaceAll("");
    }

    /** The last word of somebody's name. */
    static String surname(String name) {
        String[] words = name.strip().split("\\s+", -1);
        return plain(words[words.length - 1]);
    }

    /**
     * A name that was not given before.
     *
     * @param stem of {@link #plain} words with {@code _} between them
     * @param ending without its point
     */
    String unique(String stem, String ending) {
        String safe = DEVICE.matcher(stem).matches() ? "_" + stem : stem;
        String name = cut(safe, "." + ending);
        for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
            name = cut(safe, "-" + number + "." + ending);
        }
        return name;
    }

    private static String cut(String stem, String ending) {
        String whole = stem.isEmpty() ? "paper" : stem;
        return AROUND.matcher(whole.substring(0, Math.min(whole.length(), LONGEST - ending.length())))
                        .replaceAll("")
                + ending;
    }
}
