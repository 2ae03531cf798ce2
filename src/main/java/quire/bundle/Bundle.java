package quire.bundle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;

/**
 * A bundle that was made. It never changes; a portfolio that has changed gets a further version.
 *
 * @param id a random id
 * @param portfolio the id of its portfolio
 * @param recipe the id of its recipe
 * @param edition what it was made for
 * @param number which version of that it is, or which supplement of its base, from 1
 * @param title what it is called
 * @param input the digest of all that went into it
 * @param digest of the file
 * @param size of the file in bytes
 * @param pages how many it has
 * @param manifest what is in it: canonical JSON
 * @param made when
 * @param by the id of the person who asked for it
 * @param base what a supplement continues; null for anything else
 */
public record Bundle(
        String id,
        String portfolio,
        String recipe,
        Edition edition,
        int number,
        String title,
        Digest input,
        Digest digest,
        long size,
        int pages,
        String manifest,
        Instant made,
        String by,
        @Nullable Final base) {

    /**
     * The final bundle that a supplement continues.
     *
     * @param id its id
     * @param version which version it is
     */
    public record Final(String id, int version) {}
}
