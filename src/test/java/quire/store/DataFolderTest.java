package quire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.core.Problem;

/** Every way in which a data folder can be wrong is refused before anything starts, with a sentence. */
class DataFolderTest {

    @TempDir
    Path place;

    @Test
    void makesTheLastFolderItself() {
        Path folder = place.resolve("data");
        assertThat(Database.isIn(folder)).isFalse();
        Database.open(folder).close();
        assertThat(Database.isIn(folder)).isTrue();
    }

    @Test
    void refusesAFolderBelowAMissingOne() {
        assertRefused(place.resolve("no/such"), "data-missing", "the folder above it is missing");
        assertThat(place.resolve("no")).doesNotExist();
    }

    @Test
    void refusesAFileInItsPlace() throws Exception {
        Path file = Files.writeString(place.resolve("data"), "notes");
        assertRefused(file, "data-not-folder", "is a file");
        assertThat(file).hasContent("notes");
    }

    @Test
    void refusesAFolderThatCannotBeWritten() throws Exception {
        // Works for every account, also one that may write everywhere: the lock cannot be made where a folder stands.
        Files.createDirectory(place.resolve("quire.lock"));
        assertRefused(place, "data-not-writable", "cannot be written");
    }

    @Test
    void refusesAFolderThatIsInUse() {
        try (Database first = Database.open(place)) {
            assertRefused(place, "data-in-use", "in use by another Quire");
            assertThat(first.blobs()).isNotNull();
        }
        Database.open(place).close();
    }

    @ParameterizedTest
    @CsvSource({
        "nfs4, true",
        "cifs, true",
        "smb3, true",
        "fuse.sshfs, true",
        "ext4, false",
        "xfs, false",
        "tmpfs, false",
        "NTFS, false",
        "apfs, false",
        "overlay, false",
        "fuseblk, false"
    })
    void r05_knowsANetworkShare(String fileSystem, boolean isOne) {
        assertThat(DataFolder.isNetwork(fileSystem)).isEqualTo(isOne);
    }

    @Test
    void refusesAFileThatIsNoDatabase() throws Exception {
        Files.write(place.resolve("quire.db"), "x".repeat(5000).getBytes(StandardCharsets.UTF_8));
        assertRefused(place, "data-not-database", "is not a database");
        assertThat(place.resolve("quire.db")).hasSize(5000);
    }

    @Test
    void refusesADamagedDatabase() throws Exception {
        try (Database database = Database.open(place)) {
            database.run(tx -> {
                tx.sql("create table filler (words text)").run();
                for (int i = 0; i < 200; i++) {
                    tx.sql("insert into filler values (:words)")
                            .with("words", "words ".repeat(300))
                            .run();
                }
            });
        }
        try (RandomAccessFile file =
                new RandomAccessFile(place.resolve("quire.db").toFile(), "rw")) {
            for (long page = 20; page < 60; page++) {
                file.seek(page * 4096);
                file.write(new byte[64]);
            }
        }
        assertRefused(place, "data-damaged", "Restore it from a backup");
    }

    @Test
    void refusesADatabaseOfANewerVersion() throws Exception {
        Database.open(place).close();
        change("insert into schema_history select 99, '99', 'later', type, 'V99__later.sql', checksum, installed_by,"
                + " installed_on, execution_time, success from schema_history where version = '1'");
        assertRefused(place, "data-newer", "newer version of Quire");
    }

    @Test
    void refusesADatabaseOfAnotherProgram() throws Exception {
        change("create table somebody_elses (x)");
        assertRefused(place, "data-schema", "was not made by this program");
    }

    @Test
    void refusesADatabaseWhoseStepsWereChanged() throws Exception {
        Database.open(place).close();
        change("update schema_history set checksum = 1 where version = '1'");
        assertRefused(place, "data-schema", "was changed by another one");
    }

    @Test
    void refusesADatabaseThatAnotherProgramHolds() throws Exception {
        Database.open(place).close();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + place.resolve("quire.db"));
                Statement statement = other.createStatement()) {
            statement.execute("pragma locking_mode = exclusive");
            statement.execute("begin exclusive");
            Problem problem = catchThrowableOfType(
                    Problem.class,
                    () -> Database.open(new RecordFolder(place), Duration.ofMillis(300), Schema.Target.NEWEST));
            assertThat(problem).hasMessageContaining("in use by another program");
        }
    }

    private void change(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + place.resolve("quire.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void assertRefused(Path folder, String code, String words) {
        Problem problem = catchThrowableOfType(Problem.class, () -> Database.open(folder));
        assertThat(problem).hasMessageContaining(words);
        assertThat(problem.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.place().file()).startsWith(folder.toString());
        });
    }
}
