package quire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quire.core.Problem;

class SettingsTest {

    private static final Settings.Said NOTHING = new Settings.Said(null, null, null, false);

    @Test
    void hasADefaultForEverything() {
        assertThat(Settings.read(NOTHING, Map.of())).isEqualTo(new Settings(8080, "localhost", Path.of("data"), false));
    }

    @Test
    void takesTheEnvironmentBeforeTheDefault() {
        Map<String, String> environment =
                Map.of("QUIRE_PORT", "9000", "QUIRE_HOST", "0.0.0.0", "QUIRE_DATA", "elsewhere");
        assertThat(Settings.read(NOTHING, environment))
                .isEqualTo(new Settings(9000, "0.0.0.0", Path.of("elsewhere"), false));
    }

    @Test
    void takesTheCommandLineBeforeTheEnvironment() {
        Settings.Said said = new Settings.Said("1", "127.0.0.1", Path.of("here"), true);
        assertThat(Settings.read(said, Map.of("QUIRE_PORT", "9000", "QUIRE_DATA", "elsewhere")))
                .isEqualTo(new Settings(1, "127.0.0.1", Path.of("here"), true));
    }

    @Test
    void leavesTheDemoItsOwnFolder() {
        assertThat(Settings.read(new Settings.Said(null, null, null, true), Map.of())
                        .data())
                .isNull();
    }

    @Test
    void namesEverySettingThatIsWrong() {
        assertThatThrownBy(() -> Settings.read(NOTHING, Map.of("QUIRE_PORT", "http", "QUIRE_HOST", " ")))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.findings())
                                .extracting(finding -> finding.message())
                                .satisfiesExactly(
                                        port -> assertThat(port)
                                                .contains("--port")
                                                .contains("“http”"),
                                        host -> assertThat(host).contains("QUIRE_HOST")));
        assertThatThrownBy(() -> Settings.read(NOTHING, Map.of("QUIRE_PORT", "70000")))
                .isInstanceOf(Problem.class);
    }
}
