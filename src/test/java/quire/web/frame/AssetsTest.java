package quire.web.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the browser is given, held to the terms under which we may give it. */
class AssetsTest {

    @ParameterizedTest
    @ValueSource(strings = {"@font-face", "GDS Transport", "crown", "crest", "url(", "@import"})
    void styleSheetIsOursAlone(String banned) throws IOException {
        assertThat(asset("quire.css")).doesNotContainIgnoringCase(banned);
    }

    @Test
    void styleSheetKeepsTheColoursThatCarryAMeaning() throws IOException {
        // focus yellow and error red of GOV.UK Frontend, and our own ink in place of its blue
        assertThat(asset("quire.css"))
                .contains(
                        "--govuk-focus-colour: #ffdd00",
                        "--govuk-error-colour: #ca3535",
                        "--govuk-brand-colour: #1f4247");
    }

    @Test
    void scriptIsTheOneThatWasWritten() throws IOException {
        assertThat(asset("quire.js")).isEqualTo(Files.readString(Path.of("src/main/frontend/quire.js")));
    }

    @Test
    void scriptsKeepNothingInTheBrowserAndCallNobody() throws IOException {
        assertThat(asset("quire.js")).doesNotContain("localStorage", "sessionStorage", "fetch(", "eval(", "http");
    }

    private static String asset(String name) throws IOException {
        try (InputStream asset = requireNonNull(AssetsTest.class.getResourceAsStream("/quire/web/assets/" + name))) {
            return new String(asset.readAllBytes(), UTF_8);
        }
    }
}
