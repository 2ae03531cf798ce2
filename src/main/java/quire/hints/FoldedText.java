package quire.hints;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** A text without capitals and accents, which still knows where each of its letters stood. */
final class FoldedText {

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final String APOSTROPHES = "\u2019\u2018\u02BC\u00B4`";
    private static final String HYPHENS = "\u2010\u2011\u2012\u2013";

    private final String original;
    private final String folded;
    private final int[] places;

    private FoldedText(String original, String folded, int[] places) {
        this.original = original;
        this.folded = folded;
        this.places = places;
    }

    static FoldedText of(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        int[] places = new int[text.length() + 16];
        int at = 0;
        while (at < text.length()) {
            int letter = text.codePointAt(at);
            String plain = folded(letter);
            if (folded.length() + plain.length() >= places.length) {
                places = Arrays.copyOf(places, 2 * places.length + plain.length());
            }
            Arrays.fill(places, folded.length(), folded.length() + plain.length(), at);
            folded.append(plain);
            at += Character.charCount(letter);
        }
        places[folded.length()] = text.length();
        return new FoldedText(text, folded.toString(), places);
    }

    private static String folded(int letter) {
        if (letter < 0x80) {
            return String.valueOf((char) Character.toLowerCase(letter));
        } else if (APOSTROPHES.indexOf(letter) >= 0) {
            return "'";
        } else if (HYPHENS.indexOf(letter) >= 0) {
            return "-";
        }
        String apart = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD);
        // By way of capitals, because some small letters become two there.
        String small = apart.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return MARKS.matcher(small).replaceAll("");
    }

    String text() {
        return folded;
    }

    /** Where that letter of the folded text stood. */
    int place(int at) {
        return places[at];
    }

    /** Whether the letter there was a capital, or is of a script that has none. */
    boolean isCapital(int at) {
        int letter = original.codePointAt(places[at]);
        return !Character.isLowerCase(letter);
    }
}
