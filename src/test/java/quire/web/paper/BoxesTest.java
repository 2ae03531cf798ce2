package quire.web.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quire.core.Json;
import quire.forms.Answers;
import quire.forms.Form;
import quire.forms.FormReader;
import quire.forms.Forms;
import quire.forms.Section;
import quire.portfolio.Attachments;
import quire.store.Database;
import quire.testkit.WebHouse;
import quire.web.frame.Posted;
import quire.web.frame.Typed;

/** Answers laid out into boxes and read back. */
class BoxesTest {

    private static final Form FORM = FormReader.read("""
                    form: boxes
                    version: 1
                    title: Boxes
                    roles: {one: {label: "One", from: portfolio}}
                    lists: {judgement: [{id: met, text: "Met"}, {id: not_met, text: "Not met"}]}
                    sections:
                      - id: all
                        title: All
                        owner: one
                        fields:
                          - {id: day, type: date, label: "Day"}
                          - {id: hours, type: number, label: "Hours", decimals: 2}
                          - {id: agreed, type: yesno, label: "Agreed?"}
                          - {id: who, type: person, label: "Who"}
                          - {id: marks, type: choices, list: judgement, label: "Marks"}
                          - {id: said, type: statement, label: "Said", text: "Words"}
                          - id: things
                            type: repeat
                            label: "Things"
                            item: [{id: name, type: text, label: "Name"}, {id: mark, type: choice, list: judgement, label: "Mark"}]
                          - id: grid
                            type: repeat
                            label: "Grid"
                            rows: judgement
                            item: [{id: note, type: text, label: "Note"}]
                    """, "boxes.yaml").orThrow();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "direct-observation",
                "final-review",
                "internal-moderation",
                "professional-development-plan",
                "support-and-assessment-agreement"
            })
    void readsBackEverythingThatItLaidOut(String id) {
        Form form = Forms.load(Path.of("forms")).get(id);
        Map<String, @Nullable Object> answers =
                Answers.of(form, WebHouse.sampleData(id)).values();
        for (Section section : form.sections()) {
            Typed typed = AnswersToBoxes.of(section.fields(), answers);
            Map<String, @Nullable Object> read = read(section, typed, answers).answers();
            Map<String, @Nullable Object> expected = new LinkedHashMap<>();
            read.keySet().forEach(key -> expected.put(key, answers.get(key)));
            assertThat(Json.canonical(withoutIds(Answers.of(form, read).values())))
                    .as(section.id())
                    .isEqualTo(Json.canonical(withoutIds(expected)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "14, 3, 2026, 2026-03-14",
        "4, 11, 2026, 2026-11-04",
        "04, 03, 2026, 2026-03-04",
        "1, mar, 2026, 2026-03-01",
        "1, September, 2026, 2026-09-01",
        "31, 2, 2026, 2026-02-31",
        "14, 3, 26, 14 3 26",
        "14, '', 2026, 14  2026",
        "one, 3, 2026, one 3 2026"
    })
    void readsDatesAsPeopleTypeThem(String day, String month, String year, String expected) {
        assertThat(answer("day", "day.day", day, "day.month", month, "day.year", year))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "7.50, 7.50", "'1,000', 1000", "'12 500.5', 12500.5", "-3, -3", ".5, 0.5", "7., 7"})
    void readsNumbersAsPeopleTypeThem(String typed, BigDecimal expected) {
        assertThat((BigDecimal) answer("hours", "hours", typed)).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"seven", "7 hours", "1e5", "1,00", "--7", "0x10"})
    void handsOnWhatIsNoNumberAsItWasTyped(String typed) {
        assertThat(answer("hours", "hours", typed)).isEqualTo(typed);
    }

    @Test
    void readsEmptyBoxesAsNoAnswer() {
        Map<String, @Nullable Object> read =
                read(section(), new Typed(Map.of()), Map.of()).answers();
        assertThat(read.values()).containsOnlyNulls();
        assertThat(read).doesNotContainKey("said");
    }

    @Test
    void tellsNoneFromNotAnswered() {
        assertThat(answer("things", "things.none", "true")).isEqualTo(List.of());
        assertThat(answer("things", "day.day", "1")).isNull();
    }

    @Test
    void keepsTheOrderOfEntries() {
        Typed typed = new Typed(Map.of(
                "things", List.of("r2", "r1"),
                "things.r1.name", List.of("first"),
                "things.r2.name", List.of("second")));
        assertThat(read(section(), typed, Map.of()).answers().get("things"))
                .isEqualTo(List.of(Map.of("id", "r2", "name", "second"), Map.of("id", "r1", "name", "first")));
    }

    @Test
    void refusesNamesOfEntriesThatAreNoNames() {
        Typed typed = new Typed(Map.of("things", List.of("r1", "../x", "r1", "<b>")));
        assertThat(read(section(), typed, Map.of()).answers().get("things")).isEqualTo(List.of(Map.of("id", "r1")));
    }

    @Test
    void readsOnlyTheRowsThatWereFilled() {
        Typed typed = new Typed(Map.of(
                "grid", List.of("met", "not_met"),
                "grid.met.note", List.of(""),
                "grid.not_met.note", List.of("late")));
        assertThat(read(section(), typed, Map.of()).answers().get("grid"))
                .isEqualTo(List.of(Map.of("row", "not_met", "note", "late")));
    }

    @Test
    void knowsEveryBoxOfThePage() {
        Typed typed = new Typed(Map.of("things", List.of("r1")));
        assertThat(read(section(), typed, Map.of()).known())
                .contains("day.month", "hours", "who.registration", "things", "things.none", "things.r1.mark", "grid")
                .doesNotContain("said", "owner", "things.r2.name");
    }

    private @Nullable Object answer(String field, String... boxes) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (int i = 0; i < boxes.length; i += 2) {
            values.put(boxes[i], List.of(boxes[i + 1]));
        }
        return read(section(), new Typed(values), Map.of()).answers().get(field);
    }

    private static Section section() {
        return FORM.section("all");
    }

    private BoxesToAnswers.Read read(Section section, Typed typed, Map<String, ? extends @Nullable Object> before) {
        try (Database database = Database.open(folder)) {
            Uploads uploads = new Uploads(new Posted(Map.of(), Map.of()), new Attachments(database.blobs()));
            return BoxesToAnswers.of(section.fields(), typed, before, uploads);
        }
    }

    /** Samples come without the names of entries; pages give them some. */
    private static Object withoutIds(Map<String, @Nullable Object> answers) {
        return answers.entrySet().stream()
                .filter(answer -> answer.getValue() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        answer -> withoutIds(String.valueOf(Json.canonical(Arrays.asList(answer.getValue()))))));
    }

    private static String withoutIds(String canonical) {
        return canonical
                .replaceAll("\"id\":\"\\w+\",?", "")
                .replaceAll("\"description\":\"\",", "")
                .replace(",}", "}");
    }
}
