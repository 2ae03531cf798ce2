package quire.bundle;

import java.util.Map;
import quire.core.Digest;
import quire.core.Ordered;

/**
 * What a supplement continues.
 *
 * @param bundle the id of the final bundle
 * @param version which version that is
 * @param digest the SHA-256 of its file
 * @param number which of its supplements it is, from 1
 * @param pages the number of the last page before it, in the bundle or the supplement before
 */
public record Continued(String bundle, int version, Digest digest, int number, int pages) {

    Map<String, Object> asJson() {
        return Ordered.of(
                "bundle", bundle, "version", version, "sha256", digest.hex(), "number", number, "after_page", pages);
    }
}
