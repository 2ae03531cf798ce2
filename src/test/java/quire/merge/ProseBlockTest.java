package quire.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quire.merge.ProseBlock.Bullets;
import quire.merge.ProseBlock.Numbers;
import quire.merge.ProseBlock.Paragraph;

/** Long text is read as it was meant, and never numbered otherwise than it was typed. */
class ProseBlockTest {

    @Test
    void linesStayTogetherUntilOneIsEmpty() {
        assertThat(ProseBlock.of("One\nline\n\n \nTwo"))
                .containsExactly(new Paragraph(List.of("One", "line")), new Paragraph(List.of("Two")));
    }

    @Test
    void bulletsAreAList() {
        assertThat(ProseBlock.of("- a\n• b\n* c\n– d")).containsExactly(new Bullets(List.of("a", "b", "c", "d")));
    }

    @Test
    void aListBeginsWithTheNumberThatWasTyped() {
        assertThat(ProseBlock.of("4. d\n5. e")).containsExactly(new Numbers(4, List.of("d", "e")));
        assertThat(ProseBlock.of("0. zero\n1. one")).containsExactly(new Numbers(0, List.of("zero", "one")));
    }

    @Test
    void aListThatIsInterruptedGoesOn() {
        assertThat(ProseBlock.of("1. a\n\n2. b\nWords\n3. c\n- point\n4. d"))
                .containsExactly(
                        new Numbers(1, List.of("a")),
                        new Numbers(2, List.of("b")),
                        new Paragraph(List.of("Words")),
                        new Numbers(3, List.of("c")),
                        new Bullets(List.of("point")),
                        new Numbers(4, List.of("d")));
    }

    @Test
    void numbersThatSkipOrRepeatOrFallAreKept() {
        assertThat(ProseBlock.of("1. a\n2. b\n2. c\n5. d\n4. e"))
                .containsExactly(
                        new Numbers(1, List.of("a", "b")),
                        new Numbers(2, List.of("c")),
                        new Numbers(5, List.of("d")),
                        new Numbers(4, List.of("e")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(1) x", "1) x", "a. x", "i. x", "01. x", "00. x", "1.x", "1.5 x", "2026. x", "1 . x", "#1. x"})
    void whatAListWouldPrintInAnotherWayStaysAsItIs(String line) {
        assertThat(ProseBlock.of(line)).containsExactly(new Paragraph(List.of(line)));
    }
}
