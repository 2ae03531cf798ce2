package quire.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quire.merge.Shape;
import quire.merge.Value;

class ChoicesFieldTest {

    private final Asked parts =
            Asked.field("type: choices, list: judgement, label: Parts to share, required: true, min: 2, max: 2");

    @Test
    void printsWhatWasChosenInTheOrderOfTheForm() {
        Value value = parts.value("[\"not_met\", \"met\"]");
        assertThat(value.text()).isEqualTo("Met, Not met");
        assertThat(value)
                .isInstanceOfSatisfying(
                        Value.Items.class,
                        items -> assertThat(items.items().get(1).member("id")).isEqualTo(new Value.Text("not_met")));
    }

    @Test
    void countsWhatWasChosen() {
        assertThat(parts.complete("[\"met\"]")).containsExactly("Select at least 2 for “Parts to share”");
        assertThat(parts.complete("[\"met\", \"developing\", \"not_met\"]"))
                .containsExactly("Select no more than 2 for “Parts to share”");
        assertThat(parts.draft("[\"met\"]")).isEmpty();
        assertThat(parts.complete("[\"met\", \"developing\"]")).isEmpty();
    }

    @Test
    void takesAnEmptyListForNoAnswer() {
        assertThat(parts.complete("[]")).containsExactly("Select the parts to share");
        assertThat(parts.value("[]").truthy()).isFalse();
        Asked optional = Asked.field("type: choices, list: judgement, label: Parts, min: 2");
        assertThat(optional.complete("[]")).isEmpty();
    }

    @Test
    void refusesStrangersAndTwins() {
        assertThat(parts.draft("[\"met\", \"met\"]")).hasSize(1);
        assertThat(parts.draft("[\"other\"]")).hasSize(1);
        assertThat(parts.draft("\"met\"")).hasSize(1);
        assertThat(parts.schemaTakes("[\"met\", \"met\"]")).isFalse();
        assertThat(parts.schemaTakes("[\"other\"]")).isFalse();
        assertThat(parts.schemaTakes("\"met\"")).isFalse();
        assertThat(parts.schemaTakes("[\"met\"]")).isTrue();
    }

    @Test
    void isAListToTemplates() {
        Shape shape = parts.field().shape();
        assertThat(shape.kind()).isEqualTo(Shape.Kind.LIST);
        assertThat(shape.item()).isNotNull().extracting(Shape::kind).isEqualTo(Shape.Kind.CHOICE);
    }

    @Test
    void wantsNoMoreThanThereAre() {
        assertThat(Asked.faults("{id: c, type: choices, list: judgement, label: C, min: 4}"))
                .containsExactly("The field “c” wants at least 4, but the list “judgement” has only 3.");
    }
}
