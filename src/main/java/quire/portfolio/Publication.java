package quire.portfolio;

import java.time.Instant;
import quire.core.Digest;

/**
 * A version that was published. It never changes.
 *
 * @param form the id of the form, or of the programme
 * @param version its number
 * @param digest of its canonical JSON
 * @param note what was said of it when it was published; empty for nothing
 * @param at when
 * @param by the id of the person who published it, or the program itself
 */
public record Publication(String form, int version, Digest digest, String note, Instant at, String by) {}
