package quire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.core.Json;
import quire.store.Database;
import quire.testkit.TestDatabase;
import quire.trail.Entry;
import quire.trail.Head;
import quire.trail.Trail;

class TrailCommandTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void begin() throws Exception {
        Files.createDirectories(folder);
    }

    @Test
    void saysHowManyEntriesThereAreAndWhereTheTrailEnds() {
        try (TestDatabase place = TestDatabase.of(TestDatabase.Kind.SQLITE);
                Database running = place.open()) {
            Head first = act(running, "a");
            Head last = act(running, "b");
            Ran verify = Ran.in(folder, "trail", "verify", "--data", place.folder());
            assertThat(verify.err()).isEmpty();
            assertThat(verify.out()).isEqualTo("The trail is whole: 2 entries. Its head is " + last + ".\n");
            assertThat(verify.code()).isZero();
            Ran anchored = Ran.in(folder, "trail", "verify", "--data", place.folder(), "--anchor", first);
            assertThat(anchored.code()).isZero();
        }
    }

    @Test
    void namesTheFirstBadEntry() throws Exception {
        try (TestDatabase place = TestDatabase.of(TestDatabase.Kind.SQLITE)) {
            try (Database database = place.open()) {
                List.of("a", "b", "c").forEach(subject -> act(database, subject));
            }
            place.tamper("drop trigger trail_entry_stays");
            place.tamper("update trail set actor = 'nobody' where seq = 2");
            Ran verify = Ran.in(folder, "trail", "verify", "--data", place.folder());
            assertThat(verify.code()).isEqualTo(1);
            assertThat(verify.out()).isEmpty();
            assertThat(verify.err())
                    .isEqualTo("The trail is not whole. The first fault is at entry 2. Entry 2 was changed after it was"
                            + " written: its hash does not fit. Before it, 1 entry is right.\n");
        }
    }

    @Test
    void comparesWithAnAnchorThatDoesNotFit() {
        try (TestDatabase place = TestDatabase.of(TestDatabase.Kind.SQLITE);
                Database running = place.open()) {
            act(running, "a");
            Ran verify = Ran.in(folder, "trail", "verify", "--data", place.folder(), "--anchor", "1:" + "f".repeat(64));
            assertThat(verify.code()).isEqualTo(1);
            assertThat(verify.err()).contains("is not the one that was there when its hash was noted");
            assertThat(Ran.in(folder, "trail", "verify", "--data", place.folder(), "--anchor", "one")
                            .err())
                    .contains("a number and 64 hexadecimal digits");
        }
    }

    @Test
    void printsEveryEntryAsALine() {
        try (TestDatabase place = TestDatabase.of(TestDatabase.Kind.SQLITE);
                Database running = place.open()) {
            act(running, "a");
            Head last = act(running, "Zoë");
            Ran export = Ran.in(folder, "trail", "export", "--data", place.folder());
            assertThat(export.code()).isZero();
            List<String> lines = export.out().lines().toList();
            assertThat(lines).hasSize(2);
            Map<String, ?> second = Json.readObject(lines.get(1), "a line");
            assertThat(second.get("subject")).isEqualTo("Zoë");
            assertThat(second.get("hash")).isEqualTo(last.hash().hex());
        }
    }

    @Test
    void refusesWhatIsNoRecordAndWhatIsNoCommand() {
        Ran none = Ran.in(folder, "trail", "verify", "--data", folder.resolve("none"));
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("holds no record");
        assertThat(Ran.in(folder, "trail").code()).isEqualTo(2);
        assertThat(Ran.in(folder, "trail", "mend").code()).isEqualTo(2);
    }

    private static Head act(Database database, String subject) {
        return database.write(tx -> {
            var added =
                    new Trail(database).add(tx, Entry.of("somebody", "thing.done", "thing", subject), Instant.EPOCH);
            return new Head(added.seq(), added.hash());
        });
    }
}
