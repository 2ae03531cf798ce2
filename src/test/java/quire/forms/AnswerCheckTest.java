package quire.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import quire.core.Finding;
import quire.testkit.Golden;

class AnswerCheckTest {

    private final Form whole = Whole.form();

    @Test
    void findsNothingMissingInACompleteDocument() throws IOException {
        String json = Files.readString(Golden.folder("forms").resolve("whole.answers.json"));
        String complete = json.replace("{\"id\": \"r2\", ", "{\"id\": \"r2\", \"about\": \"skills\", ")
                .replace("[{\"row\": \"skills\"", "[{\"row\": \"values\", \"seen\": false}, {\"row\": \"skills\"");
        assertThat(check(complete).complete()).isEmpty();
    }

    @Test
    void listsWhatIsMissingInTheOrderOfThePaper() {
        assertThat(check("{\"consent\": true}").complete())
                .extracting(finding -> finding.place().path() + ": " + finding.message())
                .containsExactly(
                        "record.nqsw_name: Enter the newly qualified social worker",
                        "setting: Enter the setting",
                        "obs_date: Enter the date of the observation",
                        "plan: Enter an answer to “What do you plan to do and why?”",
                        "consent_how: Enter an answer to “How did they agree?”",
                        "watcher: Enter the name of the observer",
                        "outcome: Select the judgement",
                        "reasons: Add at least 1 entry to “Reasons”",
                        "criteria[0].seen: Values and ethics: Select yes or no for “Seen”",
                        "criteria[1].seen: Skills: Select yes or no for “Seen”");
    }

    @Test
    void asksOneSectionForItsOwnAnswersOnly() {
        AnswerCheck check = check("{\"setting\": \"A ward\", \"strange\": 1}");
        assertThat(check.complete(whole.section("before")))
                .extracting(finding -> finding.place().path())
                .containsExactly("obs_date", "plan", "consent");
        assertThat(check.complete(whole.section("reflection"))).as("hidden").isEmpty();
    }

    @Test
    void neverRefusesADraftForBeingIncomplete() {
        assertThat(check("{}").draft()).isEmpty();
        assertThat(check("{\"obs_date\": \"2030-01-01\", \"hours\": 9999, \"setting\": \"" + "x".repeat(5_000) + "\"}")
                        .draft())
                .isEmpty();
    }

    @Test
    void refusesSignaturesThatTheFormDoesNotAskFor() {
        assertThat(codes("{\"signatures\": [{\"role\": \"manager\", \"name\": \"Kit\"}]}"))
                .containsExactly("answer-kind signatures[0]");
        assertThat(codes("{\"signatures\": [{\"step\": 2, \"role\": \"nqsw\"}]}"))
                .containsExactly("answer-kind signatures[0]");
        assertThat(codes("{\"signatures\": [{\"step\": 1, \"role\": \"nqsw\", \"date\": \"2026-02-30\"}]}"))
                .containsExactly("answer-kind signatures[0]");
        for (String time : List.of("24:00", "9:30", "16:45:10", "soon")) {
            assertThat(codes("{\"signatures\": [{\"step\": 1, \"role\": \"nqsw\", \"time\": \"" + time + "\"}]}"))
                    .containsExactly("answer-kind signatures[0]");
        }
        assertThat(codes("{\"signatures\": {}}")).containsExactly("answer-kind signatures");
        assertThat(codes("{\"signatures\": [{}, {}, {}, {}]}")).containsExactly("answer-kind signatures");
    }

    @Test
    void refusesARecordWhereTheFormHasNone() {
        Form plain = Asked.form("{id: name, type: text, label: Name}");
        assertThat(AnswerCheck.of(plain, Asked.answers(plain, "{\"record\": {}}"), Asked.TODAY)
                        .draft())
                .extracting(Finding::code)
                .containsExactly("answer-unknown");
    }

    private List<String> codes(String json) {
        return check(json).draft().stream()
                .map(finding -> finding.code() + " " + finding.place().path())
                .toList();
    }

    private AnswerCheck check(String json) {
        return AnswerCheck.of(whole, Asked.answers(whole, json), Asked.TODAY);
    }
}
