package quire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quire.core.Problem;
import quire.scan.Scanner;
import quire.store.RecordFolder;
import quire.store.RecordServer;

class SettingsTest {

    private static final String URL = "jdbc:postgresql://db.example:5432/quire";
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Settings.Said NOTHING = new Settings.Said(null, null, new PlaceOptions(), false, null);

    @Test
    void hasADefaultForEverything() {
        assertThat(read(NOTHING, Map.of())).isEqualTo(new Settings(8080, "localhost", folder("data"), false, Set.of()));
    }

    @Test
    void takesTheEnvironmentBeforeTheDefault() {
        Map<String, String> environment =
                Map.of("QUIRE_PORT", "9000", "QUIRE_HOST", "0.0.0.0", "QUIRE_DATA", "elsewhere");
        assertThat(read(NOTHING, environment))
                .isEqualTo(new Settings(9000, "0.0.0.0", folder("elsewhere"), false, Set.of()));
    }

    @Test
    void takesTheCommandLineBeforeTheEnvironment() {
        Settings.Said said = new Settings.Said("1", "127.0.0.1", new PlaceOptions(Path.of("here"), null), true, null);
        assertThat(read(said, Map.of("QUIRE_PORT", "9000", "QUIRE_DATA", "elsewhere")))
                .isEqualTo(new Settings(1, "127.0.0.1", folder("here"), true, Set.of()));
    }

    @Test
    void leavesTheDemoItsOwnFolder() {
        assertThat(read(new Settings.Said(null, null, new PlaceOptions(), true, null), Map.of())
                        .data())
                .isNull();
    }

    @Test
    void takesADatabaseInsteadOfAFolder() {
        Map<String, String> environment =
                Map.of("QUIRE_DATA", "elsewhere", "QUIRE_DATABASE_USER", "writer", "QUIRE_DATABASE_PASSWORD", "secret");
        Settings.Said said = new Settings.Said(null, null, new PlaceOptions(null, URL), false, null);
        assertThat(read(said, environment).data()).isEqualTo(new RecordServer(URL, "writer", "secret"));
        assertThat(read(NOTHING, Map.of("QUIRE_DATABASE", URL)).data()).isEqualTo(new RecordServer(URL, "quire", ""));
        Settings.Said folder = new Settings.Said(null, null, new PlaceOptions(Path.of("here"), null), false, null);
        assertThat(read(folder, Map.of("QUIRE_DATABASE", URL)).data()).isEqualTo(folder("here"));
    }

    @Test
    void takesThePasswordFromAFile(@TempDir Path place) throws Exception {
        Path file = Files.writeString(place.resolve("password"), "from a file\n");
        Map<String, String> environment =
                Map.of("QUIRE_DATABASE", URL, "QUIRE_DATABASE_PASSWORD_FILE", file.toString());
        assertThat(read(NOTHING, environment).data()).isEqualTo(new RecordServer(URL, "quire", "from a file"));
        Files.delete(file);
        assertRefused(environment, false, "cannot be read");
    }

    @Test
    void refusesPlacesThatMakeNoSense() {
        assertRefused(Map.of("QUIRE_DATA", "data", "QUIRE_DATABASE", URL), false, "not both");
        assertRefused(Map.of("QUIRE_DATABASE", "postgres://somewhere"), false, "must be like jdbc:postgresql:");
        assertRefused(Map.of("QUIRE_DATABASE", URL), true, "The demo keeps its made-up papers in a folder");
    }

    @Test
    void takesProxiesByTheirAddress() {
        assertThat(proxies("10.0.0.4, 10.0.0.5,fd00::4"))
                .containsExactlyInAnyOrder("10.0.0.4", "10.0.0.5", "fd00:0:0:0:0:0:0:4");
        assertThat(proxies("::1")).containsExactly("0:0:0:0:0:0:0:1");
        assertThat(proxies(" ")).isEmpty();
        Settings.Said said = new Settings.Said(null, null, new PlaceOptions(), false, "10.0.0.9");
        assertThat(read(said, Map.of("QUIRE_PROXIES", "10.0.0.4")).proxies()).containsExactly("10.0.0.9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/8", "10.0.0.256", "10.0.0", "1:2", ":::", "10.0.0.4;10.0.0.5"})
    void refusesProxiesThatAreNoAddress(String words) {
        assertRefused(Map.of("QUIRE_PROXIES", "10.0.0.4," + words), false, "not “" + words + "”");
    }

    @Test
    void takesTheScannerThatIsSet() {
        assertThat(read(NOTHING, Map.of()).scanner()).isSameAs(Scanner.NONE);
        assertThat(ScannerSettings.warning(Scanner.NONE)).isEmpty();
        Scanner scanner =
                read(NOTHING, Map.of("QUIRE_SCANNER", " unix:/nowhere/socket ")).scanner();
        assertThat(scanner.place()).isEqualTo("unix:/nowhere/socket");
        assertThat(ScannerSettings.warning(scanner).orElse("")).contains("QUIRE_SCANNER", "unix:/nowhere/socket");
        assertRefused(Map.of("QUIRE_SCANNER", "http://localhost"), false, "not “http://localhost”");
    }

    private static Set<String> proxies(String words) {
        return read(NOTHING, Map.of("QUIRE_PROXIES", words)).proxies();
    }

    private static Settings read(Settings.Said said, Map<String, String> environment) {
        return Settings.read(said, environment, NOW);
    }

    private static void assertRefused(Map<String, String> environment, boolean demo, String words) {
        assertThatThrownBy(() -> read(new Settings.Said(null, null, new PlaceOptions(), demo, null), environment))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.findings())
                                .singleElement()
                                .satisfies(
                                        finding -> assertThat(finding.message()).contains(words)));
    }

    private static RecordFolder folder(String path) {
        return new RecordFolder(Path.of(path));
    }

    @Test
    void namesEverySettingThatIsWrong() {
        assertThatThrownBy(() -> read(NOTHING, Map.of("QUIRE_PORT", "http", "QUIRE_HOST", " ")))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.findings())
                                .extracting(finding -> finding.message())
                                .satisfiesExactly(
                                        port -> assertThat(port)
                                                .contains("--port")
                                                .contains("“http”"),
                                        host -> assertThat(host).contains("QUIRE_HOST")));
        assertThatThrownBy(() -> read(NOTHING, Map.of("QUIRE_PORT", "70000"))).isInstanceOf(Problem.class);
    }
}
