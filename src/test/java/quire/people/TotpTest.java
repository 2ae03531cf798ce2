package quire.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] RFC_SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:10Z");
    private static final long STEP = NOW.getEpochSecond() / 30;

    /** The vectors of RFC 6238, appendix B, for SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void makesTheCodesOfTheRfc(long seconds, String code) {
        assertThat(Totp.code(RFC_SECRET, seconds / 30, 8)).isEqualTo(code);
        Instant now = Instant.ofEpochSecond(seconds);
        assertThat(Totp.step(RFC_SECRET, code.substring(2), now, 0)).hasValue(seconds / 30);
    }

    /** The vectors of RFC 4648, without the signs that fill up. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writesSecretsInBase32(String secret, String letters) {
        assertThat(Totp.base32(secret.getBytes(StandardCharsets.US_ASCII))).isEqualTo(letters);
    }

    @Property(tries = 200)
    void takesTheCodeOfNowAndOfOneStepAround(
            @ForAll @Size(20) byte[] secret, @ForAll @IntRange(min = -5, max = 5) int away) {
        String code = Totp.code(secret, STEP + away, 6);
        OptionalLong step = Totp.step(secret, code, NOW, 0);
        boolean near = Math.abs(away) <= 1;
        if (near) {
            assertThat(step).isPresent();
        } else if (isNoOther(secret, code)) {
            assertThat(step).isEmpty();
        }
    }

    /** S-42: each code counts once, and none before it counts any more. */
    @Property(tries = 200)
    void s42_takesNoCodeTwice(@ForAll @Size(20) byte[] secret, @ForAll @IntRange(min = -1, max = 1) int away) {
        String code = Totp.code(secret, STEP + away, 6);
        OptionalLong used = Totp.step(secret, code, NOW, 0);
        assertThat(Totp.step(secret, code, NOW, used.orElseThrow())).isEmpty();
        assertThat(Totp.step(secret, code, NOW, STEP + 1)).isEmpty();
    }

    @Property
    void takesNothingElse(@ForAll String typed) {
        String code = typed.replaceAll("\\s", "");
        boolean isCode = !isNoOther(RFC_SECRET, code);
        assertThat(Totp.step(RFC_SECRET, typed, NOW, 0).isPresent()).isEqualTo(isCode);
    }

    @ParameterizedTest
    @CsvSource({"' %s '", "'%3.3s %s'"})
    void spacesDoNotMatter(String pattern) {
        String code = Totp.code(RFC_SECRET, STEP, 6);
        String typed = pattern.contains("3.3") ? code.substring(0, 3) + " " + code.substring(3) : " " + code + " ";
        assertThat(Totp.step(RFC_SECRET, typed, NOW, 0)).hasValue(STEP);
    }

    private static boolean isNoOther(byte[] secret, String code) {
        for (long step = STEP - 1; step <= STEP + 1; step++) {
            if (Totp.code(secret, step, 6).equals(code)) {
                return false;
            }
        }
        return true;
    }
}
