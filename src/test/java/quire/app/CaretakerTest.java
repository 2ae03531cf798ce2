package quire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.core.Digest;
import quire.store.Database;

class CaretakerTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void comesAtThreeInTheNight() {
        assertThat(Caretaker.untilNight(ZonedDateTime.parse("2026-11-21T14:30:00Z")))
                .isEqualTo(Duration.ofMinutes(750));
        assertThat(Caretaker.untilNight(ZonedDateTime.parse("2026-11-21T02:59:00Z")))
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(Caretaker.untilNight(ZonedDateTime.parse("2026-11-21T03:00:00Z")))
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void sweepsAndTells() {
        try (Database database = Database.open(folder)) {
            Digest lost = database.blobs()
                    .take(new ByteArrayInputStream(new byte[] {1}), 1)
                    .digest();
            round(database, Instant.now());
            assertThat(database.blobs().has(lost)).isTrue();
            round(database, Instant.now().plus(Duration.ofHours(2)));
            assertThat(database.blobs().has(lost)).isFalse();
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).isEqualTo("Swept away 1 file that no row names.\n");
    }

    @Test
    void r06_reportsDamage() throws Exception {
        Database.open(folder).close();
        try (Database database = Database.open(folder)) {
            Path file = folder.resolve("quire.db");
            byte[] bytes = Files.readAllBytes(file);
            // Every page that holds rows or an index, but not the first.
            for (int page = 4096; page < bytes.length; page += 4096) {
                bytes[page + 4] ^= 1;
            }
            Files.write(file, bytes);
            round(database, Instant.now());
        }
        assertThat(said.toString(StandardCharsets.UTF_8))
                .startsWith("The database is damaged: ")
                .contains("Nothing more is written to it.");
    }

    private void round(Database database, Instant now) {
        PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
        try (Caretaker caretaker = Caretaker.start(database, Clock.fixed(now, ZoneOffset.UTC), err)) {
            caretaker.round();
        }
    }
}
