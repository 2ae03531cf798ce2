package quire.convert;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names that files come with: cleaned for showing and for saving, never used as a path. What a person typed stays as far
 * as it is harmless, marks of HTML and templates included; whoever shows a name escapes it.
 */
public final class FileNames {

    /** The most letters of a name; file systems take 255 bytes. */
    private static final int LONGEST = 150;

    private static final int MOST_BYTES = 240;
    private static final int LONGEST_ENDING = 10;

    /** Letters that nobody sees, or that turn the others around; the two that join letters are needed in some scripts. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}&&[^\u200C\u200D]]");

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    /** Dots that hide a file, the letter of a drive, and what Windows drops from the end of a name. */
    private static final Pattern AROUND = Pattern.compile("^([. ]|[A-Za-z]:)+|[. ]+$");

    private static final Pattern KNOWN_ENDING = Pattern.compile("(?i)\\.(pdf|docx|jpe?g|jpe|jfif|png)$");
    /** Names that mean devices on Windows, whatever they end with. */
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9\u00B9\u00B2\u00B3])(\\..*|\\s*)?");

    private static final Set<String> JPEG_ENDINGS = Set.of(".jpg", ".jpeg", ".jpe", ".jfif");
    private static final String UNESCAPED = "!#$&+-.^_`|~";

    private FileNames() {}

    /**
     * What to call a file from now on: without folders, tricks and endings that are not true.
     *
     * @param asSent whatever the sender called it
     * @param kind what it is, by its content
     */
    public static String clean(String asSent, FileKind kind) {
        String name = plain(asSent);
        String ending = ending(name);
        boolean trueEnding =
                ending.equals("." + kind.extension()) || (kind == FileKind.JPEG && JPEG_ENDINGS.contains(ending));
        String stem = trimmed(name.substring(0, name.length() - ending.length()));
        String last = trueEnding ? name.substring(name.length() - ending.length()) : "." + kind.extension();
        return cut(stem.isEmpty() ? kind.noun() : stem, last);
    }

    /**
     * The header {@code Content-Disposition} for a file that is to be saved, never shown (RFC 6266): the name in plain letters
     * for old programs, and in full for the others.
     *
     * @param name any name at all
     */
    public static String disposition(String name) {
        String plain = trimmed(plain(name).replaceAll("[:*?\"<>|]", "_"));
        String safe = plain.isEmpty() ? "file" : DEVICE.matcher(plain).matches() ? "_" + plain : plain;
        int dot = safe.lastIndexOf('.');
        int stem = dot > 0 && safe.length() - dot <= LONGEST_ENDING ? dot : safe.length();
        String cut = cut(safe.substring(0, stem), safe.substring(stem));
        return "attachment; filename=\"" + cut.replaceAll("[^A-Za-z0-9._ ()-]", "_") + "\"; filename*=UTF-8''"
                + escaped(cut);
    }

    /** The name without folders and without letters that are not seen. */
    private static String plain(String name) {
        String seen = UNSEEN.matcher(SPACE.matcher(name).replaceAll(" ")).replaceAll("");
        String composed = Normalizer.normalize(seen, Normalizer.Form.NFC);
        String last = composed.substring(Math.max(composed.lastIndexOf('/'), composed.lastIndexOf('\\')) + 1);
        return SPACE.matcher(last).replaceAll(" ").strip();
    }

    /** The ending of one of our kinds, in small letters; empty if it has another one or none. */
    static String ending(String name) {
        var found = KNOWN_ENDING.matcher(name);
        return found.find() ? found.group().toLowerCase(Locale.ROOT) : "";
    }

    private static String trimmed(String name) {
        return AROUND.matcher(name).replaceAll("");
    }

    private static String cut(String stem, String ending) {
        StringBuilder kept = new StringBuilder();
        int bytes = ending.getBytes(StandardCharsets.UTF_8).length;
        for (int letter : stem.codePoints().toArray()) {
            bytes += Character.toString(letter).getBytes(StandardCharsets.UTF_8).length;
            if (kept.length() + ending.length() >= LONGEST - 1 || bytes > MOST_BYTES) {
                break;
            }
            kept.appendCodePoint(letter);
        }
        return trimmed(kept.toString()) + ending;
    }

    private static String escaped(String name) {
        StringBuilder escaped = new StringBuilder();
        for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (one >= '0' && one <= '9')
                    || (one >= 'A' && one <= 'Z')
                    || (one >= 'a' && one <= 'z')
                    || UNESCAPED.indexOf(one) >= 0;
            escaped.append(plain ? String.valueOf((char) one) : "%%%02X".formatted(one));
        }
        return escaped.toString();
    }
}
