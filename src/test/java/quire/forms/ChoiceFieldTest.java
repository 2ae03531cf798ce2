package quire.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quire.merge.Shape;

class ChoiceFieldTest {

    private final Asked judgement = Asked.field("type: choice, list: judgement, label: Judgement, required: true");

    @Test
    void printsTheTextOfWhatWasChosen() {
        assertThat(judgement.value("\"not_met\"").text()).isEqualTo("Not met");
        assertThat(judgement.text("\"not_met\"", "id")).isEqualTo("not_met");
        assertThat(judgement.text("\"not_met\"", "is.not_met")).isEqualTo("true");
        assertThat(judgement.text("\"not_met\"", "is.met")).isEqualTo("false");
    }

    @Test
    void stillKnowsItsItemsWhenNothingIsChosen() {
        assertThat(judgement.text("null", "is.met")).isEqualTo("false");
        assertThat(judgement.value("null").truthy()).isFalse();
        Shape shape = judgement.field().shape();
        assertThat(shape.kind()).isEqualTo(Shape.Kind.CHOICE);
        assertThat(shape.choices()).containsExactly("Met", "Developing", "Not met");
        assertThat(shape.members().get("is"))
                .isNotNull()
                .satisfies(is -> assertThat(is.members()).containsOnlyKeys("met", "developing", "not_met"));
    }

    @Test
    void refusesWhatIsNotOffered() {
        assertThat(judgement.draft("\"Met\"")).containsExactly("Select one of the answers offered for “Judgement”");
        assertThat(judgement.draft("[\"met\"]")).hasSize(1);
        assertThat(judgement.schemaTakes("\"Met\"")).isFalse();
        assertThat(judgement.schemaTakes("[\"met\"]")).isFalse();
        assertThat(judgement.schemaTakes("\"met\"")).isTrue();
        assertThat(judgement.schemaTakes("\"\"")).isTrue();
    }

    @Test
    void asksForAMissingAnswer() {
        assertThat(judgement.complete("null")).containsExactly("Select the judgement");
    }

    @Test
    void wantsAListThatIsThere() {
        assertThat(Asked.faults("{id: c, type: choice, list: judgment, label: C}"))
                .containsExactly("The field “c” uses the list “judgment”, which is not under “lists”.");
    }
}
