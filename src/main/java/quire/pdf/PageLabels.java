package quire.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.jspecify.annotations.Nullable;

/** What readers' programs call the pages of a file (ISO 32000-1, 12.4.2). */
final class PageLabels {

    private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
    private static final int LONGEST_PREFIX = 40;
    private static final int HIGHEST_ROMAN = 4_000;

    private PageLabels() {}

    /** The label of each page. */
    static List<String> of(SourceFile source, int pages) {
        TreeMap<Integer, COSDictionary> ranges = new TreeMap<>();
        NameTree.walk(source.part("PageLabels"), COSName.NUMS, (key, value) -> {
            if (key instanceof COSNumber from && value instanceof COSDictionary range) {
                ranges.putIfAbsent(from.intValue(), range);
            }
        });
        List<String> labels = new ArrayList<>(pages);
        for (int i = 0; i < pages; i++) {
            Map.Entry<Integer, COSDictionary> range = ranges.floorEntry(i);
            labels.add(range == null ? String.valueOf(i + 1) : label(range.getValue(), i - range.getKey()));
        }
        return labels;
    }

    private static String label(COSDictionary range, int place) {
        String prefix = range.getString(COSName.P, "");
        String begin = prefix.substring(0, Math.min(prefix.length(), LONGEST_PREFIX));
        return begin + number(range.getNameAsString(COSName.S), range.getInt(COSName.ST, 1) + place);
    }

    private static String number(@Nullable String style, int number) {
        return switch (style == null ? "" : style) {
            case "D" -> String.valueOf(number);
            case "r" -> roman(number);
            case "R" -> roman(number).toUpperCase(Locale.ROOT);
            case "a" -> letters(number);
            case "A" -> letters(number).toUpperCase(Locale.ROOT);
            default -> "";
        };
    }

    private static String roman(int number) {
        if (number < 1 || number >= HIGHEST_ROMAN) {
            return String.valueOf(number);
        }
        StringBuilder roman = new StringBuilder();
        int rest = number;
        for (int i = 0; i < VALUES.length; i++) {
            while (rest >= VALUES[i]) {
                roman.append(ROMAN[i]);
                rest -= VALUES[i];
            }
        }
        return roman.toString();
    }

    /** a to z, then aa to zz. */
    private static String letters(int number) {
        if (number < 1) {
            return String.valueOf(number);
        }
        String letter = String.valueOf((char) ('a' + (number - 1) % 26));
        return letter.repeat(Math.min(LONGEST_PREFIX, (number - 1) / 26 + 1));
    }
}
