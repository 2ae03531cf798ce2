package quire.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.core.Json;
import quire.merge.Value;

/** What nobody types. */
class FillingTest {

    private static final Form FORM = Asked.form(
            "{id: count, type: number, label: Observations, min: 3, filled_by: record}",
            "{id: day, type: date, label: Panel, not_after: today, filled_by: record}",
            "{id: note, type: text, label: Note, required: true}",
            "{id: papers, type: repeat, label: Papers, filled_by: record, item: ["
                    + "{id: title, type: text, label: Title, filled_by: record}, {id: seen, type: yesno, label: Seen, required: true}]}",
            "{id: grid, type: repeat, label: Grid, rows: judgement, item: ["
                    + "{id: times, type: number, label: Times, filled_by: record}, {id: why, type: text, label: Why}]}",
            "{id: people, type: repeat, label: People, item: ["
                    + "{id: name, type: text, label: Name}, {id: visits, type: number, label: Visits, filled_by: record}]}");

    @Test
    void isMergedLikeAnyOtherAnswer() {
        Answers answers = Asked.answers(FORM, """
                {"count": 4, "day": "2026-11-12", "papers": [{"title": "Review", "seen": true}]}
                """);
        Value.Group values = FormValues.of(FORM, answers, DocumentFacts.draft(Asked.TODAY));
        assertThat(text(values.member("count"))).isEqualTo("4");
        assertThat(text(values.member("day"))).isEqualTo("12 November 2026");
        assertThat(values.member("papers"))
                .isInstanceOfSatisfying(
                        Value.Items.class,
                        papers -> assertThat(papers.items())
                                .singleElement()
                                .satisfies(paper ->
                                        assertThat(text(paper.member("title"))).isEqualTo("Review")));
        assertThat(AnswerCheck.of(FORM, answers, Asked.TODAY).draft()).isEmpty();
    }

    @Test
    void isAskedOfNobodyAndHeldToNoLimitThatSomebodyWouldHaveToMeet() {
        Answers answers = Asked.answers(FORM, """
                {"count": 1, "day": "2030-01-01", "papers": [{"id": "a", "title": "Review"}]}
                """);
        assertThat(AnswerCheck.of(FORM, answers, Asked.TODAY).complete())
                .extracting(finding -> finding.code() + " " + finding.place().path())
                .containsExactly("answer-empty note", "answer-empty papers[0].seen");
    }

    @Test
    void isStillRefusedWhereItIsOfAWrongKind() {
        Answers answers = Asked.answers(FORM, "{\"count\": true, \"papers\": [{\"title\": 5}]}");
        assertThat(AnswerCheck.of(FORM, answers, Asked.TODAY).draft())
                .extracting(finding -> finding.code() + " " + finding.place().path())
                .containsExactly("answer-format count", "answer-kind papers[0].title");
    }

    @Test
    void isReadOnlyInTheSchemaAndTakenAllTheSame() {
        assertThat(Json.write(FormSchema.of(FORM)))
                .contains(
                        "\"count\":{\"title\":\"Observations\",\"readOnly\":true",
                        "\"title\":\"Times\",\"readOnly\":true")
                .contains("\"title\":\"Papers\",\"readOnly\":true");
        assertThat(Asked.schema(FormSchema.of(FORM))
                        .validate("{\"count\": 4, \"papers\": [{\"title\": \"A\"}]}", InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # field | typed                                | filled                           | joined
            count   | 1                                    | 4                                | 4
            count   | 1                                    | null                             | null
            note    | "mine"                               | "theirs"                         | "mine"
            papers  | [{"id":"a","title":"x","seen":true}] | [{"id":"a","title":"A"},{"id":"b","title":"B"}] | [{"id":"a","title":"A","seen":true},{"id":"b","title":"B"}]
            papers  | [{"id":"c","seen":true}]             | [{"id":"a","title":"A","seen":false}] | [{"id":"a","title":"A"}]
            papers  | [{"id":"a","seen":true}]             | null                             | null
            grid    | [{"row":"met","why":"w","times":9}]  | [{"row":"developing","times":2}] | [{"row":"met","why":"w"},{"row":"developing","times":2},{"row":"not_met"}]
            grid    | null                                 | null                             | null
            people  | [{"id":"r1","name":"A","visits":9}]  | [{"id":"r1","visits":2},{"id":"r2","visits":3}] | [{"id":"r1","name":"A","visits":2}]
            """)
    void keepsToItsOwnPartOfAnAnswer(String field, String typed, String filled, String joined) {
        assertThat(Filling.joined(field(field), data(typed), data(filled))).isEqualTo(data(joined));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # field | sent                                 | known                            | leaves it alone
            count   | 4                                    | 4.0                              | true
            count   | null                                 | 4                                | false
            count   | 5                                    | 4                                | false
            note    | "a"                                  | "b"                              | true
            papers  | [{"id":"a","seen":true}]             | [{"id":"a","title":"A"}]         | true
            papers  | [{"id":"a","title":"A","seen":true}] | [{"id":"a","title":"A"}]         | true
            papers  | [{"id":"a","title":"Z"}]             | [{"id":"a","title":"A"}]         | false
            papers  | []                                   | [{"id":"a","title":"A"}]         | false
            papers  | [{"id":"b"},{"id":"a"}]              | [{"id":"a"},{"id":"b"}]          | false
            grid    | [{"row":"met","why":"w"}]            | [{"row":"met","times":2}]        | true
            grid    | [{"row":"met","times":3}]            | [{"row":"met","times":2}]        | false
            people  | [{"id":"r9","name":"New"}]           | null                             | true
            people  | [{"id":"r9","visits":7}]             | null                             | false
            """)
    void knowsWhatSomebodyTriedToChange(String field, String sent, String known, boolean alone) {
        assertThat(Filling.leavesAlone(field(field), data(sent), data(known))).isEqualTo(alone);
    }

    private static Field field(String id) {
        return FORM.field(id).orElseThrow();
    }

    private static @Nullable Object data(String json) {
        return Json.readObject("{\"it\":" + json + "}", "it").get("it");
    }

    private static String text(@Nullable Value value) {
        return value == null ? "nothing at all" : value.text();
    }
}
