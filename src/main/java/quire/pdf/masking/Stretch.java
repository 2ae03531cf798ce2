package quire.pdf.masking;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a page's text that stands on one line.
 *
 * @param words what one reads there
 * @param line where it lies
 * @param masked whether it takes the place of something else, and so is seen
 */
record Stretch(String words, Line line, boolean masked) {

    /**
     * The stretches of a page, what must not be there already replaced. Of what is replaced over several lines, all but the first
     * are empty.
     */
    static List<Stretch> of(PageWords words, List<Mask> masks) {
        List<Stretch> stretches = new ArrayList<>();
        int at = 0;
        for (Mask mask : masks) {
            plain(words, at, mask.start(), stretches);
            masked(words, mask, stretches);
            at = mask.end();
        }
        plain(words, at, words.text().length(), stretches);
        return stretches;
    }

    private static void plain(PageWords words, int start, int end, List<Stretch> to) {
        int from = start;
        while (from < end) {
            int stop = words.text().indexOf('\n', from);
            int until = stop < 0 || stop > end ? end : stop;
            for (Line line : lines(words.glyphs(from, until))) {
                to.add(new Stretch(words.text().substring(from, until), line, false));
                break;
            }
            from = until + 1;
        }
    }

    private static void masked(PageWords words, Mask mask, List<Stretch> to) {
        String instead = mask.instead();
        for (Line line : lines(words.glyphs(mask.start(), mask.end()))) {
            to.add(new Stretch(instead, line, true));
            instead = "";
        }
    }

    private static List<Line> lines(List<TextPosition> glyphs) {
        List<Line> lines = new ArrayList<>();
        TextPosition first = null;
        TextPosition last = null;
        for (TextPosition glyph : glyphs) {
            if (first == null || !Line.of(first, first).goesOn(glyph)) {
                add(first, last, lines);
                first = glyph;
            }
            last = glyph;
        }
        add(first, last, lines);
        return lines;
    }

    private static void add(@Nullable TextPosition first, @Nullable TextPosition last, List<Line> to) {
        if (first != null && last != null) {
            to.add(Line.of(first, last));
        }
    }
}
