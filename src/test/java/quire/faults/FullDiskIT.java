package quire.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.portfolio.Documents;
import quire.store.Database;
import quire.testkit.OwnProcess;
import quire.testkit.TestDatabase;
import quire.trail.Trail;

/** A server on a real disk that is really full. */
class FullDiskIT {

    private static final int MEGABYTES = 8;
    private static final String LONG = "a word and another ".repeat(2_000).strip();

    @TempDir
    Path disk;

    @TempDir
    Path copy;

    @Test
    void r04_aSaveOnAFullDiskIsNotSavedKeepsItsTextAndIsOverWhenThereIsRoom() throws Exception {
        try (TestDatabase place = TestDatabase.of(TestDatabase.Kind.SQLITE)) {
            SmallHouse.Pair pair;
            try (Database database = place.open()) {
                pair = SmallHouse.in(database, 1, SmallHouse.now()).get(0);
            }
            try (OwnProcess server = OwnProcess.onASmallDisk(disk, MEGABYTES, place.folder())) {
                Desk desk = Desk.at(server, pair);
                desk.saved("Before the disk was full", "one");
                Path ballast = fill(server.seen(disk));
                toldAndKept(desk);
                Files.delete(ballast);
                desk.saved(LONG, "two");
                desk.look().expect(200).says(LONG);
                copy(
                        server.seen(disk).resolve("data/quire.db"),
                        server.seen(disk).resolve("data/quire.db-wal"));
            }
        }
        whole();
    }

    private static void toldAndKept(Desk desk) {
        desk.autosave(LONG, "two")
                .expect(503)
                .has("Retry-After", "5")
                .has("Content-Type", "application/problem+json")
                .says("The disk is full and nothing was changed.");
        desk.press(LONG)
                .expect(503)
                .has("Retry-After", "5")
                .says("This is not saved yet", "What you wrote is still on this page", LONG);
        desk.look().expect(200).says("Before the disk was full");
    }

    private Path fill(Path seen) throws IOException {
        Path ballast = seen.resolve("ballast");
        Files.write(ballast, new byte[(int) Math.max(0, seen.toFile().getUsableSpace() - 8_192)]);
        return ballast;
    }

    /** As the power would leave it, and not as a server that ends in peace. */
    private void copy(Path... files) throws IOException {
        for (Path file : files) {
            Files.copy(file, copy.resolve(String.valueOf(file.getFileName())));
        }
    }

    private void whole() {
        try (Database database = Database.open(copy)) {
            assertThat(database.check()).isEmpty();
            assertThat(new Trail(database).verify().isWhole()).isTrue();
            Documents documents = new Documents(database);
            String id = documents.list().get(0).id();
            assertThat(documents.history(id))
                    .extracting(revision -> revision.changes().get("first"))
                    .endsWith("Before the disk was full", LONG);
        }
    }
}
