package quire.programme;

import org.jspecify.annotations.Nullable;

/**
 * A part of the year.
 *
 * @param id unique in the programme
 * @param title what people call it
 * @param from when it begins
 * @param until when it ends
 * @param handIn when its papers go to somebody to be read; null if they do not
 * @param source where it comes from
 */
public record Stage(
        String id,
        String title,
        DueRule from,
        DueRule until,
        @Nullable HandIn handIn,
        String source) {

    /**
     * The handing in of a stage's papers.
     *
     * @param due when
     * @param to the role that reads them
     * @param feedbackWithin how soon feedback comes back; null where nobody has promised
     */
    public record HandIn(DueRule due, String to, @Nullable Span feedbackWithin) {}
}
