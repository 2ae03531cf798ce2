package quire.forms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import quire.merge.Value;

/**
 * How wide the columns of a table are to be, judged by what stands in them: no word of a date is parted from the others,
 * and long texts get more room than short ones, though not in proportion.
 */
final class ColumnWidths {

    /** From so many columns on a table is printed narrowly: short dates, a word for yes and no. */
    static final int WIDE = 6;

    /** Beyond this a text runs over several lines whatever its width. */
    private static final int LONG = 240;

    private static final int LONGEST_WORD = 24;
    private static final int BOXES = "☑ Yes  ☐ No".length() + 4;
    private static final int YES = "Yes".length();
    private static final int SHORT_DATE = "14/03/2026".length();
    private static final int PADDING = 2;

    private final RepeatField repeat;
    private final List<Value> entries;

    private ColumnWidths(RepeatField repeat, List<Value> entries) {
        this.repeat = repeat;
        this.entries = entries;
    }

    /** The widths of the fields of a repeat in per cent; where it has fixed rows, their names have what is left. */
    static List<Integer> of(RepeatField repeat, List<Value> entries) {
        return new ColumnWidths(repeat, entries).shares();
    }

    static boolean isWide(RepeatField repeat) {
        return repeat.items().size() + (repeat.hasFixedRows() ? 1 : 0) >= WIDE;
    }

    private List<Integer> shares() {
        List<Double> wanted = new ArrayList<>();
        repeat.items().forEach(field -> wanted.add(wanted(field)));
        double all = wanted.stream().mapToDouble(Double::doubleValue).sum();
        double whole = repeat.hasFixedRows() ? all + wanted(texts("row"), 0) : all;
        return wanted.stream().map(width -> (int) (100 * width / whole)).toList();
    }

    private double wanted(Field field) {
        List<String> texts = texts(field.id());
        return Math.max(wanted(texts, unbroken(field, texts)), wanted(List.of(field.label()), 0));
    }

    /** The characters that have to stand in one line. */
    private int unbroken(Field field, List<String> texts) {
        return switch (field.type()) {
            case YESNO -> isWide(repeat) ? YES : BOXES;
            case DATE -> isWide(repeat) ? SHORT_DATE : longest(texts);
            default -> 0;
        };
    }

    private static double wanted(List<String> texts, int unbroken) {
        if (unbroken > 0) {
            return unbroken + PADDING;
        }
        int word = Math.min(
                LONGEST_WORD,
                longest(texts.stream().flatMap(ColumnWidths::words).toList()));
        int more = Math.min(LONG, longest(texts)) - word;
        return word + PADDING + 3 * Math.sqrt(Math.max(0, more));
    }

    private List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Value entry : entries) {
            Value value = entry.member(key);
            texts.add(value == null ? "" : value.text());
        }
        return texts;
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split("[\\s/@-]+", -1));
    }

    private static int longest(List<String> texts) {
        return texts.stream().mapToInt(Words::characters).max().orElse(0);
    }
}
