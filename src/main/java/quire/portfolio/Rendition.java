package quire.portfolio;

import java.time.Instant;
import java.util.Map;
import quire.core.Digest;
import quire.core.MediaType;
import quire.core.Ordered;

/**
 * The file that was made of a signed record, and is handed out ever after.
 *
 * @param document the paper
 * @param number of its signed record
 * @param type what kind of file it is
 * @param digest of its bytes
 * @param size in bytes
 * @param templates the digests of the layouts that it was made with, by kind
 * @param program the version of the program that made it
 * @param made when
 */
public record Rendition(
        String document,
        int number,
        MediaType type,
        Digest digest,
        long size,
        Map<String, Digest> templates,
        String program,
        Instant made) {

    public Rendition {
        templates = Ordered.copyOf(templates);
    }
}
