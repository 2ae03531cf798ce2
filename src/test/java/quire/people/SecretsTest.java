package quire.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import quire.core.Digest;

class SecretsTest {

    private final Secrets secrets = new Secrets();

    @Test
    void s27_aTokenHas256BitsAndStandsInAnAddress() {
        Set<String> seen = new HashSet<>();
        int[] ones = new int[256];
        for (int i = 0; i < 2_000; i++) {
            String token = secrets.token();
            assertThat(token).matches("[A-Za-z0-9_-]{43}");
            assertThat(seen.add(token)).isTrue();
            count(ones, Base64.getUrlDecoder().decode(token));
        }
        // Every bit is chance: ten standard deviations around the half, so this does not fail by chance.
        assertThat(IntStream.of(ones)).allMatch(count -> Math.abs(count - 1_000) < 224);
    }

    @Test
    void s27_aCodeHas130BitsAndCanBeReadFromPaper() {
        String code = secrets.code();
        assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]");
        assertThat(secrets.code()).isNotEqualTo(code);
    }

    @Test
    void aCodeIsTheSameHoweverItIsTyped() {
        Digest kept = Secrets.keptCode("01ABC-DEFGH-JKMNP-QRSTV-WXYZ2-3");
        assertThat(Secrets.keptCode(" o1abc defgh jkmnp qrstv wxyz2 3\n")).isEqualTo(kept);
        assertThat(Secrets.keptCode("OlABCDEFGHJKMNPQRSTVWXYZ23")).isEqualTo(kept);
        assertThat(Secrets.keptCode("01ABCDEFGHJKMNPQRSTVWXYZ24")).isNotEqualTo(kept);
    }

    @Property
    void aCodeIsNeverAToken(@ForAll String anything) {
        String token = secrets.token();
        assertThat(Secrets.kept(token)).isEqualTo(Digest.of(token)).isNotEqualTo(Secrets.keptCode(token));
        assertThat(Secrets.kept(anything)).isNotEqualTo(Secrets.kept(token));
        assertThat(Secrets.keptCode(anything.toLowerCase(Locale.ROOT))).isNotNull();
    }

    private static void count(int[] ones, byte[] bytes) {
        for (int bit = 0; bit < ones.length; bit++) {
            ones[bit] += bytes[bit / 8] >> bit % 8 & 1;
        }
    }
}
