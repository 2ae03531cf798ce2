package quire.store;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;

/** What a place knows of its own backups. */
final class BackupNotes {

    /** Not part of the record: a restored place has no backups yet. */
    static final String TABLE = "backup_made";

    /** A year of one a day and more; only the last ones are of use. */
    private static final int KEPT = 400;

    private BackupNotes() {}

    static void made(Transaction tx, BackupFile file, long bytes) {
        Backup backup = file.manifest().summary();
        tx.sql("insert into backup_made (manifest, made_at, bytes, row_count, file_count, lost_count)"
                        + " values (:manifest, :at, :bytes, :rows, :files, :lost) on conflict (manifest) do nothing")
                .with("manifest", id(file))
                .with("at", backup.madeAt())
                .with("bytes", bytes)
                .with("rows", backup.rows())
                .with("files", backup.files())
                .with("lost", backup.lost().size())
                .run();
        tx.sql("delete from backup_made where made_at < (select made_at from backup_made order by made_at desc"
                        + " limit 1 offset :kept)")
                .with("kept", KEPT)
                .run();
    }

    /** Whether the backup is one of this place's. */
    static boolean tried(Transaction tx, BackupFile file, Instant at, @Nullable String fault) {
        return tx.sql("update backup_made set checked_at = :at, fault = :fault where manifest = :manifest")
                        .with("at", at)
                        .with("fault", fault)
                        .with("manifest", id(file))
                        .run()
                == 1;
    }

    static Optional<LastBackup> last(Transaction tx, String condition) {
        return tx.sql("select * from backup_made where " + condition + " order by made_at desc, manifest limit 1")
                .find(row -> new LastBackup(
                        row.instant("made_at"),
                        row.number("bytes"),
                        row.number("row_count"),
                        row.number("file_count"),
                        row.number("lost_count"),
                        row.findInstant("checked_at").orElse(null),
                        row.findText("fault").orElse(null)));
    }

    private static Digest id(BackupFile file) {
        return Digest.of(file.manifest().text());
    }
}
