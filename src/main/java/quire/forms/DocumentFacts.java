package quire.forms;

import java.time.LocalDate;

/**
 * What a template may know of a document besides its answers.
 *
 * @param number which of a series it is, from 1; 0 where that is not known
 * @param draft whether it is a draft still
 * @param made the day on which the paper is made
 */
public record DocumentFacts(int number, boolean draft, LocalDate made) {

    /** A draft outside any series. */
    public static DocumentFacts draft(LocalDate made) {
        return new DocumentFacts(0, true, made);
    }
}
