package quire.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quire.core.Problem;

class PasswordRulesTest {

    private static final Person.Details SIAN =
            Person.Details.of("Siân Rhydderch", "s.rhydderch77@northbridge.example", "o1");
    private static final Optional<Organisation> EMPLOYER =
            Optional.of(new Organisation("o1", Organisation.Details.of("Northbridge & Vale Council", "")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "teapot under four clouds",
                "Xk9#mQ2$vL7@",
                "     spaces  at   both ends    ",
                "пароль из четырёх слов",
                "🦊🐢🌋🎻🍋🚲🧦🪁🎲🛶🧭🪐",
                "butterfly mountain harbour",
                "\u0007bell\ttab\u0000nul and more"
            })
    void takesAnyCharacters(String password) {
        assertThatCode(() -> check(password)).doesNotThrowAnyException();
    }

    @Test
    void countsCharactersAndNotBytes() {
        assertThatThrownBy(() -> check("🦊🐢🌋🎻🍋🚲🧦🪁🎲🛶🧭")).hasMessage("Password must be 12 characters or more.");
        assertThatThrownBy(() -> check("teapotcloud")).hasMessage("Password must be 12 characters or more.");
        String longest = "tea pot ".repeat(15) + "umbrella";
        assertThatCode(() -> check(longest)).doesNotThrowAnyException();
        assertThatThrownBy(() -> check(longest + "s")).hasMessage("Password must be 128 characters or fewer.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password123!",
                "P@ssw0rd2026",
                "!!football!!",
                "qwertyuiop12",
                "1q2w3e4r5t6y",
                "123456789012",
                "210987654321",
                "abcdefghijkl",
                "aaaaaaaaaaaaaa",
                "abababababab",
                "            ",
                "monkeymonkey",
                "hunterhunterhunter",
                "liverpool2026",
                "christopher1",
                "correcthorsebatterystaple",
                "SocialWorker1",
                "supervision26"
            })
    void refusesWhatIsTriedFirst(String password) {
        assertThatThrownBy(() -> check(password))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("Many people choose a password like this one");
    }

    @ParameterizedTest
    @CsvSource({
        "my rhydderch teapot, Rhydderch",
        "RHYDDERCH likes tea, Rhydderch",
        "siân in the clouds, Siân",
        "sian in the clouds, Siân",
        "rhydderch77 and tea, Rhydderch",
        "tea at northbridge, Northbridge",
        "council of the clouds, Council",
    })
    void refusesWhatPeopleKnowAboutYou(String password, String named) {
        assertThatThrownBy(() -> check(password))
                .isInstanceOf(Problem.class)
                .hasMessage("Password must not contain “" + named + "”, which many people know about you.");
    }

    @Test
    void theSameLettersAreTheSamePassword() {
        assertThat(PasswordRules.normal("cafe\u0301")).isEqualTo(PasswordRules.normal("caf\u00E9"));
        assertThat(PasswordRules.normal("Tea Pot ")).isEqualTo("Tea Pot ");
    }

    /** A short common password does not become a good one by digits around it. */
    @Property(tries = 60)
    void refusesCommonOnesStretchedWithDigits(
            @ForAll @CharRange(from = '0', to = '9') @StringLength(min = 4, max = 4) String before,
            @ForAll @CharRange(from = '0', to = '9') @StringLength(max = 4) String after) {
        assertThatThrownBy(() -> check(before + "Password" + after)).isInstanceOf(Problem.class);
    }

    /** Chance is always good enough, or people with a password manager would be annoyed for nothing. */
    @Property(tries = 60)
    void takesWhatAMachineMakesUp(@ForAll @CharRange(from = '!', to = '~') @StringLength(20) String password) {
        boolean varied = password.chars().distinct().count() >= 12;
        if (varied) {
            assertThatCode(() -> check(password)).doesNotThrowAnyException();
        }
    }

    private static void check(String password) {
        PasswordRules.check(password, SIAN, EMPLOYER);
    }
}
