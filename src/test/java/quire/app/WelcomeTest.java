package quire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import quire.demo.Cohort;
import quire.demo.Enactment;

class WelcomeTest {

    private static final Cohort PEOPLE = Cohort.people(Path.of("samples"), true);

    @Test
    void showsAVisitorOfTheDemoWhomToSignInAs() {
        String said =
                said(new Settings(0, "localhost", null, true, Set.of()), Optional.empty(), PEOPLE.introductions());
        assertThat(said).contains("http://localhost:8080/", Enactment.PASSWORD, "gone when it stops");
        List<String> accounts = said.lines().filter(line -> line.contains("@")).toList();
        assertThat(accounts).hasSameSizeAs(PEOPLE.introductions());
        assertThat(accounts.stream()
                        .map(line -> line.indexOf(line.strip().split(" {2,}", -1)[1]))
                        .distinct())
                .as("one column")
                .hasSize(1);
        assertThat(accounts.stream()
                        .map(line -> line.indexOf(line.strip().split(" {2,}", -1)[2]))
                        .distinct())
                .as("one column")
                .hasSize(1);
        assertThat(said.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void showsWhoeverRunsItForTheFirstTimeTheCode() {
        Settings settings = new Settings(0, "0.0.0.0", null, false, Set.of());
        String said = said(settings, Optional.of("KDRM-PQTX"), List.of());
        assertThat(said)
                .contains("http://localhost:8080/set-up", "    KDRM-PQTX\n")
                .doesNotContain("demo");
        assertThat(said.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void saysNoMoreThanWhereItIsOnceItIsSetUp() {
        Settings settings = new Settings(0, "::1", null, false, Set.of());
        assertThat(said(settings, Optional.empty(), List.of()))
                .isEqualToIgnoringNewLines("Quire is at http://[::1]:8080/ (stop it with Ctrl+C)");
    }

    private static String said(Settings settings, Optional<String> setUpCode, List<Cohort.Introduction> introductions) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Welcome(settings, 8080, new PrintStream(out, true, StandardCharsets.UTF_8)).print(setUpCode, introductions);
        return out.toString(StandardCharsets.UTF_8);
    }
}
