package quire.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a text that is one word.
 *
 * @param text the word as it is written
 * @param folded the same in small letters
 * @param start where it begins in the text
 * @param end the place after its end
 */
record Word(String text, String folded, int start, int end) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*");
    private static final Pattern BETWEEN = Pattern.compile("[\\s.,'’ʼ‘\\-‐‑–/&()]{1,4}");

    /** All words of a text, in their order. */
    static List<Word> in(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String word = matcher.group();
            words.add(new Word(word, word.toLowerCase(Locale.ROOT), matcher.start(), matcher.end()));
        }
        return words;
    }

    /** What several words are looked up by. */
    static String key(List<Word> words) {
        return String.join(" ", words.stream().map(Word::folded).toList());
    }

    /** Scripts without cases have no small letters to tell from. */
    boolean isCapital() {
        return !Character.isLowerCase(text.codePointAt(0));
    }

    /** Whether the next word may belong to the same name. */
    boolean joins(Word next, String whole) {
        return BETWEEN.matcher(whole.substring(end, next.start)).matches();
    }
}
