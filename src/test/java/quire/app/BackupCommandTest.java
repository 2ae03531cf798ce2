package quire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.core.Digest;
import quire.store.Backups;
import quire.store.Database;
import quire.store.RecordFolder;
import quire.trail.Entry;
import quire.trail.Sought;
import quire.trail.Trail;

class BackupCommandTest {

    @TempDir
    private Path folder;

    private Path data;
    private Path file;
    private long rows;

    @BeforeEach
    void fill() {
        data = folder.resolve("data");
        file = folder.resolve("monday.quire");
        rows = rowsOfAnEmptyRecord() + 1;
        try (Database database = Database.open(data)) {
            byte[] content = "evidence".getBytes(StandardCharsets.UTF_8);
            Digest evidence = database.blobs()
                    .take(new ByteArrayInputStream(content), 100)
                    .digest();
            database.run(tx -> tx.sql("insert into form_version values (:digest, 'f', 1, '{}', :at)")
                    .with("digest", evidence)
                    .with("at", Instant.EPOCH)
                    .run());
        }
    }

    @Test
    void backsUpWhileAServerRunsAndRestoresElsewhere() {
        try (Database running = Database.open(data)) {
            Ran backup = Ran.in(folder, "backup", file, "--data", data);
            assertThat(backup.err()).isEmpty();
            assertThat(backup.code()).isZero();
            assertThat(backup.out()).isEqualTo("Backed up " + rows + " rows and 1 file to " + file + ".\n");
            running.run(tx -> tx.sql("delete from form_version").run());
        }
        Path other = folder.resolve("other");
        Ran restore = Ran.in(folder, "restore", file, "--data", other);
        assertThat(restore.err()).isEmpty();
        assertThat(restore.code()).isZero();
        assertThat(restore.out())
                .isEqualTo("Restored " + rows + " rows and 1 file, and checked every one."
                        + " The record is as it was on 21 November 2026 at 10:00:00.\n"
                        + "The trail is whole: 0 entries. Its head is 0:" + "0".repeat(64) + ".\n");
        try (Database restored = Database.open(other)) {
            assertThat(restored.blobs().read(Digest.of("evidence"))).hasSize(8);
        }
    }

    @Test
    void refusesWithASentenceAndChangesNothing() throws Exception {
        Files.writeString(file, "precious");
        assertRefused("exists already. Name a file that does not.", "backup", file, "--data", data);
        assertRefused("holds no record", "backup", folder.resolve("new.quire"), "--data", folder.resolve("none"));
        assertRefused("is not a backup of Quire", "restore", file, "--data", folder.resolve("none"));
        assertRefused("does not exist", "restore", folder.resolve("no.quire"), "--data", folder.resolve("none"));
        assertRefused("not both", "backup", file, "--data", data, "--database", "jdbc:postgresql://localhost/quire");
        assertThat(file).hasContent("precious");
        Files.delete(file);
        assertThat(Ran.in(folder, "backup", file, "--data", data).code()).isZero();
        assertRefused("is not empty: it holds files", "restore", file, "--data", data);
    }

    @Test
    void warnsOfFilesThatAreLost() throws Exception {
        String hex = Digest.of("evidence").hex();
        Files.writeString(data.resolve("files").resolve(hex.substring(0, 2)).resolve(hex), "changed");
        Ran backup = Ran.in(folder, "backup", file, "--data", data);
        assertThat(backup.code()).isEqualTo(1);
        assertThat(backup.out()).isEqualTo("Backed up " + rows + " rows and 0 files to " + file + ".\n");
        assertThat(backup.err())
                .contains("Warning: 1 file that the record names could not be read", hex.substring(0, 12));
    }

    @Test
    void aRestoredRecordSaysThatItIsOneAndOfWhen() {
        act("a", "b");
        assertThat(Ran.in(folder, "backup", file, "--data", data).code()).isZero();
        act("lost");
        Path other = folder.resolve("other");
        Ran restore = Ran.in(folder, "restore", file, "--data", other);
        assertThat(restore.out()).contains("The trail is whole: 2 entries. Its head is 2:");
        try (Database restored = Database.open(other)) {
            Trail trail = new Trail(restored);
            assertThat(trail.list(Sought.ALL, Trail.NEWEST, 9))
                    .extracting(entry -> entry.entry().action())
                    .containsExactly("record.restored", "thing.done", "thing.done");
            assertThat(trail.list(Sought.ALL, Trail.NEWEST, 1).get(0).entry().details())
                    .containsEntry("as_of", "2026-11-21T10:00:00Z")
                    .containsEntry("head", new BigDecimal(2));
            assertThat(trail.verify().isWhole()).isTrue();
        }
    }

    @Test
    void r09_aBackupIsRestoredForATrialAndItsPlaceKnows() {
        act("a");
        try (Database running = Database.open(data)) {
            assertThat(Ran.in(folder, "backup", file, "--data", data).err()).isEmpty();
            assertThat(Backups.last(running)).hasValueSatisfying(last -> {
                assertThat(last.madeAt()).isEqualTo("2026-11-21T10:00:00Z");
                assertThat(last.bytes()).isEqualTo(file.toFile().length());
                assertThat(last.isProven()).isFalse();
            });
            Ran trial = Ran.in(folder, "verify-backup", file, "--data", data);
            assertThat(trial.err()).isEmpty();
            assertThat(trial.code()).isZero();
            assertThat(trial.out())
                    .startsWith("Restored " + (rows + 1) + " rows and 1 file for a trial, and checked every one.")
                    .contains("The trail is whole: 1 entry.");
            assertThat(Backups.lastProven(running))
                    .hasValueSatisfying(last -> assertThat(last.checkedAt()).isEqualTo("2026-11-21T10:00:00Z"));
        }
        assertThat(Ran.in(folder, "verify-backup", file).code()).isZero();
        assertThat(Ran.in(folder, "verify-backup", file, "--data", folder.resolve("empty"))
                        .err())
                .contains("does not know this backup as one of its own");
    }

    @Test
    void r09_aTrialFindsDamageAndSaysSo() throws Exception {
        act("a");
        assertThat(Ran.in(folder, "backup", file, "--data", data).code()).isZero();
        byte[] bytes = Files.readAllBytes(file);
        for (int i = bytes.length / 3; i < bytes.length / 3 + 64; i++) {
            bytes[i] ^= 64;
        }
        Files.write(file, bytes);
        Ran trial = Ran.in(folder, "verify-backup", file, "--data", data);
        assertThat(trial.code()).isEqualTo(1);
        assertThat(trial.err()).contains("nothing was restored");
        try (Database database = Database.open(data)) {
            assertThat(Backups.lastProven(database)).isEmpty();
        }
    }

    /** The data are there for whoever needs them, and what was done to them is told. */
    @Test
    void aTrailThatWasChangedIsRestoredAndTold() throws Exception {
        act("a", "b", "c");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("quire.db"));
                Statement sql = connection.createStatement()) {
            sql.execute("drop trigger trail_entry_stays");
            sql.execute("update trail set subject = 'forged' where seq = 2");
        }
        assertThat(Ran.in(folder, "backup", file, "--data", data).code()).isZero();
        Ran trial = Ran.in(folder, "verify-backup", file, "--data", data);
        assertThat(trial.code()).isEqualTo(1);
        assertThat(trial.err()).contains("The first fault is at entry 2.");
        Ran restore = Ran.in(folder, "restore", file, "--data", folder.resolve("other"));
        assertThat(restore.code()).isEqualTo(1);
        assertThat(restore.err()).contains("The first fault is at entry 2. Entry 2 was changed after it was written");
        try (Database database = Database.open(data)) {
            assertThat(Backups.last(database))
                    .hasValueSatisfying(last -> assertThat(last.fault()).startsWith("Entry 2 was changed"));
        }
    }

    private void act(String... subjects) {
        try (Database database = Database.open(data)) {
            for (String subject : subjects) {
                database.run(tx -> new Trail(database)
                        .add(tx, Entry.of("somebody", "thing.done", "thing", subject), Instant.EPOCH));
            }
        }
    }

    private long rowsOfAnEmptyRecord() {
        Path empty = folder.resolve("empty");
        Database.open(empty).close();
        return Backups.write(new RecordFolder(empty), folder.resolve("empty.quire"), Instant.EPOCH, (rows, files) -> {})
                .rows();
    }

    private void assertRefused(String words, Object... arguments) {
        Ran ran = Ran.in(folder, arguments);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains(words);
        assertThat(ran.out()).isEmpty();
    }
}
