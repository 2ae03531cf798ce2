package quire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.core.Problem;
import quire.testkit.Child;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

/** A backup or a restore that is killed in the middle of its work can be run again. */
@OnBothDatabases
class KilledBackupTest {

    private static final int KILLED = 137;
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Backups.Watcher NOBODY = (rows, files) -> {};

    @TempDir
    private Path folder;

    private TestDatabase place;
    private Path file;
    private long rows;

    @BeforeEach
    void fill(TestDatabase place) {
        this.place = place;
        file = folder.resolve("monday.quire");
        rows = Sample.fill(place.open());
    }

    @Test
    void r01_aKilledRestoreIsNoRecordAndCanBeRunAgain() throws Exception {
        Backups.write(place.place(), file, NOW, NOBODY);
        RecordPlace empty = place.another();
        Child.start(KilledRestore.class, file, TestDatabase.told(empty)).expectExit(KILLED);
        assertThatThrownBy(() -> Database.open(empty))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("holds a restore that was not finished");
        Backups.restore(file, empty, NOBODY);
        Database.open(empty).close();
    }

    @Test
    void r01_aKilledBackupIsNoBackupAndCanBeMadeAgain() throws Exception {
        Child.start(KilledBackup.class, TestDatabase.told(place.place()), file).expectExit(KILLED);
        assertThat(file).doesNotExist();
        assertThat(Backups.write(place.place(), file, NOW, NOBODY).rows()).isEqualTo(rows);
        Backups.restore(file, place.another(), NOBODY);
    }

    static final class KilledBackup {

        public static void main(String[] arguments) {
            Backups.write(TestDatabase.place(arguments[0]), Path.of(arguments[1]), NOW, (rows, files) -> {
                if (files == 2) {
                    Runtime.getRuntime().halt(KILLED);
                }
            });
        }
    }

    static final class KilledRestore {

        public static void main(String[] arguments) {
            Backups.restore(Path.of(arguments[0]), TestDatabase.place(arguments[1]), (rows, files) -> {
                if (files == 2) {
                    Runtime.getRuntime().halt(KILLED);
                }
            });
        }
    }
}
