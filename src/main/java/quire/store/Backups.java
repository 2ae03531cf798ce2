package quire.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quire.core.Problem;

/**
 * Copies of a whole record, each in one file: the rows of every table and the files that they name, as they were at one
 * moment. A backup says nothing of the database it was made on, so it can be restored on either.
 */
public final class Backups {

    private Backups() {}

    /** Told how far the work has come: as it begins, after every so many rows and after every file. */
    @FunctionalInterface
    public interface Watcher {
        void seen(long rows, long files);
    }

    /**
     * Makes a backup, also while a server works on the record; it need not stop.
     *
     * @param file does not exist yet; it is there when it is whole, and nothing is there before
     * @throws Problem if there is such a file, no room for it, or the record cannot be read or is damaged
     */
    public static Backup write(RecordPlace place, Path file, Instant now, Watcher watcher) {
        try (HalfFile half = HalfFile.beside(file);
                Database database = Database.asItIs(place)) {
            Backup backup = new BackupWriter(database, half, watcher).write(now);
            half.finish();
            return backup;
        }
    }

    /**
     * Restores a backup into an empty place and checks it there: every row, every file, every reference. If it fails or is
     * stopped, the place holds no record.
     *
     * @throws Problem if the place holds anything, the file is damaged, or it was made by a newer version of Quire
     */
    public static Backup restore(Path file, RecordPlace place, Watcher watcher) {
        return restore(file, place, watcher, List.of());
    }

    /**
     * Lets a place know of a backup that was made of it.
     *
     * @param file the backup
     * @throws Problem if the place cannot be written; the backup is good all the same
     */
    public static void noteMade(RecordPlace place, Path file) {
        noted(place, tx -> {
            try (BackupFile backup = BackupFile.open(file)) {
                BackupNotes.made(tx, backup, Files.size(file));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot look at " + file, e);
            }
            return true;
        });
    }

    /**
     * Lets a place know how a trial of one of its backups ended.
     *
     * @param file the backup, which is whole enough to be known again
     * @param fault what was wrong, in words; null if nothing was
     * @return whether the place knows this backup as one of its own
     * @throws Problem if the place cannot be written
     */
    public static boolean noteTried(RecordPlace place, Path file, Instant at, @Nullable String fault) {
        return noted(place, tx -> {
            try (BackupFile backup = BackupFile.open(file)) {
                return BackupNotes.tried(tx, backup, at, fault);
            }
        });
    }

    /** The latest backup of a record that its place was told of. */
    public static Optional<LastBackup> last(Database database) {
        return database.read(tx -> BackupNotes.last(tx, "1 = 1"));
    }

    /** The latest backup that was restored for a trial and found good. */
    public static Optional<LastBackup> lastProven(Database database) {
        return database.read(tx -> BackupNotes.last(tx, "checked_at is not null and fault is null"));
    }

    private static boolean noted(RecordPlace place, Function<Transaction, Boolean> note) {
        try (Database database = Database.beside(place)) {
            return database.write(note);
        }
    }

    /** The same with steps of a test's own. */
    static Backup restore(Path file, RecordPlace place, Watcher watcher, List<String> extra) {
        try (BackupFile backup = BackupFile.open(file);
                Restoring target = Restoring.into(place)) {
            Manifest manifest = backup.manifest();
            if (extra.isEmpty() && manifest.step().compareTo(Steps.newest()) > 0) {
                throw backup.newer();
            }
            try (Database database = target.open(new Schema.Target(manifest.step(), extra, List.of()))) {
                new Restore(backup, database, watcher).run(new Schema.Target(null, extra, List.of()));
            }
            target.finish();
            return manifest.summary();
        }
    }
}
