package quire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quire.core.Finding;
import quire.seal.SealKey;

class SealSettingsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final SealKey OWN = SealKey.make("Northvale Council", NOW);

    @TempDir
    private Path folder;

    private Path key = Path.of("");
    private Path password = Path.of("");

    @BeforeEach
    void lay() throws Exception {
        key = Files.write(folder.resolve("seal.p12"), OWN.pkcs12("open sesame"));
        password = Files.writeString(folder.resolve("password"), "open sesame\n");
    }

    @Test
    void makesItsOwnKeyWhereNothingIsSaid() {
        assertThat(read(Map.of("QUIRE_SEAL_KEY", " ", "QUIRE_PORT", "80"))).isEqualTo(SealSettings.NONE);
    }

    @Test
    void readsTheKeyThatTheOperatorBrings() {
        for (Map<String, String> secret : List.of(
                Map.of("QUIRE_SEAL_KEY_PASSWORD", "open sesame"),
                Map.of("QUIRE_SEAL_KEY_PASSWORD_FILE", password.toString()))) {
            SealKey read = read(with(secret)).key();
            assertThat(read).isNotNull();
            assertThat(read.certificate()).isEqualTo(OWN.certificate());
        }
    }

    @Test
    void asksAnAuthorityAndSealsNothingWithoutIt() {
        SealSettings settings = read(Map.of("QUIRE_TIMESTAMP_URL", "http://stamps.example.org/tsr"));
        assertThat(settings.authority()).isNotNull();
        assertThat(settings.authority().address()).isEqualTo(URI.create("http://stamps.example.org/tsr"));
        assertThat(settings.authority().required()).isTrue();
        assertThat(settings.key()).isNull();
    }

    @Test
    void namesTheSettingAndTheFileOfAKeyThatCannotSeal() throws Exception {
        refuses(with(Map.of()), "QUIRE_SEAL_KEY names, " + key, "The password does not open the key file");
        refuses(with(Map.of("QUIRE_SEAL_KEY_PASSWORD", "wrong")), key.toString(), "Check the password");
        Files.writeString(key, OWN.certificate().pem());
        refuses(with(Map.of()), key.toString(), "is not a PKCS#12 file");
        Files.write(key, new byte[2_000_000]);
        refuses(with(Map.of()), key.toString(), "larger than any key");
        Files.delete(key);
        refuses(with(Map.of()), key.toString(), "The file cannot be read.");
    }

    @Test
    void refusesAKeyThatIsOverAndWarnsOfOneThatEndsSoon() {
        Instant end = OWN.certificate().validUntil();
        Map<String, String> good = with(Map.of("QUIRE_SEAL_KEY_PASSWORD", "open sesame"));
        List<Finding> findings = new ArrayList<>();
        SealSettings.read(good, false, end.plusSeconds(1), findings);
        assertThat(findings)
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .contains("QUIRE_SEAL_KEY", key.toString(), "The certificate for seals ended on"));
        SealSettings settings = read(good);
        assertThat(settings.warning(NOW)).isEmpty();
        assertThat(settings.warning(end.minus(Duration.ofDays(12))))
                .hasValueSatisfying(words -> assertThat(words).contains("QUIRE_SEAL_KEY", "ends in 12 days"));
    }

    @Test
    void refusesAPasswordWithoutAKeyOrInTwoPlaces() {
        refuses(Map.of("QUIRE_SEAL_KEY_PASSWORD", "open sesame"), "is set, but not QUIRE_SEAL_KEY");
        refuses(
                with(Map.of(
                        "QUIRE_SEAL_KEY_PASSWORD", "open sesame", "QUIRE_SEAL_KEY_PASSWORD_FILE", password.toString())),
                "not in both");
        refuses(with(Map.of("QUIRE_SEAL_KEY_PASSWORD_FILE", folder + "/none")), "QUIRE_SEAL_KEY_PASSWORD_FILE names");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stamps.example.org",
                "ftp://stamps.example.org",
                "http://",
                "http://a b/",
                "file:///etc/passwd",
                "http://stamps.example.org/%"
            })
    void refusesAnAuthorityThatCannotBeAsked(String address) {
        refuses(Map.of("QUIRE_TIMESTAMP_URL", address), "QUIRE_TIMESTAMP_URL", "“" + address + "”");
    }

    @Test
    void sealsNothingOfTheDemoInTheOperatorsName() {
        List<Finding> findings = new ArrayList<>();
        SealSettings.read(with(Map.of()), true, NOW, findings);
        assertThat(findings)
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("Leave QUIRE_SEAL_KEY"));
    }

    @Test
    void everyFaultIsToldBeforeTheServerStarts() {
        Map<String, String> environment = Map.of(
                "QUIRE_SEAL_KEY", key.toString(), "QUIRE_SEAL_KEY_PASSWORD", "wrong", "QUIRE_TIMESTAMP_URL", "nowhere");
        Ran ran = Ran.with(environment, folder, "serve", "--port", "http", "--data", folder.resolve("data"));
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err())
                .contains("--port", "QUIRE_TIMESTAMP_URL", "QUIRE_SEAL_KEY", key.toString(), "Check the password")
                .doesNotContain("wrong");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    private Map<String, String> with(Map<String, String> more) {
        Map<String, String> environment = new java.util.HashMap<>(more);
        environment.put("QUIRE_SEAL_KEY", key.toString());
        return environment;
    }

    private static SealSettings read(Map<String, String> environment) {
        List<Finding> findings = new ArrayList<>();
        SealSettings settings = SealSettings.read(environment, false, NOW, findings);
        assertThat(findings).isEmpty();
        return settings;
    }

    private static void refuses(Map<String, String> environment, String... words) {
        List<Finding> findings = new ArrayList<>();
        SealSettings.read(environment, false, NOW, findings);
        assertThat(findings)
                .extracting(Finding::message)
                .anySatisfy(message -> assertThat(message).contains(words));
    }
}
