package quire.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A backup that was made of a place.
 *
 * @param madeAt the moment of the record that it shows
 * @param bytes how large the file is
 * @param rows of all tables
 * @param files that the rows name
 * @param lost how many files were missing or damaged already when it was made
 * @param checkedAt when it was last restored for a trial; null if it never was
 * @param fault what was wrong then, in words; null if nothing was
 */
public record LastBackup(
        Instant madeAt,
        long bytes,
        long rows,
        long files,
        long lost,
        @Nullable Instant checkedAt,
        @Nullable String fault) {

    /** Whether it was restored for a trial and found good. */
    public boolean isProven() {
        return checkedAt != null && fault == null;
    }
}
