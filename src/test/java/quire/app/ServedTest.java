package quire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.core.Problem;
import quire.portfolio.Documents;
import quire.store.Database;
import quire.store.RecordFolder;
import quire.testkit.TestDatabase;

class ServedTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneId.of("Europe/London"));

    @TempDir
    Path folder;

    @Test
    void servesTheDemoWithAPaperOfEverySample() throws Exception {
        try (Served served = start(new Settings(0, "localhost", null, true))) {
            String home = get(served, "/");
            assertThat(home).contains("Direct observation", "Final review", "Internal moderation");
            assertThat(get(served, "/health")).isNotEmpty();
        }
    }

    @Test
    void startsEmptyAndKeepsItsDataForTheNextStart() throws Exception {
        Path data = folder.resolve("data");
        Settings settings = new Settings(0, "localhost", new RecordFolder(data), false);
        start(settings).close();
        try (Database database = Database.open(data)) {
            assertThat(new Documents(database).list()).isEmpty();
        }
        start(settings).close();
    }

    @Test
    void keepsItsDataOnADatabaseServerToo() throws Exception {
        try (TestDatabase place = TestDatabase.of(TestDatabase.Kind.POSTGRESQL)) {
            Settings settings = new Settings(0, "localhost", place.place(), false);
            try (Served served = start(settings)) {
                assertThat(get(served, "/")).contains("Quire");
            }
            start(settings).close();
        }
    }

    @Test
    void aSecondServerOnTheSamePortLeavesNothingBehind() throws Exception {
        try (Served first = start(new Settings(0, "localhost", new RecordFolder(folder.resolve("one")), false))) {
            Settings same = new Settings(first.port(), "localhost", new RecordFolder(folder.resolve("two")), false);
            assertThatThrownBy(() -> start(same)).isInstanceOf(Problem.class).hasMessageContaining("is taken");
        }
        start(new Settings(0, "localhost", new RecordFolder(folder.resolve("two")), false))
                .close();
    }

    @Test
    void refusesToStartWithFormsThatHaveFaults() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("forms")).resolve("bad.yaml"), "form: [bad\n");
        Ran ran = Ran.in(folder, "serve", "--port", "0", "--data", folder.resolve("data"));
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("bad.yaml");
        Database.open(folder.resolve("data")).close();
    }

    @Test
    void refusesTheDemoOnRealData() {
        Database.open(folder).close();
        Ran ran = Ran.in(folder, "serve", "--demo", "--data", folder);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("holds real data");
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        Ran ran = Ran.in(folder, "serve", "--port", "http");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("must be a number from 0 to 65535");
    }

    private Served start(Settings settings) {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
        Surroundings here = new Surroundings(nowhere, nowhere, false, Map.of(), folder, CLOCK);
        return Served.start(settings, here, Shipped.beside(folder));
    }

    private static String get(Served served, String path) throws Exception {
        URI address = URI.create("http://localhost:" + served.port() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
