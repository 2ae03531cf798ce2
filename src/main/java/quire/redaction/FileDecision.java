package quire.redaction;

import java.time.Instant;
import quire.core.Digest;

/**
 * What somebody has decided about a file that people put into a portfolio.
 *
 * @param file the id of the file
 * @param digest of its content, which they have looked at
 * @param shows whether coded bundles hold it; otherwise it is left out
 * @param by the id of the person
 * @param at when
 */
public record FileDecision(String file, Digest digest, boolean shows, String by, Instant at) {}
