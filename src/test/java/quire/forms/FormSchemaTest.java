package quire.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import quire.core.Json;
import quire.testkit.Golden;

class FormSchemaTest {

    private final Form whole = Whole.form();
    private final Schema schema = Asked.schema(FormSchema.of(whole));

    @Test
    void isItselfGoodJsonSchema() {
        Schema ofSchemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(ofSchemas.validate(Json.write(FormSchema.of(whole)), InputFormat.JSON))
                .isEmpty();
        assertThat(ofSchemas.validate(Formats.FORM.text(), InputFormat.JSON)).isEmpty();
    }

    @Test
    void takesWhatADraftMayHold() throws IOException {
        String answers = Files.readString(Golden.folder("forms").resolve("whole.answers.json"));
        assertThat(schema.validate(answers, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate("{}", InputFormat.JSON)).isEmpty();
        assertThat(AnswerCheck.of(whole, Asked.answers(whole, answers), Asked.TODAY)
                        .draft())
                .isEmpty();
    }

    @Test
    void refusesUnknownAnswersWhereverTheyStand() {
        for (String answers : new String[] {
            "{\"stranger\": 1}",
            "{\"record\": {\"stranger\": 1}}",
            "{\"signatures\": [{\"role\": \"stranger\"}]}",
            "{\"signatures\": [{\"role\": \"nqsw\", \"stranger\": 1}]}",
            "{\"signatures\": [{\"role\": \"nqsw\", \"date\": \"soon\"}]}",
            "{\"signatures\": [{\"role\": \"nqsw\", \"time\": \"soon\"}]}",
            "{\"record\": \"asye\"}",
        }) {
            assertThat(schema.validate(answers, InputFormat.JSON)).as(answers).isNotEmpty();
            assertThat(AnswerCheck.of(whole, Asked.answers(whole, answers), Asked.TODAY)
                            .draft())
                    .as(answers)
                    .isNotEmpty();
        }
    }

    @Test
    void saysWhatIsAskedInTheWordsOfTheForm() {
        assertThat(Json.write(FormSchema.of(whole)))
                .contains("\"title\":\"What do you plan to do and why?\"")
                .contains("\"description\":\"No address.\"")
                .contains("{\"const\":\"not_met\",\"title\":\"Not met\"}");
    }
}
