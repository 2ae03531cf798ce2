package quire.web.paper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What became of a text, word by word. What stayed and what is new make the later text exactly.
 *
 * @param pieces in order
 */
record WordChanges(List<Piece> pieces) {

    /** Beyond this many comparisons the middle of a text counts as written anew. */
    private static final int MOST = 4_000_000;

    /** A word and the space after it. */
    private static final Pattern WORD = Pattern.compile("\\S+\\s*|\\s+");

    /** What became of some words. */
    enum Fate {
        STAYED,
        GONE,
        NEW
    }

    /** Words with the same fate. */
    record Piece(Fate fate, String text) {}

    WordChanges {
        pieces = List.copyOf(pieces);
    }

    static WordChanges between(String before, String after) {
        List<String> was = words(before);
        List<String> is = words(after);
        int shorter = Math.min(was.size(), is.size());
        int start = 0;
        while (start < shorter && same(was.get(start), is.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && same(was.get(was.size() - 1 - end), is.get(is.size() - 1 - end))) {
            end++;
        }
        Builder changes = new Builder();
        is.subList(0, start).forEach(word -> changes.add(Fate.STAYED, word));
        middle(was.subList(start, was.size() - end), is.subList(start, is.size() - end), changes);
        is.subList(is.size() - end, is.size()).forEach(word -> changes.add(Fate.STAYED, word));
        return new WordChanges(changes.done());
    }

    /** How many words were taken out. */
    int gone() {
        return count(Fate.GONE);
    }

    /** How many words were added. */
    int added() {
        return count(Fate.NEW);
    }

    private int count(Fate fate) {
        return pieces.stream()
                .filter(piece -> piece.fate() == fate && !piece.text().isBlank())
                .mapToInt(piece -> words(piece.text().strip()).size())
                .sum();
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private static boolean same(String word, String other) {
        return word.strip().equals(other.strip());
    }

    /** The longest words that both have in common, in their order, stayed. */
    private static void middle(List<String> was, List<String> is, Builder changes) {
        if ((long) was.size() * is.size() > MOST) {
            was.forEach(word -> changes.add(Fate.GONE, word));
            is.forEach(word -> changes.add(Fate.NEW, word));
            return;
        }
        int[][] common = common(was, is);
        int i = 0;
        int j = 0;
        while (i < was.size() || j < is.size()) {
            if (i < was.size() && j < is.size() && same(was.get(i), is.get(j))) {
                changes.add(Fate.STAYED, is.get(j));
                i++;
                j++;
            } else if (j >= is.size() || (i < was.size() && common[i + 1][j] >= common[i][j + 1])) {
                changes.add(Fate.GONE, was.get(i++));
            } else {
                changes.add(Fate.NEW, is.get(j++));
            }
        }
    }

    /** How many words the rests of both texts have in common, from each place on. */
    private static int[][] common(List<String> was, List<String> is) {
        int[][] common = new int[was.size() + 1][is.size() + 1];
        for (int i = was.size() - 1; i >= 0; i--) {
            for (int j = is.size() - 1; j >= 0; j--) {
                common[i][j] = same(was.get(i), is.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    /** Puts words with the same fate together. */
    private static final class Builder {
        private final List<Piece> pieces = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private Fate fate = Fate.STAYED;
        private char last = ' ';

        void add(Fate next, String word) {
            if (next != fate) {
                flush();
                fate = next;
                // The last word of a text has no space after it that a word taken out could stand behind.
                boolean touches = !Character.isWhitespace(last);
                text.append(next == Fate.GONE && touches ? " " : "");
            }
            last = word.charAt(word.length() - 1);
            text.append(word);
        }

        private void flush() {
            if (!text.isEmpty()) {
                pieces.add(new Piece(fate, text.toString()));
                text.setLength(0);
            }
        }

        List<Piece> done() {
            flush();
            return Collections.unmodifiableList(pieces);
        }
    }
}
