package quire.hints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HintsTest {

    private static final Hints PATTERNS = new Hints(List.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # the last digit belongs behind the others, or not
            NHS number 943 476 5919 given.             | NHS_NUMBER   | 943 476 5919
            NHS number 943 476 5918 given.             |              |
            Ring 020 7946 0958 2 times.                | PHONE        | 020 7946 0958
            From 01.02.2026 10.30 to 11.15.            |              |
            Paid on 01-02-2026 10-30.                  |              |
            Call +44 (0)1632 960 001 now               | PHONE        | +44 (0)1632 960 001
            From x@y to nobody@example.org.            | EMAIL        | nobody@example.org
            At M1 1AE.                                 | POSTCODE     | M1 1AE
            Form M12 or B1 2.                          |              |
            He was born on the 3rd of May 1989.        | BIRTH        | 3rd of May 1989
            The Act of 3 May 1989 applies.             |              |
            Ganwyd ar 3 Mawrth 1999.                   | BIRTH        | 3 Mawrth 1999
            NI QQ 12 34 56 C is none, nor BG123456A.   |              |
            NI AB 12 34 56 C is one.                   | INSURANCE    | AB 12 34 56 C
            I am SW123456.                             | REGISTRATION | SW123456
            They live in SW1A 1AA.                     | POSTCODE     | SW1A 1AA
            I saw Mrs Penhaligon’s son.                | NAME         | Mrs Penhaligon
            Ask Dr O’Hara-Penn about it.               | NAME         | Dr O’Hara-Penn
            Mr K’s words, and Miss R, and Dr.          |              |
            """)
    void knowsNumbersAndAddresses(String text, String kind, String found) {
        List<Hint> hints = PATTERNS.in(text);
        if (kind == null) {
            assertThat(hints).isEmpty();
        } else {
            assertThat(hints).singleElement().satisfies(hint -> {
                assertThat(hint.kind()).isEqualTo(Hint.Kind.valueOf(kind));
                assertThat(hint.in(text)).isEqualTo(found);
            });
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Siân Griffiths      | I met Siân Griffiths.             | Siân Griffiths
            Siân Griffiths      | I met SIAN GRIFFITHS.             | SIAN GRIFFITHS
            Siân Griffiths      | I met sian griffiths.             | sian griffiths
            Siân Griffiths      | Griffiths’s plan                  | Griffiths
            Siân Griffiths      | Ask Mrs Griffiths.                | Mrs Griffiths
            Siân Griffiths      | Ask mrs. griffiths.               | mrs. griffiths
            Siân Griffiths      | Ask S. M. Griffiths.              | S. M. Griffiths
            Siân Griffiths      | Griffiths, Siân (chair)           | Griffiths, Siân
            Siân Griffiths      | in Griffithstown, by griffiths    |
            Grace Smith-Jones   | Ms Smith Jones said               | Ms Smith Jones
            Jan van der Berg    | to Mr van der Berg.               | Mr van der Berg
            Aoife O’Neill       | to Aoife O'Neill.                 | Aoife O'Neill
            Jürgen Weiß         | an JÜRGEN WEISS.                  | JÜRGEN WEISS
            Peter Young         | the young people, Young’s plan    | Young
            王小明               | 我见到王小明先生                     | 王小明
            محمد الأحمد         | قال محمد الأحمد ذلك                | محمد الأحمد
            Олена Коваль        | КОВАЛЬ подзвонила                 | КОВАЛЬ
            Cher                | Cher and a cherry                 | Cher
            Ann Marie Doyle     | Ann Doyle and her dog             | Ann Doyle
            """)
    void knowsNamesOfTheListHoweverTheyAreWritten(String name, String text, String found) {
        List<Hint> hints = new Hints(List.of(name)).in(text);
        assertThat(hints.stream().map(hint -> hint.in(text)).toList())
                .isEqualTo(found == null ? List.of() : List.of(found));
    }

    @Test
    void givesEachPlaceOnceAndInOrder() {
        String text = "Zoë Müller, 07700 900123, zoe@example.org, DOB 01/02/1990; later Müller again";
        List<Hint> hints = new Hints(List.of("Zoë Müller", "Zoe Muller", "Anna Müller")).in(text);
        assertThat(hints)
                .extracting(Hint::kind)
                .containsExactly(Hint.Kind.NAME, Hint.Kind.PHONE, Hint.Kind.EMAIL, Hint.Kind.BIRTH, Hint.Kind.NAME);
        assertThat(hints.get(0).kind().words()).isEqualTo("a name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a", "1", "0", " ", "0 ", "a@", "@", "a.b@", "born ", "dob: ", "1/1/", "S. ", "A A ", "mr ", "-",
                "\u0301", "\uD800", "\uFDFA", "M1", "sw1 ", "+44 ", "(0", "smith ", "smith-", "S.S."
            })
    void takesNoLongOverAnyText(String piece) {
        String text = piece.repeat(50_000 / piece.length());
        Hints hints = new Hints(List.of("Ann Marie Smith", "A A A", "S S", "-", "", "  ", "x".repeat(10_000)));
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> hints.in(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[a-z]+", "\\E.*", "a\\Qb", "$1", "Mr ", "\u0000", "\uD800 \uDC00", "O'", "- - -"})
    void takesAnyNameForAName(String name) {
        assertThatCode(() -> new Hints(List.of(name)).in("Anything at all (a) [b] \\E"))
                .doesNotThrowAnyException();
    }
}
