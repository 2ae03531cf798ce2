package quire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.core.Finding;
import quire.post.MailServer;

class PostSettingsTest {

    private static final Map<String, String> GOOD = Map.of(
            "QUIRE_ADDRESS", "https://quire.example.org/",
            "QUIRE_MAIL_HOST", "mail.example.org",
            "QUIRE_MAIL_FROM", "quire@example.org");

    @Test
    void keepsLettersWhereNothingIsSaid() {
        assertThat(read(Map.of("QUIRE_PORT", "80"))).isEqualTo(PostSettings.NONE);
    }

    @Test
    void closesTheLineUnlessToldOtherwise() {
        PostSettings settings = read(GOOD);
        assertThat(settings.address()).isEqualTo("https://quire.example.org");
        assertThat(settings.server())
                .isEqualTo(
                        new MailServer("mail.example.org", 587, MailServer.Line.STARTTLS, null, "quire@example.org"));
    }

    @ParameterizedTest
    @CsvSource({"starttls, 587, STARTTLS", "TLS, 465, TLS", "none, 25, OPEN"})
    void knowsTheUsualPorts(String security, int port, MailServer.Line line) {
        MailServer server = server(with("QUIRE_MAIL_SECURITY", security));
        assertThat(server.port()).isEqualTo(port);
        assertThat(server.line()).isEqualTo(line);
    }

    @Test
    void takesThePasswordFromAFileAndShowsItNowhere(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "open sesame\n");
        MailServer server = server(with("QUIRE_MAIL_USER", "quire", "QUIRE_MAIL_PASSWORD_FILE", file.toString()));
        assertThat(server.login()).isEqualTo(new MailServer.Login("quire", "open sesame"));
        assertThat(server.toString()).contains("quire").doesNotContain("sesame");
        Files.delete(file);
        assertRefused(with("QUIRE_MAIL_USER", "quire", "QUIRE_MAIL_PASSWORD_FILE", file.toString()), "cannot be read");
    }

    @ParameterizedTest
    @CsvSource({
        "QUIRE_MAIL_HOST, mail example, must be the name or the address of a mail server",
        "QUIRE_MAIL_HOST, -oProxy, must be the name or the address of a mail server",
        "QUIRE_MAIL_PORT, 0, must be a number from 1 to 65535",
        "QUIRE_MAIL_PORT, smtp, must be a number from 1 to 65535",
        "QUIRE_MAIL_SECURITY, ssl, 'must be starttls, tls or none'",
        "QUIRE_MAIL_FROM, Quire, must be the address that letters come from",
        "QUIRE_MAIL_FROM, ' ', must be the address that letters come from",
        "QUIRE_MAIL_USER, quire, belong together",
        "QUIRE_MAIL_PASSWORD, secret, belong together",
        "QUIRE_ADDRESS, http://quire.example.org, must be where people find this server",
        "QUIRE_ADDRESS, quire.example.org, must be where people find this server",
        "QUIRE_ADDRESS, ' ', Set QUIRE_ADDRESS to where people find it"
    })
    void refusesWhatIsOdd(String name, String value, String words) {
        assertRefused(with(name, value), words);
    }

    @Test
    void refusesAPasswordOnAnOpenLine() {
        Map<String, String> open =
                with("QUIRE_MAIL_USER", "quire", "QUIRE_MAIL_PASSWORD", "secret", "QUIRE_MAIL_SECURITY", "none");
        assertRefused(open, "must not travel over an open line");
        open.put("QUIRE_MAIL_HOST", "localhost");
        assertThat(read(open).server()).isNotNull();
    }

    @Test
    void refusesSettingsThatWouldDoNothing() {
        assertRefused(
                Map.of("QUIRE_MAIL_FROM", "quire@example.org"), "QUIRE_MAIL_FROM is set, but not QUIRE_MAIL_HOST");
    }

    @Test
    void aDemoWritesToNobody() {
        List<Finding> findings = new ArrayList<>();
        PostSettings.read(GOOD, true, findings);
        assertThat(findings)
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("it writes to nobody"));
    }

    private static Map<String, String> with(String... pairs) {
        Map<String, String> environment = new HashMap<>(GOOD);
        for (int i = 0; i < pairs.length; i += 2) {
            environment.put(pairs[i], pairs[i + 1]);
        }
        return environment;
    }

    private static MailServer server(Map<String, String> environment) {
        return Objects.requireNonNull(read(environment).server());
    }

    private static PostSettings read(Map<String, String> environment) {
        List<Finding> findings = new ArrayList<>();
        PostSettings settings = PostSettings.read(environment, false, findings);
        assertThat(findings).isEmpty();
        return settings;
    }

    private static void assertRefused(Map<String, String> environment, String words) {
        List<Finding> findings = new ArrayList<>();
        PostSettings.read(environment, false, findings);
        assertThat(findings)
                .extracting(Finding::message)
                .anySatisfy(message -> assertThat(message).contains(words));
    }
}
