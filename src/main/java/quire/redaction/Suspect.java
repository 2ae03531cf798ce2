package quire.redaction;

import java.util.Locale;
import quire.hints.Hint;

/**
 * Words that may identify somebody, found where nothing in the record says who that is.
 *
 * @param kind what they look like: the word of a {@link Hint.Kind}
 * @param text the words, letter for letter
 * @param before what stands in front of them, cut to a few words
 * @param after what stands behind them
 */
public record Suspect(String kind, String text, String before, String after) {

    private static final int AROUND = 60;

    static Suspect of(Hint hint, String text) {
        int from = wordEdge(text, Math.max(0, hint.start() - AROUND), hint.start());
        int to = wordEnd(text, hint.end(), Math.min(text.length(), hint.end() + AROUND));
        String before = text.substring(from, hint.start());
        String after = text.substring(hint.end(), to);
        return new Suspect(
                HintWords.word(hint.kind()),
                hint.in(text),
                (from > 0 ? "… " : "") + plain(before),
                plain(after) + (to < text.length() ? " …" : ""));
    }

    /** To be read behind “This looks like”. */
    public String looksLike() {
        return Hint.Kind.valueOf(kind.toUpperCase(Locale.ROOT)).words();
    }

    /** Not in the middle of a word, nor of a character. */
    private static int wordEdge(String text, int from, int end) {
        if (from == 0) {
            return 0;
        }
        int edge = text.indexOf(' ', from);
        return edge < 0 || edge >= end ? end : edge + 1;
    }

    private static int wordEnd(String text, int start, int to) {
        if (to == text.length()) {
            return to;
        }
        int edge = text.lastIndexOf(' ', to);
        return edge < start ? start : edge;
    }

    private static String plain(String words) {
        return words.replaceAll("\\s+", " ");
    }
}
