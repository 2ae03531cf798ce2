package quire.takeaway;

import java.time.LocalDate;

/**
 * A paper that is ready to be taken away.
 *
 * @param document its id
 * @param stage the title of the stage that it belongs to; empty for none
 * @param signed whether all have signed it who sign it
 * @param day on which the last signature was given, or else something was last written
 */
public record FinishedPaper(String document, String title, String stage, boolean signed, LocalDate day) {}
