package quire.portfolio;

import java.time.Instant;

/**
 * A section that others saved since somebody last read it.
 *
 * @param portfolio the portfolio of the document
 * @param document the document
 * @param section the section
 * @param read the revision that they had in front of them then; 0 if they have never read the section. What the document
 *     said then: {@link Documents#answersAt}
 * @param saved the latest revision in which others changed the section
 * @param at when that was
 */
public record Unread(String portfolio, String document, String section, int read, int saved, Instant at) {

    /** Whether they have never read it at all. */
    public boolean isNew() {
        return read == 0;
    }
}
