package quire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.core.Problem;
import quire.demo.Cohort;
import quire.demo.Enactment;
import quire.people.People;
import quire.portfolio.Documents;
import quire.store.Database;
import quire.store.RecordFolder;
import quire.store.RecordPlace;
import quire.testkit.TestDatabase;

class ServedTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneId.of("Europe/London"));

    private static final HttpClient FOLLOWING =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    @TempDir
    Path folder;

    /** Stopped early or late, there are all papers or none; and whoever signs in with a printed account finds theirs. */
    @Test
    void aDemoThatIsStoppedWhilePapersAreLaidOutIsWholeTheNextTime() throws Exception {
        Settings settings = settings(new RecordFolder(folder.resolve("kept")), true);
        start(settings).close();
        try (Database database = Database.open(folder.resolve("kept"))) {
            assertThat(People.of(database).persons().list()).isNotEmpty();
            assertThat(new Documents(database).list().size()).isIn(0, 298);
        }
        try (Served served = start(settings)) {
            Cohort.Introduction first = served.introductions().get(0);
            assertThat(get(served, "/sign-in")).contains("Sign in");
            assertThat(served.setUpCode()).isEmpty();
            HttpResponse<String> answer = signIn(served, first.person().email(), Enactment.PASSWORD);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
            String home = get(served, "/", cookie(answer));
            assertThat(home).contains(first.person().name(), "Your year", "Support and assessment agreement");
        }
        try (Database database = Database.open(folder.resolve("kept"))) {
            assertThat(new Documents(database).list()).hasSize(298);
        }
    }

    @Test
    void asksToBeSetUpAtEveryStartUntilSomebodyHas() throws Exception {
        Settings settings = settings(new RecordFolder(folder.resolve("data")), false);
        Optional<String> before;
        try (Served served = start(settings)) {
            before = served.setUpCode();
        }
        try (Served served = start(settings)) {
            String code = served.setUpCode().orElseThrow();
            assertThat(before).isPresent().isNotEqualTo(Optional.of(code));
            String boxes = "code=" + code + "&name=Robin+Example&email=robin%40northvale.example"
                    + "&organisation=Northvale&password=plum+otter+violin+snowfall";
            assertThat(post(served, "/set-up", boxes).statusCode()).isEqualTo(303);
        }
        try (Served served = start(settings)) {
            assertThat(served.setUpCode()).isEmpty();
        }
    }

    @Test
    void startsEmptyAndKeepsItsDataForTheNextStart() throws Exception {
        Path data = folder.resolve("data");
        Settings settings = settings(new RecordFolder(data), false);
        start(settings).close();
        try (Database database = Database.open(data)) {
            assertThat(new Documents(database).list()).isEmpty();
        }
        start(settings).close();
    }

    @Test
    void keepsItsDataOnADatabaseServerToo() throws Exception {
        try (TestDatabase place = TestDatabase.of(TestDatabase.Kind.POSTGRESQL)) {
            Settings settings = settings(place.place(), false);
            try (Served served = start(settings)) {
                assertThat(get(served, "/")).contains("Quire");
            }
            start(settings).close();
        }
    }

    @Test
    void aSecondServerOnTheSamePortLeavesNothingBehind() throws Exception {
        try (Served first = start(settings(new RecordFolder(folder.resolve("one")), false))) {
            Settings same =
                    new Settings(first.port(), "localhost", new RecordFolder(folder.resolve("two")), false, Set.of());
            assertThatThrownBy(() -> start(same)).isInstanceOf(Problem.class).hasMessageContaining("is taken");
        }
        start(settings(new RecordFolder(folder.resolve("two")), false)).close();
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

    private static Settings settings(@Nullable RecordPlace place, boolean demo) {
        return new Settings(0, "localhost", place, demo, Set.of());
    }

    private static HttpResponse<String> signIn(Served served, String email, String password) throws Exception {
        return post(served, "/sign-in", "email=" + encoded(email) + "&password=" + encoded(password));
    }

    private static HttpResponse<String> post(Served served, String path, String boxes) throws Exception {
        return send(request(served, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(boxes)));
    }

    private static String get(Served served, String path) throws Exception {
        return follow(request(served, path));
    }

    private static String get(Served served, String path, String cookie) throws Exception {
        return follow(request(served, path).header("Cookie", cookie));
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpRequest.Builder request(Served served, String path) {
        URI address = URI.create("http://localhost:" + served.port() + path);
        return HttpRequest.newBuilder(address).header("Sec-Fetch-Site", "same-origin");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String follow(HttpRequest.Builder request) throws Exception {
        return FOLLOWING
                .send(request.build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
