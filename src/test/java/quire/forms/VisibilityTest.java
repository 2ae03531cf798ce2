package quire.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quire.core.Finding;
import quire.merge.Value;

class VisibilityTest {

    private final Form form = Asked.form(
            "{id: concerns, type: yesno, label: Concerns, required: true}",
            "{id: kind, type: choice, list: judgement, label: Kind, required: true, show_if: {field: concerns, is: true}}",
            "{id: detail, type: longtext, label: Detail, required: true, show_if: {field: kind, is: met}}");

    @Test
    void hidesWhatHangsOnAHiddenAnswer() {
        Answers answers = Asked.answers(form, "{\"concerns\": false, \"kind\": \"met\", \"detail\": \"Kept.\"}");
        Visibility visibility = Visibility.of(form, answers);
        assertThat(form.fields().filter(visibility::shows).map(Field::id)).containsExactly("concerns");
        assertThat(visibility.answer("detail")).isNull();
    }

    @Test
    void keepsAHiddenAnswerButNeitherAsksForItNorPrintsIt() {
        Answers answers = Asked.answers(form, "{\"concerns\": false, \"detail\": \"Kept.\"}");
        assertThat(answers.get("detail")).isEqualTo("Kept.");
        assertThat(AnswerCheck.of(form, answers, Asked.TODAY).complete()).isEmpty();
        Value.Group values = FormValues.of(form, answers, DocumentFacts.draft(Asked.TODAY));
        assertThat(values.member("detail")).isEqualTo(new Value.Prose(""));
        assertThat(values.member("kind")).isNotInstanceOf(Value.Gap.class);
    }

    @Test
    void showsItAgainWhenTheConditionHolds() {
        Answers answers = Asked.answers(form, "{\"concerns\": true, \"kind\": \"met\", \"detail\": \"Kept.\"}");
        Value.Group values = FormValues.of(form, answers, DocumentFacts.draft(Asked.TODAY));
        assertThat(values.member("detail")).isEqualTo(new Value.Prose("Kept."));
    }

    @Test
    void stillRefusesAHiddenAnswerOfAWrongKindInADraft() {
        Answers answers = Asked.answers(form, "{\"concerns\": false, \"detail\": 5}");
        assertThat(AnswerCheck.of(form, answers, Asked.TODAY).draft())
                .extracting(Finding::code)
                .containsExactly("answer-kind");
    }

    @Test
    void looksInsideAnEntryFirstAndThenAtTheForm() {
        Form people = Asked.form(
                "{id: anybody, type: yesno, label: Anybody}",
                "{id: people, type: repeat, label: People, item: [{id: late, type: yesno, label: Late},"
                        + " {id: why, type: text, label: Why, required: true, show_if:"
                        + " {all: [{field: anybody, is: true}, {field: late, is: true}]}}]}");
        String entries = "\"people\": [{\"late\": false}, {\"late\": true}]";
        assertThat(missing(people, "{\"anybody\": true, " + entries + "}")).containsExactly("people[1].why");
        assertThat(missing(people, "{\"anybody\": false, " + entries + "}")).isEmpty();
    }

    private static java.util.List<String> missing(Form form, String json) {
        return AnswerCheck.of(form, Asked.answers(form, json), Asked.TODAY).complete().stream()
                .map(finding -> String.valueOf(finding.place().path()))
                .toList();
    }
}
