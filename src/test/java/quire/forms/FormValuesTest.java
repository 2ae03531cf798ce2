package quire.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import quire.merge.Value;
import quire.testkit.Golden;

class FormValuesTest {

    private static final DocumentFacts FACTS = new DocumentFacts(2, true, LocalDate.of(2026, 11, 21));

    private final Form whole = Whole.form();

    @Test
    void givesTemplatesEverythingTheyMayPrint() throws IOException {
        String json = Files.readString(Golden.folder("forms").resolve("whole.answers.json"));
        Value.Group values = FormValues.of(whole, Asked.answers(whole, json), FACTS);
        Golden.check("forms/whole.values.txt", ValueText.of(values));
    }

    @Test
    void givesTemplatesTheSameKeysWithoutAnyAnswer() {
        Value.Group values = FormValues.of(whole, Answers.NONE, FACTS);
        Golden.check("forms/whole.blank.txt", ValueText.of(values));
    }

    @Test
    void callsADocumentOutsideItsSeriesByTheTitleOfTheForm() {
        Value.Group values = FormValues.of(whole, Answers.NONE, DocumentFacts.draft(LocalDate.of(2026, 11, 21)));
        assertThat(values.member("document")).isNotNull().satisfies(document -> {
            assertThat(document.member("title")).isEqualTo(new Value.Text("Direct observation of practice"));
            assertThat(document.member("number")).isEqualTo(new Value.Text(""));
        });
    }

    @Test
    void saysWhenADocumentIsFinal() {
        Value.Group values =
                FormValues.of(whole, Answers.NONE, new DocumentFacts(1, false, LocalDate.of(2026, 11, 21)));
        assertThat(values.member("document")).isNotNull().satisfies(document -> {
            assertThat(document.member("status")).isEqualTo(new Value.Text("Final"));
            assertThat(document.member("is"))
                    .isNotNull()
                    .satisfies(is -> assertThat(is.member("draft")).isEqualTo(Value.Flag.NO));
        });
    }

    @Test
    void namesWhoeverOfSeveralHasSigned() {
        Answers signed =
                Asked.answers(whole, "{\"signatures\": [{\"step\": 3, \"role\": \"assessor\", \"name\": \"Rose\"}]}");
        assertThat(FormValues.of(whole, signed, FACTS).member("signatures"))
                .isInstanceOfSatisfying(
                        Value.Items.class,
                        lines -> assertThat(lines.items())
                                .extracting(line -> text(line, "role") + "/" + text(line, "name"))
                                .containsExactly("Newly qualified social worker/", "Observer/", "Assessor/Rose"));
        assertThat(FormValues.of(whole, Answers.NONE, FACTS).member("signatures"))
                .isInstanceOfSatisfying(
                        Value.Items.class,
                        lines -> assertThat(text(lines.items().get(2), "role"))
                                .isEqualTo("Newly qualified social worker or Assessor"));
    }

    private static String text(Value value, String member) {
        Value found = value.member(member);
        return found == null ? "?" : found.text();
    }
}
