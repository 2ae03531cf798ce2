package quire.pdf;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Sees to it that every character can be drawn. One that no font draws is printed as its number, ‹U+1F9D1›, so that a
 * reader sees that something is there; nothing is left out without a word.
 */
final class Characters {

    private static final List<String> SPOKEN = List.of("alt", "title", "lang", "href", "id", "name");
    private static final int FIRST_COMBINING = 0x300;
    private static final int FIRST_RARE = 0x250;
    private static final int NAMED = 12;
    private static final int SOFT_HYPHEN = 0xAD;
    private static final int OBJECT = 0xFFFC;
    private static final Pattern ESCAPE = Pattern.compile("\\\\([0-9A-Fa-f]{1,6})\\s?");

    private final Report report;
    private final Set<String> numbered = new LinkedHashSet<>();
    private final Set<String> dropped = new LinkedHashSet<>();
    private boolean rightToLeft;

    private Characters(Report report) {
        this.report = report;
    }

    static void mend(Document page, Report report) {
        Characters characters = new Characters(report);
        page.traverse((NodeVisitor) (node, depth) -> characters.mend(node));
        characters.tell(page);
    }

    private void mend(Node node) {
        if (node instanceof TextNode text) {
            String words = text.getWholeText();
            if (needsCare(words)) {
                text.text(drawable(words));
            }
        } else if (node instanceof DataNode data) {
            // Styles can add text too.
            data.setWholeData(drawable(unescaped(data.getWholeData())));
        } else if (node instanceof Element element) {
            for (String name : SPOKEN) {
                String words = element.attr(name);
                if (needsCare(words)) {
                    element.attr(name, drawable(words));
                }
            }
        }
    }

    /** Latin text without control characters, by far the most common, is left alone at once. */
    private static boolean needsCare(String words) {
        for (int i = 0; i < words.length(); i++) {
            char unit = words.charAt(i);
            if (unit >= FIRST_RARE || unit < ' ' || (unit >= 0x7F && unit < 0xA0)) {
                return true;
            }
        }
        return false;
    }

    /** CSS may write a letter as its number; letters of code stay as they are. */
    private static String unescaped(String css) {
        return ESCAPE.matcher(css).replaceAll(escape -> {
            int codePoint = Integer.parseInt(escape.group(1), 16);
            boolean letter = codePoint >= 0xA0 && codePoint <= Character.MAX_CODE_POINT;
            return letter
                    ? Matcher.quoteReplacement(Character.toString(codePoint))
                    : Matcher.quoteReplacement(escape.group());
        });
    }

    private String drawable(String words) {
        rightToLeft |= TextDirection.isNeededFor(words);
        StringBuilder drawable = new StringBuilder(words.length());
        String composed = composed(words);
        for (int i = 0; i < composed.length(); ) {
            int codePoint = composed.codePointAt(i);
            i += Character.charCount(codePoint);
            append(codePoint, drawable);
        }
        return drawable.toString();
    }

    /** A letter and its accents become one character where there is one: the fonts draw it better. */
    private static String composed(String words) {
        for (int i = 0; i < words.length(); i++) {
            if (words.charAt(i) >= FIRST_COMBINING) {
                return Normalizer.normalize(words, Normalizer.Form.NFC);
            }
        }
        return words;
    }

    private void append(int codePoint, StringBuilder drawable) {
        if (codePoint == '\n' || codePoint == '\t' || codePoint == '\r') {
            drawable.append((char) codePoint);
        } else if (isControl(codePoint)) {
            dropped.add(number(codePoint));
        } else if (isDrawn(codePoint)) {
            drawable.appendCodePoint(codePoint);
        } else if (!isInvisible(codePoint)) {
            numbered.add(number(codePoint));
            drawable.append('‹').append(number(codePoint)).append('›');
        }
    }

    private static boolean isDrawn(int codePoint) {
        if (isInvisible(codePoint)) {
            // Only the joiners and the place to break a word do anything here, and some fonts draw a picture for them.
            return codePoint >= 0x200B
                    && codePoint <= 0x200D
                    && Typefaces.ALL.get(0).typeface().glyph(codePoint) != 0;
        }
        return codePoint != OBJECT && Typefaces.draw(codePoint);
    }

    /** Control characters, and those that would turn the direction of other people's text round. */
    private static boolean isControl(int codePoint) {
        return Character.isISOControl(codePoint)
                || (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    /** Joiners, selectors of variants, marks of order: by their nature there is nothing to see. */
    private static boolean isInvisible(int codePoint) {
        boolean formats = Character.getType(codePoint) == Character.FORMAT
                && codePoint != SOFT_HYPHEN
                && (codePoint < 0x600 || codePoint > 0x8FF);
        return formats
                || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || (codePoint >= 0xE0100 && codePoint <= 0xE01EF)
                || codePoint == 0x034F;
    }

    private static String number(int codePoint) {
        return String.format(Locale.ROOT, "U+%04X", codePoint);
    }

    private void tell(Document page) {
        if (rightToLeft) {
            report.warning(
                    "right-to-left",
                    "Some text runs from right to left. Check on the paper that numbers and brackets inside it stand"
                            + " where they should.",
                    page.body());
        }
        if (!numbered.isEmpty()) {
            report.warning(
                    "missing-glyph",
                    "No font here draws " + list(numbered)
                            + ". Each is printed as its number. Write it in another way.",
                    page.body());
        }
        if (!dropped.isEmpty()) {
            report.warning(
                    "control-character",
                    "The control characters " + list(dropped)
                            + " were left out, because they are not text. Check the words around them.",
                    page.body());
        }
    }

    private static String list(Set<String> numbers) {
        String named = numbers.stream().limit(NAMED).map(Characters::withLetter).collect(Collectors.joining(", "));
        int more = numbers.size() - NAMED;
        return more > 0 ? named + " and " + more + " more characters" : named;
    }

    private static String withLetter(String number) {
        int codePoint = Integer.parseInt(number.substring(2), 16);
        String name = Character.getName(codePoint);
        return name == null ? number : number + " (" + name.toLowerCase(Locale.ROOT) + ")";
    }
}
