package quire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.core.Digest;
import quire.store.Backups;
import quire.store.Database;
import quire.store.RecordFolder;

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
                        + " The record is as it was on 21 November 2026 at 10:00:00.\n");
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
