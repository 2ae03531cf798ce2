package quire.convert.word;

import org.jspecify.annotations.Nullable;

/** The paragraphs that stand directly before and after one; null where there is none. */
record Neighbours(@Nullable WordParagraph before, @Nullable WordParagraph after) {

    /**
     * The space above a paragraph, in points. Word adds the spaces of neighbours up where a page takes the larger, so a
     * paragraph that wants some takes over its neighbour's.
     */
    double above(WordParagraph paragraph) {
        boolean close = before != null && isClose(paragraph, before);
        double own = close ? 0 : paragraph.look().before();
        double theirs =
                before == null || isClose(before, paragraph) ? 0 : before.look().after();
        return own > 0 ? own + theirs : 0;
    }

    /** The space below a paragraph, in points. */
    double below(WordParagraph paragraph) {
        return after != null && isClose(paragraph, after) ? 0 : paragraph.look().after();
    }

    private static boolean isClose(WordParagraph paragraph, WordParagraph neighbour) {
        return paragraph.look().isClose() && paragraph.style().equals(neighbour.style());
    }

    boolean shareFrameAbove(WordParagraph paragraph) {
        return before != null && paragraph.look().sharesFrame(before.look());
    }

    boolean shareFrameBelow(WordParagraph paragraph) {
        return after != null && paragraph.look().sharesFrame(after.look());
    }
}
