package quire.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> KNOWN = List.of("label", "hint", "judgement", "min", "max", "not_before");

    @ParameterizedTest
    @CsvSource({
        "lable, label", // two letters swapped
        "Label, label", // a capital
        "hnt, hint", // one left out
        "judgment, judgement",
        "notbefore, not_before",
        "mim, min",
    })
    void findsWhatWasProbablyMeant(String typed, String meant) {
        assertThat(Nearest.to(typed, KNOWN)).isEqualTo(meant);
    }

    @Test
    void saysNothingWhereNothingIsNear() {
        assertThat(Nearest.to("colour", KNOWN)).isNull();
        assertThat(Nearest.to("a", List.of("b")))
                .as("of one letter every other is near")
                .isNull();
        assertThat(Nearest.to("x".repeat(100_000), KNOWN)).isNull();
    }
}
