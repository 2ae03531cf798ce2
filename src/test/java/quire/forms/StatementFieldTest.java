package quire.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quire.merge.Shape;
import quire.merge.Value;

class StatementFieldTest {

    private final Asked statement = Asked.field("type: statement, text: Leave out names.");

    @Test
    void printsItsTextWithoutAnyAnswer() {
        assertThat(statement.value("null")).isEqualTo(new Value.Prose("Leave out names."));
        assertThat(statement.field().shape()).isEqualTo(Shape.plain(Shape.Kind.PROSE));
        assertThat(statement.complete("null")).isEmpty();
    }

    @Test
    void takesNoAnswer() {
        assertThat(statement.draft("\"Put them in.\"")).hasSize(1);
        assertThat(statement.schemaTakes("\"Put them in.\"")).isFalse();
        assertThat(statement.value("\"Put them in.\"")).isEqualTo(new Value.Prose("Leave out names."));
        assertThat(statement.schemaTakes("null")).isTrue();
    }

    @Test
    void canBeHidden() {
        Form form = Asked.form(
                "{id: asked, type: yesno, label: Asked}",
                "{id: said, type: statement, text: Thank you., show_if: {field: asked, is: true}}");
        assertThat(FormValues.of(form, Answers.NONE, DocumentFacts.draft(Asked.TODAY))
                        .member("said"))
                .isEqualTo(new Value.Prose(""));
    }
}
