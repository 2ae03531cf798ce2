package quire.portfolio;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;

/**
 * A person's statement over a frozen snapshot. It is never changed or deleted.
 *
 * @param id a random id
 * @param document what was signed
 * @param number its place among all signatures of the document, from 1
 * @param place the {@link SignOff.Place#key key} of the place where it stands
 * @param step the number of the step
 * @param role the role that the person signed in, in the word of the form
 * @param by the id of the person
 * @param deputyOf the id of the person they stood in for; null if they signed for themselves
 * @param name as they were called then, and whom they stood in for: what is printed
 * @param at when
 * @param proof how they had shown who they are, such as {@code password}
 * @param digest of the snapshot
 * @param superseded when what it stands for was changed; null while it stands
 */
public record Signature(
        String id,
        String document,
        int number,
        String place,
        int step,
        String role,
        String by,
        @Nullable String deputyOf,
        String name,
        Instant at,
        String proof,
        Digest digest,
        @Nullable Instant superseded) {

    /** Whether it still stands for what the paper says. */
    public boolean stands() {
        return superseded == null;
    }
}
