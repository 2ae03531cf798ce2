package quire.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quire.core.Problem;

class LetterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "amina",
                "@example.org",
                "amina@",
                "amina@example.org\r\nBcc: other@example.org",
                "amina@example.org,other@example.org",
                "amina@example.org;other@example.org",
                "amina@example.org other@example.org",
                "<amina@example.org>",
                "Amina <amina@example.org>",
                "\"amina@example.org other\"@example.org",
                "\"a\\\r\\\nb\"@example.org",
                "amina(other@example.org)@example.org",
                "a@b@example.org",
                "amina@exam ple.org",
                "amina@example.org\u2028",
                "amina\u0000@example.org",
                "amina@[127.0.0.1]",
                "siân@example.org"
            })
    void s69_isWrittenToOneAddressOrNone(String address) {
        assertThatThrownBy(() -> Letter.of("key", address, "A", "B")).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @CsvSource({
        "amina@example.org, amina@example.org",
        "o'neill+asye@Example.ORG, o'neill+asye@example.org",
        "amina@bücher.example, amina@xn--bcher-kva.example",
        "root@localhost, root@localhost"
    })
    void s69_aDomainInOtherLettersIsWrittenInThoseThatMailServersKnow(String typed, String written) {
        assertThat(Letter.of("key", typed, "A", "B").to()).isEqualTo(written);
    }

    @Test
    void hasALineForItsSecret() {
        Letter.Secret secret = new Letter.Secret("/link/token", Instant.EPOCH);
        assertThatThrownBy(() -> Letter.of("key", "a@example.org", "A", "B", secret))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Letter.of("key", "a@example.org", "A", Letter.SECRET))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Letter.of("key", "a@example.org", "A", Letter.SECRET, secret).toString())
                .doesNotContain("token");
    }

    @Test
    void shortensASubjectBetweenWholeCharacters() {
        Letter letter = Letter.of("key", "a@example.org", "🙂".repeat(300), "B");
        assertThat(letter.subject()).isEqualTo("🙂".repeat(199) + "…");
    }
}
