package quire.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
                Database database = Database.toRead(place)) {
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
