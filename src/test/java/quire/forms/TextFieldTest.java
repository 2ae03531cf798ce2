package quire.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quire.merge.Shape;
import quire.merge.Value;

class TextFieldTest {

    private final Asked setting = Asked.field("type: text, label: Setting, required: true, max: 12");

    @Test
    void readsItsLimits() {
        assertThat(setting.field()).isInstanceOfSatisfying(TextField.class, field -> {
            assertThat(field.max()).isEqualTo(12);
            assertThat(field.lines()).isEqualTo(1);
        });
        assertThat(Asked.field("type: text, label: Address, lines: 4").field())
                .isInstanceOfSatisfying(TextField.class, field -> {
                    assertThat(field.max()).isEqualTo(200);
                    assertThat(field.lines()).isEqualTo(4);
                });
    }

    @Test
    void asksForAMissingAnswerOnlyWhenItMustBeComplete() {
        assertThat(setting.complete("null")).containsExactly("Enter the setting");
        assertThat(setting.complete("\" \\t \"")).containsExactly("Enter the setting");
        assertThat(setting.draft("\"\"")).isEmpty();
    }

    @Test
    void countsCodePointsAndNotUnits() {
        assertThat(setting.complete("\"👩👩👩👩👩👩👩👩👩👩👩👩\"")).isEmpty();
        assertThat(setting.complete("\"thirteen char\"")).containsExactly("Setting must be 12 characters or fewer");
        assertThat(setting.codes("\"thirteen char\"")).containsExactly("answer-max it");
        assertThat(setting.draft("\"thirteen char\"")).isEmpty();
    }

    @Test
    void saysTheFormsOwnWords() {
        Asked own = Asked.field("type: text, label: Setting, required: true, error: {empty: Enter where you work}");
        assertThat(own.complete("null")).containsExactly("Enter where you work");
    }

    @Test
    void refusesWhatIsNoText() {
        assertThat(setting.draft("5")).containsExactly("The answer “it” must be text.");
        assertThat(setting.schemaTakes("5")).isFalse();
        assertThat(setting.schemaTakes("\"a ward\"")).isTrue();
        assertThat(setting.schemaTakes("null")).isTrue();
    }

    @Test
    void standsOnOneLineUnlessItMayHaveMore() {
        assertThat(setting.value("\"  a\\r\\n ward \"")).isEqualTo(new Value.Text("a ward"));
        assertThat(Asked.field("type: text, label: Address, lines: 3").value("\"1 Elm\\r\\nHull \""))
                .isEqualTo(new Value.Text("1 Elm\nHull"));
    }

    @Test
    void printsNothingAndIsMissedWhereItIsRequired() {
        assertThat(setting.value("null").truthy()).isFalse();
        assertThat(setting.value("null"))
                .isInstanceOfSatisfying(
                        Value.Gap.class, gap -> assertThat(gap.label()).isEqualTo("Setting"));
        assertThat(Asked.field("type: text, label: Setting").value("null")).isEqualTo(new Value.Text(""));
        assertThat(setting.field().shape())
                .isEqualTo(Shape.plain(Shape.Kind.TEXT).required(true));
    }
}
