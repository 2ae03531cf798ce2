package quire.portfolio;

import java.util.Map;
import quire.core.Digest;

/**
 * Somebody puts their name to a paper.
 *
 * @param place the {@link SignOff.Place#key key} of the place where they sign
 * @param role the role that they sign in, in the word of the form
 * @param key one that nobody has used for this document: sent again, it signs nothing again
 * @param seen the digest of the snapshot that they had in front of them
 * @param proof how they have shown who they are, such as {@code password}
 * @param templates the digests of the layouts that the paper would be printed with, by kind
 */
public record Sign(String place, String role, String key, Digest seen, String proof, Map<String, Digest> templates) {

    /** The longest key, in characters. */
    public static final int LONGEST_KEY = 100;

    public Sign {
        templates = Map.copyOf(templates);
    }
}
