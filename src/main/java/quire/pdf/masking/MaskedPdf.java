package quire.pdf.masking;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A PDF in which certain words do not stand any more, nowhere: not on its pages, not behind them, and not in bookmarks, notes,
 * links, tags, attachments or metadata, of which it has none.
 *
 * @param bytes the file; not copied, so treat it as read-only
 * @param pages how many it has
 * @param pictured the numbers of the pages, from 1, that became pictures
 * @param unreadable the numbers of the pages on which something is written that no program can read
 * @param removed how many stretches of text were taken out
 * @param texts what its pages say now
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by digest, never by equals.
public record MaskedPdf(
        byte[] bytes,
        int pages,
        SortedSet<Integer> pictured,
        SortedSet<Integer> unreadable,
        int removed,
        List<String> texts) {

    public MaskedPdf {
        pictured = Collections.unmodifiableSortedSet(new TreeSet<>(pictured));
        unreadable = Collections.unmodifiableSortedSet(new TreeSet<>(unreadable));
        texts = List.copyOf(texts);
    }
}
