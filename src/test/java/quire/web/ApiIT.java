package quire.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import quire.core.Json;
import quire.testkit.Ask;
import quire.testkit.Docx;
import quire.testkit.PdfText;
import quire.testkit.WebHouse;

/** The interface for programs: the right answer, or a problem that says what to mend. */
class ApiIT {

    private static final String FORM = "/api/v1/forms/direct-observation";
    private static final byte[] PAGE =
            "<html lang='en'><head><title>T</title></head><body><h1>{{name}}</h1></body></html>".getBytes(UTF_8);

    @TempDir
    static Path data;

    private static WebHouse house;
    private static Ask program;

    @BeforeAll
    static void open() {
        house = WebHouse.open(data);
        program = house.program();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void listsTheForms() {
        ask().get("/api/v1/forms")
                .expect(200)
                .has("Content-Type", "application/json")
                .says("\"id\":\"final-review\"");
    }

    @Test
    void tellsAFormAndTheSchemaOfItsAnswers() {
        ask().get(FORM).expect(200).says("\"definition\"", "\"observation_date\"");
        ask().get(FORM + "/schema")
                .expect(200)
                .has("Content-Type", "application/schema+json")
                .says("https://json-schema.org/draft/2020-12/schema");
    }

    @Test
    void makesThePaperOfAForm() {
        byte[] pdf =
                merge("pdf", WebHouse.sample("direct-observation")).expect(200).bytes();
        assertThat(PdfText.of(pdf)).contains("Direct observation");
        merge("docx", WebHouse.sample("direct-observation"))
                .expect(200)
                .has("Quire-Findings", "0")
                .has("Content-Type", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    }

    @Test
    void refusesAnswersThatAreNotCompleteAndListsWhatIsMissing() {
        merge("pdf", "{}")
                .expect(422)
                .has("Content-Type", "application/problem+json")
                .says(
                        "\"code\":\"answer-empty\"",
                        "\"path\":\"observation_date\"",
                        "Enter the date of the observation");
        ask().post(FORM + "/merge?as=pdf&missing=mark", "application/json", "{}")
                .expect(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    not json                             | 400 | json
                    []                                   | 400 | json-not-object
                    {"setting": "a", "setting": "b"}     | 400 | json
                    {"setting": 1e999}                   | 400 | json
                    {"nobody_asked": 1}                  | 422 | answer-unknown
                    {"setting": {"deep": true}}          | 422 | answer-kind
                    {"observation_date": "31 February"}  | 422 | answer-format
                    {"contact_kind": "on the moon"}      | 422 | answer-choice
                    """)
    void saysWhatIsWrongWithTheAnswers(String body, int status, String code) {
        ask().post(FORM + "/merge?as=pdf&missing=mark", "application/json", body)
                .expect(status)
                .has("Content-Type", "application/problem+json")
                .says("\"code\":\"" + code + "\"")
                .doesNotSay("Exception", "\tat ", "quire.");
    }

    static Stream<String> wildJson() {
        return Stream.of(
                "[".repeat(100_000),
                "{\"setting\":".repeat(50_000),
                "{\"setting\":\"\\ud800\"}",
                "{\"setting\":\"\\u0000\"}",
                "{\"setting\":" + "9".repeat(100_000) + "}",
                "{\"setting\":1e-999999999}",
                "{\"setting\":NaN}",
                "{\"setting\":\"a\"} and more",
                "{\"\\u0000\":1}",
                "{\"__proto__\":{\"a\":1}}",
                "{\"domain_comments\":[" + "{},".repeat(5_000) + "{}]}",
                "\uFEFF{}",
                "null",
                "");
    }

    /** S-66, S-70: data that is deep, long, or no text. */
    @ParameterizedTest
    @MethodSource("wildJson")
    void s66_answersJsonOfEveryKind(String body) {
        for (String as : List.of("docx", "pdf")) {
            Ask.Answer answer = ask().post(FORM + "/merge?missing=mark&as=" + as, "application/json", body);
            assertThat(answer.status()).as(answer.text()).isIn(200, 400, 413, 422);
        }
        Ask.Answer lint = ask().postParts("/api/v1/merge?as=pdf", parts("template:t.html", PAGE, "data", body));
        assertThat(lint.status()).as(lint.text()).isIn(200, 400, 413, 422);
    }

    @Test
    void saysWhichFormThereIsNot() {
        ask().get("/api/v1/forms/nobody").expect(404).says("There is no form “nobody”.");
        ask().post("/api/v1/forms/nobody/merge?as=pdf", "application/json", "{}")
                .expect(404);
        ask().postParts("/api/v1/templates/lint", parts("template:t.html", PAGE, "form", "nobody"))
                .expect(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?as=", "?as=odt", "?as=pdf&missing=maybe", "?as=pdf&as=docx"})
    void asksForAWholeQuestion(String query) {
        ask().post(FORM + "/merge" + query, "application/json", "{}")
                .expect(400)
                .says("\"findings\"");
    }

    @Test
    void takesOnlyWhatItCanRead() {
        ask().post(FORM + "/merge?as=pdf", "text/plain", "{}").expect(415);
        ask().post("/api/v1/merge?as=pdf", "application/json", "{}").expect(415);
        ask().post("/api/v1/templates/lint", "application/x-www-form-urlencoded", "template=x")
                .expect(415);
        ask().postParts("/api/v1/merge?as=docx", parts("template:t.html", PAGE, "data", "{}"))
                .expect(415);
    }

    @Test
    void refusesMoreThanTheLimitWhileReading() {
        byte[] large = new byte[26_000_000];
        ask().post(FORM + "/merge?as=pdf", "application/json", BodyPublishers.ofByteArray(large))
                .expect(413);
        ask().post(
                        FORM + "/merge?as=pdf",
                        "application/json",
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                .expect(413);
        ask().postParts("/api/v1/merge?as=pdf", parts("template:t.html", large, "data", "{}"))
                .expect(413);
    }

    @Test
    void mergesATemplateThatComesAlong() {
        byte[] pdf = ask().postParts(
                        "/api/v1/merge?as=pdf", parts("template:t.html", PAGE, "data", "{\"name\":\"Łucja\"}"))
                .expect(200)
                .bytes();
        assertThat(PdfText.of(pdf)).contains("Łucja");
        byte[] other = "<html lang='en'><head><title>T</title></head><body><p>{name}</p></body></html>".getBytes(UTF_8);
        Map<String, Object> parts =
                parts("template:t.html", other, "data:d.json", "{\"name\":\"Siân\"}".getBytes(UTF_8));
        parts.put("delimiters", "{ }");
        assertThat(PdfText.of(ask().postParts("/api/v1/merge?as=pdf", parts)
                        .expect(200)
                        .bytes()))
                .contains("Siân");
    }

    @Test
    void printsAWordTemplateThatComesAlong() {
        byte[] docx = Docx.line("Dear {{name}}").bytes();
        Map<String, Object> parts = parts("template:t.docx", docx, "data", "{\"name\":\"Łucja\"}");
        byte[] pdf = ask().postParts("/api/v1/merge?as=pdf", parts).expect(200).bytes();
        assertThat(PdfText.of(pdf)).isEqualTo("Dear Łucja");
    }

    @Test
    void saysWhichKeysTheDataLacksIfAsked() {
        Map<String, Object> parts = parts("template:t.html", PAGE, "data", "{}");
        ask().postParts("/api/v1/merge?as=pdf", parts).expect(200);
        parts.put("missing", "error");
        ask().postParts("/api/v1/merge?as=pdf", parts).expect(422).says("\"code\":\"unknown-key\"", "\"line\":1");
    }

    @Test
    void findsTheFaultsOfATemplate() {
        byte[] faulty = "<p>\n{{#a}}\n{{b c}}</p>".getBytes(UTF_8);
        ask().postParts("/api/v1/templates/lint", parts("template:t.html", faulty))
                .expect(200)
                .says("\"code\":\"bad-key\"", "\"line\":3", "\"code\":\"section-not-closed\"", "\"file\":\"t.html\"");
        byte[] misspelt = "<p>{{seting}}</p>".getBytes(UTF_8);
        ask().postParts("/api/v1/templates/lint", parts("template:t.html", misspelt, "form", "direct-observation"))
                .expect(200)
                .says("\"code\":\"unknown-key\"", "\"suggestion\":\"setting\"");
        ask().postParts("/api/v1/templates/lint", parts("template:t.html", PAGE))
                .expect(200)
                .says("{\"findings\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.docx", "t.docm", "t.exe", "../../t.docx"})
    void refusesWhatIsNoTemplate(String name) {
        int status = ask().postParts("/api/v1/merge?as=docx", parts("template:" + name, PAGE, "data", "{}"))
                .doesNotSay("Exception", "\tat ")
                .status();
        assertThat(status).isBetween(400, 499);
    }

    @Test
    void answersInProblemsForAddressesThatAreNotThere() {
        ask().get("/api/v1/nothing").expect(404).has("Content-Type", "application/problem+json");
        ask().method("DELETE", "/api/v1/forms").expect(405).has("Content-Type", "application/problem+json");
    }

    @Test
    void isWellAndDescribesItself() {
        ask().get("/health").expect(200).says("{\"status\":\"ok\"}");
        assertThat(Json.readObject(ask().get("/openapi.json").expect(200).text(), "openapi"))
                .containsEntry("openapi", "3.1.0");
    }

    private static Ask ask() {
        return program;
    }

    private static Ask.Answer merge(String type, String answers) {
        return ask().post(FORM + "/merge?as=" + type, "application/json", answers);
    }

    private static Map<String, Object> parts(Object... parts) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            all.put((String) parts[i], parts[i + 1]);
        }
        return all;
    }
}
