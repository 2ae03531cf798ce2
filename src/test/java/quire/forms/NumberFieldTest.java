package quire.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.merge.Shape;
import quire.merge.Value;

class NumberFieldTest {

    private final Asked hours = Asked.field("type: number, label: Hours a week, required: true, min: 1, max: 40");
    private final Asked share =
            Asked.field("type: number, label: Share of the workload, max: 100, decimals: 2, unit: per cent");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0      | Hours a week must be between 1 and 40   # too few
                    41     | Hours a week must be between 1 and 40   # too many
                    7.5    | Hours a week must be a whole number     # no places asked for
                    "ten"  | Hours a week must be a whole number     # typed in words
                    null   | Enter the hours a week                  # nothing
                    """)
    void saysWhatTheNumberMustBe(String answer, String message) {
        assertThat(hours.complete(answer)).containsExactly(message.replaceFirst("\\s*#.*", ""));
    }

    @Test
    void takesAWholeNumberHoweverItIsWritten() {
        assertThat(hours.complete("7.0")).isEmpty();
        assertThat(hours.value("7.0").text()).isEqualTo("7");
        assertThat(hours.value("4e1").text()).isEqualTo("40");
    }

    @Test
    void takesAnyNumberInADraft() {
        assertThat(hours.draft("-3.75")).isEmpty();
        assertThat(hours.draft("\"ten\"")).containsExactly("Hours a week must be a whole number");
        assertThat(hours.schemaTakes("-3.75")).isTrue();
        assertThat(hours.schemaTakes("\"ten\"")).isFalse();
        assertThat(hours.schemaTakes("\"\"")).isTrue();
    }

    @Test
    void refusesWhatNoPaperCanHold() {
        assertThat(hours.draft("1e30")).hasSize(1);
        assertThat(hours.schemaTakes("1e30")).isFalse();
        assertThat(hours.value("1e30").truthy()).isFalse();
    }

    @Test
    void printsItsUnitAndItsPlaces() {
        assertThat(share.value("62.5").text()).isEqualTo("62.50 per cent");
        assertThat(share.value("62.5").member("number")).isEqualTo(new Value.Num(new BigDecimal("62.50")));
        assertThat(share.complete("62.125"))
                .containsExactly("Share of the workload must have 2 decimal places or fewer");
        assertThat(share.complete("101")).containsExactly("Share of the workload must be 100 or less");
        assertThat(share.text("null", "number")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0 | 7.0        | 7
                    0 | 2100.00    | 2,100
                    0 | -1234567   | -1,234,567
                    0 | 999        | 999
                    0 | 7.25       | 7.25          # kept, though a complete paper refuses it
                    1 | 7.0        | 7
                    1 | 7.5        | 7.5
                    1 | 1200.50    | 1,200.5
                    2 | 2100.00    | 2,100.00
                    2 | 2100       | 2,100.00
                    2 | 0.5        | 0.50
                    2 | 999999999999 | 999,999,999,999.00
                    """)
    void printsNumbersAsBritishReadersWriteThem(int decimals, String answer, String printed) {
        Asked number = Asked.field("type: number, label: Number, decimals: " + decimals);
        assertThat(number.value(answer).text()).isEqualTo(printed.replaceFirst("\\s*#.*", ""));
    }

    @Test
    void givesThePlainNumberToTemplatesThatNeedIt() {
        Asked price = Asked.field("type: number, label: Price, decimals: 2, unit: pounds");
        assertThat(price.text("2100", "number")).isEqualTo("2100.00");
        assertThat(price.value("2100").text()).isEqualTo("2,100.00 pounds");
        assertThat(hours.text("1250", "number")).isEqualTo("1250");
    }

    @Test
    void hasTheShapeOfItsValue() {
        assertThat(hours.field().shape())
                .isEqualTo(Shape.plain(Shape.Kind.NUMBER)
                        .with(Map.of("number", Shape.plain(Shape.Kind.NUMBER)))
                        .required(true));
        assertThat(share.field().shape().members()).containsOnlyKeys("number");
    }

    @Test
    void wantsItsLeastBelowItsMost() {
        assertThat(Asked.faults("{id: n, type: number, label: N, min: 3, max: 2}"))
                .containsExactly("The field “n” has the “min” 3, which is more than its “max” 2.");
    }
}
