package quire.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import quire.merge.Shape;
import quire.merge.Value;

class RepeatFieldTest {

    private final Asked people = Asked.field("type: repeat, label: People present, min: 1, max: 3, item: ["
            + "{id: name, type: text, label: Name, required: true},"
            + "{id: left_early, type: yesno, label: Left early},"
            + "{id: reason, type: text, label: Reason, required: true, show_if: {field: left_early, is: true}}]");

    private final Asked criteria = Asked.field("type: repeat, label: Criteria, rows: judgement, item: ["
            + "{id: seen, type: yesno, label: Seen, required: true}]");

    @Test
    void printsOneGroupForEachEntry() {
        Value value = people.value("[{\"id\": \"r1\", \"name\": \"Rose\"}, {\"id\": \"r2\", \"name\": \"Amir\"}]");
        assertThat(value).isInstanceOfSatisfying(Value.Items.class, items -> {
            assertThat(items.items()).hasSize(2);
            assertThat(items.items().get(1).member("name")).isEqualTo(new Value.Text("Amir"));
            assertThat(items.items().get(1).member("reason")).isEqualTo(new Value.Text(""));
        });
    }

    @Test
    void findsWhatIsMissingInEachEntry() {
        assertThat(people.complete("[{\"name\": \"Rose\", \"left_early\": true}, {\"id\": \"r2\"}]"))
                .containsExactly("Entry 1: Enter the reason", "Entry 2: Enter the name");
        assertThat(people.codes("[{\"name\": \"Rose\"}, {}]")).containsExactly("answer-empty it[1].name");
        assertThat(people.draft("[{}]")).isEmpty();
    }

    @Test
    void keepsAHiddenAnswerOffThePaper() {
        Value value = people.value("[{\"name\": \"Rose\", \"left_early\": false, \"reason\": \"Train\"}]");
        assertThat(value)
                .isInstanceOfSatisfying(
                        Value.Items.class,
                        items -> assertThat(items.items().get(0).member("reason"))
                                .isEqualTo(new Value.Text("")));
    }

    @Test
    void knowsNoneFromNotAnswered() {
        Asked optional = Asked.field(
                "type: repeat, label: Others present, required: true, item: [{id: name, type: text, label: Name}]");
        assertThat(optional.complete("null"))
                .containsExactly("Add an entry to “Others present”, or say that there are none");
        assertThat(optional.complete("[]")).isEmpty();
        assertThat(people.complete("[]")).containsExactly("Add at least 1 entry to “People present”");
        assertThat(people.complete("null")).containsExactly("Add at least 1 entry to “People present”");
        assertThat(people.value("null")).isEqualTo(Value.Items.NONE);
    }

    @Test
    void refusesAHundredThousandEntriesWithoutLookingAtThem() {
        String many =
                IntStream.range(0, 100_000).mapToObj(i -> "{\"nam\": 1}").collect(Collectors.joining(",", "[", "]"));
        assertThat(people.draft(many)).containsExactly("“People present” has 100000 entries. It must have 3 or fewer");
    }

    @Test
    void refusesWhatIsNoEntry() {
        for (String answer : new String[] {
            "\"Rose\"", "[\"Rose\"]", "[{\"nme\": \"Rose\"}]", "[{\"name\": 5}]", "[{\"id\": 5}]", "[null]"
        }) {
            assertThat(people.draft(answer)).as(answer).hasSize(1);
            assertThat(people.schemaTakes(answer)).as(answer).isFalse();
        }
        assertThat(people.draft("[{\"id\": \"a\"}, {\"id\": \"a\"}]")).hasSize(1);
        assertThat(people.schemaTakes("[{\"id\": \"a\", \"name\": null}]")).isTrue();
    }

    @Test
    void putsFixedRowsInTheOrderOfTheForm() {
        Value value = criteria.value("[{\"row\": \"not_met\", \"seen\": true}]");
        assertThat(value).isInstanceOfSatisfying(Value.Items.class, items -> {
            assertThat(items.items())
                    .extracting(item ->
                            item.member("row") == null ? "" : item.member("row").text())
                    .containsExactly("Met", "Developing", "Not met");
            assertThat(items.items().get(2).member("seen"))
                    .extracting(seen -> seen == null ? "" : seen.text())
                    .isEqualTo("Yes");
        });
    }

    @Test
    void asksForEveryFixedRow() {
        assertThat(criteria.complete("[{\"row\": \"developing\", \"seen\": false}]"))
                .containsExactly("Met: Select yes or no for “Seen”", "Not met: Select yes or no for “Seen”");
        assertThat(criteria.codes("null"))
                .containsExactly("answer-empty it[0].seen", "answer-empty it[1].seen", "answer-empty it[2].seen");
        assertThat(criteria.value("null").truthy()).isTrue();
    }

    @Test
    void refusesRowsThatTheFormDoesNotHave() {
        assertThat(criteria.draft("[{\"row\": \"other\"}]")).hasSize(1);
        assertThat(criteria.draft("[{\"row\": \"met\"}, {\"row\": \"met\"}]")).hasSize(1);
        assertThat(criteria.schemaTakes("[{\"row\": \"other\"}]")).isFalse();
        assertThat(criteria.schemaTakes("[{\"seen\": true}]")).isFalse();
        assertThat(criteria.schemaTakes("[{\"row\": \"met\", \"seen\": true}]")).isTrue();
    }

    @Test
    void isATableWhenEveryFieldIsShort() {
        assertThat(people.field())
                .extracting(field -> ((RepeatField) field).layout())
                .isEqualTo(RepeatField.Layout.TABLE);
        assertThat(Asked.field("type: repeat, label: Reasons, item: [{id: why, type: longtext, label: Why}]")
                        .field())
                .extracting(field -> ((RepeatField) field).layout())
                .isEqualTo(RepeatField.Layout.CARDS);
    }

    @Test
    void isAListOfGroupsToTemplates() {
        Shape shape = criteria.field().shape();
        assertThat(shape.kind()).isEqualTo(Shape.Kind.LIST);
        assertThat(shape.item())
                .isNotNull()
                .satisfies(item -> assertThat(item.members()).containsOnlyKeys("row", "seen"));
    }

    @Test
    void wantsNothingAddedToFixedRows() {
        assertThat(
                        Asked.faults(
                                "{id: r, type: repeat, label: R, rows: judgement, min: 2, item: [{id: a, type: yesno, label: A}]}"))
                .containsExactly(
                        "The field “r” has the rows of a list, so nothing can be added or left out. Take out “min”.");
        assertThat(Asked.faults(
                        "{id: r, type: repeat, label: R, min: 5, max: 2, item: [{id: a, type: yesno, label: A}]}"))
                .containsExactly("The field “r” wants at least 5 entries and at most 2.");
    }
}
