package quire.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2idTest {

    private final Argon2id cheap = new Argon2id(PeopleHouse.CHEAP, new Secrets());

    /** What the reference program (the command argon2) and another library make of the same. */
    @ParameterizedTest
    @CsvSource({
        "password, '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4'",
        "password, '$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc'",
        "correct horse é \uD83D\uDC0E, '$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$bMyXQe23JXd/hHxnJWNEGn3wKf66ORTimJcaUn8KqE4'"
    })
    void fitsWhatOthersHaveMade(String password, String written) {
        assertThat(cheap.fits(password, written)).isTrue();
        assertThat(cheap.fits(password + " ", written)).isFalse();
        assertThat(cheap.isOutdated(written)).isTrue();
    }

    @Test
    void theUsualCostIsThatOfOwasp() {
        Argon2id usual = new Argon2id(Argon2id.Cost.USUAL, new Secrets());
        String written = usual.hash("teapot under four clouds");
        assertThat(written).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(usual.fits("teapot under four clouds", written)).isTrue();
        assertThat(usual.fits("teapot under five clouds", written)).isFalse();
        assertThat(usual.isOutdated(written)).isFalse();
        assertThat(usual.isOutdated(cheap.hash("teapot"))).isTrue();
    }

    @Test
    void theSamePasswordIsKeptDifferentlyForEverybody() {
        assertThat(cheap.hash("teapot")).isNotEqualTo(cheap.hash("teapot"));
    }

    @Test
    void nobodysPasswordFitsNobody() {
        long before = cheap.computed();
        assertThat(cheap.fits("teapot", cheap.nobodys())).isFalse();
        assertThat(cheap.computed()).isEqualTo(before + 1);
        assertThat(cheap.isOutdated(cheap.nobodys())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "teapot",
                "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=16$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$"
            })
    void doesNotTakeAnythingElseForAHash(String written) {
        assertThatThrownBy(() -> cheap.fits("teapot", written)).isInstanceOf(IllegalStateException.class);
    }
}
