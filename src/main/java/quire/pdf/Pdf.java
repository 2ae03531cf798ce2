package quire.pdf;

import java.util.List;
import quire.core.Finding;

/**
 * A finished PDF.
 *
 * @param bytes the file; not copied, so treat it as read-only
 * @param pages how many pages it has
 * @param findings what a person should know about it: what was mended, left out or could not be drawn
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by digest, never by equals.
public record Pdf(byte[] bytes, int pages, List<Finding> findings) {

    public Pdf {
        findings = List.copyOf(findings);
    }
}
