package quire.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quire.seal.SealDates.NOW;

import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import quire.core.Problem;

class SealKeyTest {

    private static final SealKey KEY = SealKey.make("Portfolios of Northshire", NOW);

    @Test
    void makesAKeyForTenYearsThatIsForSigning() {
        SealCertificate certificate = KEY.certificate();
        assertThat(certificate.subject()).isEqualTo("Portfolios of Northshire");
        assertThat(certificate.validFrom()).isEqualTo(NOW.minus(Duration.ofHours(1)));
        assertThat(certificate.validUntil()).isEqualTo(Instant.parse("2036-11-21T11:00:00Z"));
        assertThat(certificate.x509().getKeyUsage()).startsWith(true, true, false);
        assertThat(certificate.x509().getBasicConstraints()).isNegative();
        assertThat(certificate.x509().getPublicKey()).isInstanceOf(ECPublicKey.class);
        assertThatCode(() -> certificate.x509().verify(certificate.x509().getPublicKey()))
                .doesNotThrowAnyException();
    }

    static List<String> names() {
        return List.of(
                "", "  ", "Ynys M\u00F4n \u2013 \u793E\u4F1A\u798F\u7949, CN=nobody\\", "\uD835\uDCB3".repeat(66));
    }

    @ParameterizedTest
    @MethodSource("names")
    void takesAnyNameOfAnInstallation(String name) {
        SealCertificate certificate = SealKey.make(name, NOW).certificate();
        String subject = certificate.subject();
        assertThat(subject).isNotBlank();
        assertThat(subject).hasSizeBetween(1, 64);
        assertThat(SealCertificate.ofPem(certificate.pem())).isEqualTo(certificate);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a password", "", "~Pa55 word! "})
    void comesBackFromItsFile(String password) {
        SealKey again = SealKey.read(KEY.pkcs12(password), password, NOW);
        assertThat(again.certificate()).isEqualTo(KEY.certificate());
        assertThat(again.certificate().fingerprint())
                .isEqualTo(KEY.certificate().fingerprint());
    }

    @Test
    void readsTheKeysOfOperators() throws Exception {
        for (String kind : new String[] {"RSA", "EC"}) {
            byte[] file = KeyFiles.of("secret", KeyFiles.entry(kind, "CN=Operator"));
            assertThat(SealKey.read(file, "secret", NOW).certificate().subject())
                    .isEqualTo("Operator");
        }
    }

    @Test
    void saysThatThePasswordIsWrong() {
        byte[] file = KEY.pkcs12("right");
        for (String wrong : new String[] {"wrong", "", "Right"}) {
            assertThat(code(file, wrong)).isEqualTo("seal-key-password");
        }
        assertThatThrownBy(() -> SealKey.read(file, "wrong", NOW))
                .hasMessage("The password does not open the key file, or the file is damaged. Check the password.");
    }

    @Test
    void takesNoPasswordThatThePlatformCannotUse() {
        byte[] file = KEY.pkcs12("x");
        assertThatThrownBy(() -> SealKey.read(file, "p\u00E4ssword", NOW))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("The password of the key file may have letters without accents");
        assertThatThrownBy(() -> KEY.pkcs12("p\u00E4ssword")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysThatAFileIsNoKeyFile() {
        byte[] pem = KEY.certificate().pem().getBytes(StandardCharsets.US_ASCII);
        assertThat(code(pem, "x")).isEqualTo("seal-key-file");
        assertThat(code(new byte[0], "x")).isEqualTo("seal-key-file");
        assertThat(code(new byte[2_000_000], "x")).isEqualTo("seal-key-file");
        assertThat(code("nothing".getBytes(StandardCharsets.US_ASCII), "x")).isEqualTo("seal-key-file");
    }

    @Test
    void saysWhatAFileLacks() throws Exception {
        assertThat(code(KeyFiles.of("x"), "x")).isEqualTo("seal-key-none");
        assertThat(code(KeyFiles.ofCertificate("x", KEY.certificate().x509()), "x"))
                .isEqualTo("seal-key-none");
        KeyStore.PrivateKeyEntry one = KeyFiles.entry("EC", "CN=One");
        KeyStore.PrivateKeyEntry other = KeyFiles.entry("EC", "CN=Other");
        assertThat(code(KeyFiles.of("x", one, other), "x")).isEqualTo("seal-key-several");
        assertThat(code(KeyFiles.of("x", KeyFiles.mixed(one, other)), "x")).isEqualTo("seal-key-pair");
    }

    @Test
    void refusesKeysThatAreWeakOrForSomethingElse() throws Exception {
        assertThat(code(KeyFiles.of("x", KeyFiles.entry("DSA", "CN=Old")), "x")).isEqualTo("seal-key-kind");
        assertThat(code(KeyFiles.of("x", KeyFiles.entry("RSA-1024", "CN=Short")), "x"))
                .isEqualTo("seal-key-kind");
        assertThat(code(KeyFiles.of("x", KeyFiles.forEncryption()), "x")).isEqualTo("seal-key-usage");
    }

    @ParameterizedTest
    @CsvSource({
        "2036-11-21T11:00:00Z, ''",
        "2036-11-21T11:00:01Z, 'The certificate for seals ended on 21 November 2036. Get a new one, or let Quire make its own.'",
        "2026-11-21T10:59:59Z, 'The certificate for seals begins on 21 November 2026. Check the clock of this machine, or wait until then.'"
    })
    void saysWhenACertificateIsOver(Instant when, String sentence) {
        byte[] file = KEY.pkcs12("x");
        if (sentence.isEmpty()) {
            assertThatCode(() -> SealKey.read(file, "x", when)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> SealKey.read(file, "x", when))
                    .isInstanceOf(Problem.class)
                    .hasMessage(sentence);
        }
    }

    @Test
    void meetsDamageWithASentence() {
        byte[] file = KEY.pkcs12("x");
        Random random = new Random(1);
        for (int i = 0; i < 150; i++) {
            byte[] damaged = random.nextBoolean() ? Arrays.copyOf(file, random.nextInt(file.length)) : file.clone();
            if (damaged.length == file.length) {
                damaged[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
            }
            if (!Arrays.equals(damaged, file)) {
                assertThat(code(damaged, "x")).isNotEqualTo("taken");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"})
    void takesNoOtherTextForACertificate(String text) {
        assertThatThrownBy(() -> SealCertificate.ofPem(text))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("This is not a certificate.");
    }

    /** Why it is refused; none of the files here may be taken, nor meet us unprepared. */
    private static String code(byte[] file, String password) {
        try {
            SealKey.read(file, password, NOW);
            return "taken";
        } catch (Problem refused) {
            return refused.findings().get(0).code();
        }
    }
}
