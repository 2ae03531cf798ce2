package quire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.core.Problem;
import quire.testkit.Child;

/** A real file system that is really full, or really read-only, for a process of its own. */
class SmallDiskTest {

    @TempDir
    Path folder;

    @Test
    void r04_aFullDiskIsToldLosesNothingAndIsOverWhenThereIsRoom() throws Exception {
        Child.onASmallDisk(folder, 4, ":", OnAFullDisk.class, folder).expectExit(0);
    }

    @Test
    void r05_aOnAReadOnlyDiskIsRefusedAtTheStart() throws Exception {
        Child.onASmallDisk(
                        folder,
                        4,
                        "mkdir '" + folder + "/data' && mount -o remount,ro '" + folder + "'",
                        OnAReadOnlyDisk.class,
                        folder)
                .expectExit(0);
    }

    static final class OnAFullDisk {

        public static void main(String[] arguments) throws IOException {
            Path disk = Path.of(arguments[0]);
            RecordPlace place = new RecordFolder(disk.resolve("data"));
            try (Database database = Database.open(place)) {
                save(database, "before");
                Backups.write(place, disk.resolve("good.quire"), Instant.EPOCH, (rows, files) -> {});
                Path ballast = fill(disk);
                assertToldAndUnchanged(database, disk, place);
                Files.delete(ballast);
                save(database, "after");
                take(database, 300_000);
                assertThat(database.check()).isEmpty();
                Backups.write(place, disk.resolve("later.quire"), Instant.EPOCH, (rows, files) -> {});
            }
        }

        private static void assertToldAndUnchanged(Database database, Path disk, RecordPlace place) throws IOException {
            assertSays("The disk is full and nothing was changed.", () -> take(database, 300_000));
            assertSays("The disk is full and nothing was changed.", () -> save(database, "x".repeat(300_000)));
            assertSays(
                    "the disk is full. Make room, or name a file on another disk. Earlier backups are as they were",
                    () -> Backups.write(place, disk.resolve("bad.quire"), Instant.EPOCH, (rows, files) -> {}));
            assertSays(
                    "disk is full",
                    () -> Backups.restore(
                            disk.resolve("good.quire"), new RecordFolder(disk.resolve("other")), (rows, files) -> {}));
            List<String> saved =
                    database.read(tx -> tx.sql("select id from form_words").list(row -> row.text("id")));
            assertThat(saved).containsExactly("before");
            try (Stream<Path> all = Files.list(disk)) {
                List<String> backups = all.map(path -> path.getFileName().toString())
                        .filter(name -> name.contains("quire"))
                        .toList();
                assertThat(backups).containsExactly("good.quire");
            }
            assertThat(disk.resolve("data/files/incoming")).isEmptyDirectory();
            assertThat(disk.resolve("other/quire.db")).doesNotExist();
        }

        private static Path fill(Path disk) throws IOException {
            Path ballast = disk.resolve("ballast");
            long room = disk.toFile().getUsableSpace();
            Files.write(ballast, new byte[(int) Math.max(0, room - 100_000)]);
            return ballast;
        }

        private static void save(Database database, String words) {
            database.run(tx -> {
                tx.sql("create table if not exists form_words (id text primary key)")
                        .run();
                tx.sql("insert into form_words values (:words)")
                        .with("words", words)
                        .run();
            });
        }

        private static void take(Database database, int size) {
            byte[] content = new byte[size];
            new Random(1).nextBytes(content);
            database.blobs().take(new ByteArrayInputStream(content), size);
        }
    }

    static final class OnAReadOnlyDisk {

        public static void main(String[] arguments) {
            Path disk = Path.of(arguments[0]);
            assertSays(
                    "cannot be written. Give the account that runs Quire the right to write there",
                    () -> Database.open(disk.resolve("data")));
            assertSays(
                    "cannot be written. Give the account that runs Quire the right to write there",
                    () -> Database.open(disk.resolve("new")));
        }
    }

    private static void assertSays(String words, ThrowingCallable work) {
        assertThat(catchThrowableOfType(Problem.class, work)).hasMessageContaining(words);
    }
}
