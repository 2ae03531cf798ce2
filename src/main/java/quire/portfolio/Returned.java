package quire.portfolio;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A section that was given back to its owner.
 *
 * @param number its place among the returns of this section, from 1
 * @param reason in the words of whoever gave it back, to be escaped by whoever shows it
 * @param by the id of the person who did
 * @param deputyOf the id of the person they stood in for; null if they acted for themselves
 * @param dealtWith when its owner said that it is complete again; null while it waits for them
 */
public record Returned(
        String section,
        int number,
        String reason,
        String by,
        @Nullable String deputyOf,
        Instant at,
        @Nullable Instant dealtWith) {

    /** Whether its owner has still to deal with it. */
    public boolean isOpen() {
        return dealtWith == null;
    }
}
