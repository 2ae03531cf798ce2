package quire.bundle;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names of files and folders that every system takes and that sort as they are numbered: letters of any script stay, and
 * nothing in them is a path, a device or an ending.
 */
final class PackNames {

    /** Letters of one name; the folders and the file together stay below what Windows takes. */
    private static final int LONGEST = 100;

    /** File systems count bytes: those of a name may have 255. */
    private static final int MOST_BYTES = 200;

    /** Letters that nobody sees, or that turn others around; the two that join letters are needed in some scripts. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}&&[^\u200C\u200D]]");

    /** What systems do not take is left out, or, where it parts words, a dash. */
    private static final Pattern PARTING = Pattern.compile("\\s*:\\s+");

    private static final Pattern JOINING = Pattern.compile("[\\\\/:|]+");
    private static final Pattern FORBIDDEN = Pattern.compile("[*?\"<>]+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern AT_THE_END = Pattern.compile("[. ]+$");

    private final int digits;

    /** @param many how many there will be */
    PackNames(int many) {
        this.digits = Math.max(2, String.valueOf(many).length());
    }

    /** A folder: {@code 02 Part 1}. A number in front makes a name none of those that mean devices. */
    String folder(int number, String title) {
        return named(number, title, "");
    }

    /** A file: {@code 07 Direct observation 1 (pages 31–36).docx}. */
    String file(int number, Contents.Line line, String ending) {
        return named(number, line.title(), " (" + pages(line) + ")." + ending);
    }

    /** {@code page 7}, {@code pages 31–36}. */
    static String pages(Contents.Line line) {
        return line.pages() == 1 ? "page " + line.firstPage() : "pages " + line.firstPage() + "–" + line.lastPage();
    }

    private String named(int number, String title, String end) {
        String begin = numbered(number) + " ";
        String plain = plain(title);
        String cut = AT_THE_END.matcher(cut(plain, begin + end)).replaceAll("");
        return AT_THE_END.matcher(begin + cut).replaceAll("") + end;
    }

    String numbered(int number) {
        return String.format(Locale.ROOT, "%0" + digits + "d", number);
    }

    private static String plain(String title) {
        String spaced = SPACE.matcher(title).replaceAll(" ");
        String seen = UNSEEN.matcher(Normalizer.normalize(spaced, Normalizer.Form.NFC))
                .replaceAll("");
        String joined = JOINING.matcher(PARTING.matcher(seen).replaceAll(" – ")).replaceAll("-");
        return FORBIDDEN.matcher(joined).replaceAll("").strip();
    }

    /** As much of it as there is room for, and no half letters. */
    private static String cut(String title, String beside) {
        int letters = beside.length();
        int bytes = beside.getBytes(StandardCharsets.UTF_8).length;
        StringBuilder kept = new StringBuilder();
        for (int letter : title.codePoints().toArray()) {
            String text = Character.toString(letter);
            letters += text.length();
            bytes += text.getBytes(StandardCharsets.UTF_8).length;
            if (letters > LONGEST || bytes > MOST_BYTES) {
                break;
            }
            kept.append(text);
        }
        return kept.toString();
    }
}
