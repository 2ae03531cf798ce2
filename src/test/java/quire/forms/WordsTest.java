package quire.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "' ', 0",
        "one, 1",
        "'one two', 2",
        "' one  two ', 2",
        "'one – two', 3",
        "don’t, 1",
        "'- one', 2",
    })
    void countsRunsOfAnythingButWhiteSpace(String text, int words) {
        assertThat(Words.count(text)).isEqualTo(words);
    }

    @Test
    void knowsTheWhiteSpaceThatJavaScriptKnows() {
        assertThat(Words.count("a\u00A0b\u2003c\u202Fd\u3000e\uFEFFf\u2028g")).isEqualTo(7);
        assertThat(Words.count("a\u200Bb\u0085c\u180Ed"))
                .as("not white space there")
                .isEqualTo(1);
    }

    @Test
    void countsCodePoints() {
        assertThat(Words.characters("é👩‍👧")).isEqualTo(4);
    }
}
