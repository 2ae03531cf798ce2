package quire.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import quire.core.Finding;
import quire.merge.Value;

/** A step of signing that is not always needed is asked for only where its condition holds. */
class SignOffTest {

    private static final String PAPER = """
            form: paper
            version: 1
            title: Paper
            record:
              record: block
              title: Block
              fields:
                - {id: route, type: text, label: Route}
            roles:
              writer: {label: Writer}
              judge: {label: Judge}
            sections:
              - id: asked
                title: Asked
                owner: writer
                fields:
                  - {id: appeal, type: yesno, label: Appeal}
              - id: private
                title: Private
                owner: writer
                visible_to: [writer]
                release_to: {judge: RELEASE}
                fields:
                  - {id: secret, type: yesno, label: Secret}
                  - id: many
                    type: repeat
                    label: Many
                    item:
                      - {id: one, type: text, label: One}
            sign_off:
              - {step: 1, by: {all: [writer]}, covers: [asked], statement: Mine.}
              - {step: 2, by: {all: [judge]}, show_if: CONDITION, covers: [asked], statement: Judged., locks: document}
            """;

    private final Form form = form("{field: appeal, is: true}");

    @Test
    void asksForAStepWhoseConditionHolds() {
        assertThat(lines("{\"appeal\": true}")).containsExactly("Writer", "Judge");
    }

    @Test
    void skipsAStepWhoseConditionDoesNotHold() {
        assertThat(lines("{\"appeal\": false}")).containsExactly("Writer");
        assertThat(lines("{}")).containsExactly("Writer");
    }

    @Test
    void asksTheRecordToo() {
        Form local = form("{record: route, is: adults}");
        assertThat(lines(local, "{\"record\": {\"route\": \"adults\"}}")).containsExactly("Writer", "Judge");
        assertThat(lines(local, "{\"record\": {\"route\": \"children\"}}")).containsExactly("Writer");
    }

    @Test
    void tellsThatASignatureBelongsToASkippedStepOnceThePaperIsToBeComplete() {
        String signed = "\"signatures\": [{\"step\": 2, \"role\": \"judge\", \"name\": \"Rose\"}]}";
        assertThat(complete("{\"appeal\": true, " + signed)).isEmpty();
        assertThat(complete("{\"appeal\": false, " + signed))
                .containsExactly("The answer “signatures[0]” must be left out: with these answers nobody signs that "
                        + "step, and the paper has no line for it.");
        assertThat(check("{\"appeal\": false, " + signed).draft()).isEmpty();
    }

    @Test
    void keepsTheConditionInThePublishedForm() {
        Form again = FormReader.read(form.canonicalJson(), "stored form").orThrow();
        assertThat(again.signOff()).isEqualTo(form.signOff());
        assertThat(again.signOff().get(1).showIf()).isNotNull();
    }

    @Test
    void letsAStepHangOnlyOnWhatItsSignersReadBeforeThePaperIsClosed() {
        String gone = "The condition looks at “secret”, which “judge” may not read. It would give the answer away.";
        assertThat(faults("{field: secret, is: true}", "on_document_signed")).containsExactly(gone);
        assertThat(faults("{field: secret, is: true}", "on_sign")).isEmpty();
        assertThat(faults("{field: secret, is: true}", "{by: writer}")).isEmpty();
    }

    @Test
    void checksTheConditionOfAStepAsAnyOther() {
        assertThat(faults("{field: apeal, is: true}", "on_sign"))
                .containsExactly("The condition looks at the field “apeal”, which is not in the form.");
        assertThat(faults("{field: one, is: x}", "on_sign"))
                .containsExactly("The condition looks at “one”, which is inside the repeat “many”. Only fields of the "
                        + "same entry may look at it.");
        assertThat(faults("{field: appeal, gt: 3}", "on_sign")).hasSize(1);
        assertThat(faults("{record: rout, is: x}", "on_sign")).hasSize(1);
    }

    private static Form form(String condition) {
        return FormReader.read(yaml(condition, "on_sign"), "paper").orThrow();
    }

    private static List<String> faults(String condition, String release) {
        return FormReader.read(yaml(condition, release), "paper").findings().stream()
                .map(Finding::message)
                .toList();
    }

    private static String yaml(String condition, String release) {
        return PAPER.replace("CONDITION", condition).replace("RELEASE", release);
    }

    private AnswerCheck check(String json) {
        return AnswerCheck.of(form, Asked.answers(form, json), Asked.TODAY);
    }

    private List<String> complete(String json) {
        return check(json).complete().stream().map(Finding::message).toList();
    }

    private List<String> lines(String json) {
        return lines(form, json);
    }

    private static List<String> lines(Form form, String json) {
        Value signatures = FormValues.of(form, Asked.answers(form, json), DocumentFacts.draft(Asked.TODAY))
                .member("signatures");
        return signatures instanceof Value.Items items
                ? items.items().stream().map(SignOffTest::role).toList()
                : List.of();
    }

    private static String role(Value line) {
        Value role = line.member("role");
        return role == null ? "" : role.text();
    }
}
