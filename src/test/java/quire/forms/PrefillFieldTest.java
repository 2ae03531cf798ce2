package quire.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quire.merge.Shape;
import quire.merge.Value;

class PrefillFieldTest {

    private final Asked standard =
            Asked.field("type: prefill, label: Supervision, text: Every week., editable_by: [writer]");

    @Test
    void printsTheShippedWordsUntilTheyAreChanged() {
        assertThat(standard.value("null")).isEqualTo(new Value.Prose("Every week."));
        assertThat(standard.value("\" \"")).isEqualTo(new Value.Prose("Every week."));
        assertThat(standard.value("\"Every fortnight.\"")).isEqualTo(new Value.Prose("Every fortnight."));
        assertThat(standard.complete("null")).isEmpty();
        assertThat(standard.field().shape().kind()).isEqualTo(Shape.Kind.PROSE);
    }

    @Test
    void refusesWhatIsNoText() {
        assertThat(standard.draft("[]")).containsExactly("The answer “it” must be text.");
        assertThat(standard.schemaTakes("[]")).isFalse();
        assertThat(standard.schemaTakes("\"Every fortnight.\"")).isTrue();
    }

    @Test
    void wantsRolesThatAreThere() {
        assertThat(Asked.faults("{id: p, type: prefill, label: P, text: T, editable_by: [boss]}"))
                .containsExactly("The field “p” names the role “boss”, which is not under “roles”.");
    }
}
