package quire.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quire.merge.Shape;
import quire.merge.Value;

class YesNoFieldTest {

    private final Asked concerns = Asked.field("type: yesno, label: Do you have any concerns?, required: true");

    @Test
    void printsYesOrNo() {
        assertThat(concerns.value("true").text()).isEqualTo("Yes");
        assertThat(concerns.value("true").truthy()).isTrue();
        assertThat(concerns.value("false").text()).isEqualTo("No");
        assertThat(concerns.value("false").truthy()).isFalse();
    }

    @Test
    void knowsNoFromNotAnswered() {
        assertThat(concerns.text("false", "is.no")).isEqualTo("true");
        assertThat(concerns.text("null", "is.no")).isEqualTo("false");
        assertThat(concerns.text("null", "is.yes")).isEqualTo("false");
        assertThat(concerns.value("null")).isInstanceOf(Value.Gap.class);
    }

    @Test
    void asksForAMissingAnswer() {
        assertThat(concerns.complete("null")).containsExactly("Select yes if you have any concerns");
        assertThat(concerns.complete("false")).isEmpty();
    }

    @Test
    void refusesWordsForTruths() {
        assertThat(concerns.draft("\"yes\"")).containsExactly("The answer “it” must be true or false.");
        assertThat(concerns.schemaTakes("\"yes\"")).isFalse();
        assertThat(concerns.schemaTakes("true")).isTrue();
    }

    @Test
    void offersBothAnswersToTemplates() {
        Shape shape = concerns.field().shape();
        assertThat(shape.kind()).isEqualTo(Shape.Kind.YESNO);
        assertThat(shape.choices()).containsExactly("Yes", "No");
        assertThat(shape.members().get("is"))
                .isNotNull()
                .satisfies(is -> assertThat(is.members()).containsOnlyKeys("yes", "no"));
    }
}
