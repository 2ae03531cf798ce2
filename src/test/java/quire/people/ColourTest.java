package quire.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quire.core.Problem;

class ColourTest {

    /** Figures that WCAG's own examples and other calculators give. */
    @ParameterizedTest
    @CsvSource({"#000000, 21", "#ffffff, 1", "#767676, 4.54", "#777777, 4.48", "#ff0000, 4.0", "#0000ff, 8.59"})
    void computesTheContrastOfWcag(String colour, double contrast) {
        assertThat(Colour.contrastWithWhite(colour)).isCloseTo(contrast, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"#1d4f91, #1d4f91", "1D4F91, #1d4f91", "' #06c ', #0066cc", "#767676, #767676"})
    void takesDarkOnes(String typed, String colour) {
        assertThat(Colour.checked(typed)).isEqualTo(colour);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#777777", "#ffcc00", "#fff", "#ff0000"})
    void refusesLightOnes(String typed) {
        assertThatThrownBy(() -> Colour.checked(typed))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("Choose a darker colour. White words on #");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "blue", "#12345", "#1234567", "url(x)", "#00000g", "#000;}"})
    void refusesWhatIsNoColour(String typed) {
        assertThatThrownBy(() -> Colour.checked(typed))
                .hasMessage("Enter the colour as # and six digits, like #1d4f91.");
    }

    /** Whatever is taken can be read. */
    @Property
    void neverTakesOneBelowTheContrast(@ForAll @IntRange(max = 0xFFFFFF) int colour) {
        String typed = String.format(Locale.ROOT, "#%06x", colour);
        boolean readable = Colour.contrastWithWhite(typed) >= 4.5;
        boolean taken;
        try {
            taken = Colour.checked(typed).equals(typed);
        } catch (Problem e) {
            taken = false;
        }
        assertThat(taken).isEqualTo(readable);
    }
}
