package quire.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the tables of a font are as long as those of honest ones. A few bytes of them may stand for thousands of millions of
 * letters, which the library writes down one by one.
 */
final class FontTables {

    /** All letters that a font with two bytes for each can have, several times over. */
    private static final long MOST_LETTERS = 500_000;

    private static final long LARGEST_MAP = 4_000_000;
    private static final COSName WIDTHS = COSName.W;
    private static final COSName HEIGHTS = COSName.getPDFName("W2");
    private static final Pattern RANGES = Pattern.compile("beginbfrange(.*?)(endbfrange|$)", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("<([^<>]*)>|\\[[^\\]]*\\]");

    private FontTables() {}

    /** @param font a dictionary that may be a font, or a part of one */
    static boolean areBearable(COSDictionary font) {
        return letters(font, WIDTHS, 3) <= MOST_LETTERS
                && letters(font, HEIGHTS, 5) <= MOST_LETTERS
                && isBearable(font, COSName.TO_UNICODE)
                && isBearable(font, COSName.ENCODING);
    }

    /**
     * For how many letters a table says how large they are (ISO 32000-2, 9.7.4.3).
     *
     * @param most how many numbers stand together that say it for all letters from one to another
     */
    private static long letters(COSDictionary font, COSName key, int most) {
        if (!(font.getDictionaryObject(key) instanceof COSArray table)) {
            return 0;
        }
        long letters = 0;
        int at = 0;
        while (at + 1 < table.size()) {
            if (table.getObject(at + 1) instanceof COSArray sizes) {
                letters += sizes.size();
                at += 2;
            } else if (table.getObject(at) instanceof COSNumber first
                    && table.getObject(at + 1) instanceof COSNumber last) {
                letters += Math.max(0, last.longValue() - first.longValue() + 1);
                at += most;
            } else {
                at++;
            }
        }
        return letters;
    }

    /** Whether a table of what letters mean (ISO 32000-2, 9.10.3) is not too long. */
    private static boolean isBearable(COSDictionary font, COSName key) {
        if (!(font.getDictionaryObject(key) instanceof COSStream map)) {
            return true;
        } else if (Inflation.unpacked(map, LARGEST_MAP) > LARGEST_MAP) {
            return false;
        }
        try (InputStream content = map.createInputStream()) {
            return letters(new String(content.readAllBytes(), StandardCharsets.ISO_8859_1)) <= MOST_LETTERS;
        } catch (IOException | RuntimeException damaged) {
            return true; // nobody else can read it either
        }
    }

    private static long letters(String map) {
        long letters = 0;
        Matcher ranges = RANGES.matcher(map.replaceAll("%[^\r\n]*", ""));
        while (ranges.find()) {
            Matcher code = CODE.matcher(ranges.group(1));
            while (code.find()) {
                long first = number(code.group(1));
                long last = code.find() ? number(code.group(1)) : 0;
                letters += Math.max(0, last - first) + 1;
                if (!code.find()) {
                    break;
                }
            }
        }
        return letters;
    }

    /** The last four bytes of a code, which is all that the library looks at. */
    private static long number(@Nullable String code) {
        String digits = code == null ? "" : code.replaceAll("[^0-9A-Fa-f]", "");
        String last = digits.substring(Math.max(0, digits.length() - 8));
        return last.isEmpty() ? 0 : Long.parseLong(last, 16);
    }
}
