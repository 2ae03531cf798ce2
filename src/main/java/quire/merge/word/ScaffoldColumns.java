package quire.merge.word;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import quire.merge.Outline.Question;
import quire.merge.Shape;

/** Shares out the width of a table: first what each column cannot do without, then the rest to those with more to say. */
final class ScaffoldColumns {

    /** A bold letter of a heading, and the room beside the words of a cell, in twentieths of a point. */
    private static final int LETTER = 108;

    private static final int PADDING = 240;
    private static final int NARROWEST = 700;

    /** “30 September 2026” in one line. */
    private static final int DATE = 1800;

    private ScaffoldColumns() {}

    /** By what the columns of a list take. */
    static List<Integer> of(List<Question> columns, int width) {
        int[] least = columns.stream().mapToInt(ScaffoldColumns::least).toArray();
        int rest = width - IntStream.of(least).sum();
        if (rest < 0) {
            return byWeight(IntStream.of(least).boxed().toList(), width);
        }
        List<Integer> more =
                byWeight(columns.stream().map(ScaffoldColumns::weight).toList(), rest);
        return IntStream.range(0, least.length)
                .mapToObj(i -> least[i] + more.get(i))
                .toList();
    }

    /** By weight, the rounding going to the last column. */
    static List<Integer> byWeight(List<Integer> weights, int width) {
        int all = weights.stream().mapToInt(Integer::intValue).sum();
        int[] shares = weights.stream().mapToInt(weight -> width * weight / all).toArray();
        shares[shares.length - 1] += width - IntStream.of(shares).sum();
        return IntStream.of(shares).boxed().toList();
    }

    private static int least(Question column) {
        int longest = Arrays.stream(column.label().split("[\\s-]+", -1))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        int label = Math.max(NARROWEST, longest * LETTER + PADDING);
        return column.kind() == Shape.Kind.DATE ? Math.max(DATE, label) : label;
    }

    private static int weight(Question column) {
        return switch (column.kind()) {
            case NUMBER, YESNO, DATE -> 1;
            case PROSE -> 12;
            default -> 6;
        };
    }
}
