package quire.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the record stands, for whoever looks after the installation; nothing of what is in it.
 *
 * @param database what keeps it, such as {@code SQLite}
 * @param place where, without any password
 * @param bytes how large the database is
 * @param free how many bytes are left where it is kept; null where only the server knows
 * @param room how many there are in all; null where only the server knows
 * @param step the step that its tables are at
 * @param backup the latest backup that it was told of; null for none
 */
public record RecordState(
        String database,
        String place,
        long bytes,
        @Nullable Long free,
        @Nullable Long room,
        String step,
        @Nullable Backup backup) {

    /** Below it, whoever looks after the installation is warned. */
    private static final int SCARCE_PER_CENT = 15;

    /**
     * A backup.
     *
     * @param made the moment of the record that it shows
     * @param tried when it was last restored for a trial; null if it never was
     * @param fault what was wrong then, in words; null for nothing
     */
    public record Backup(
            Instant made, @Nullable Instant tried, @Nullable String fault) {}

    /** How much of the room is left, in per cent rounded down; 100 where nobody knows. */
    public int freePerCent() {
        return free == null || room == null || room == 0 ? 100 : (int) Math.floorDiv(free * 100, room);
    }

    /** Whether somebody should make room. */
    public boolean isScarce() {
        return freePerCent() < SCARCE_PER_CENT;
    }
}
