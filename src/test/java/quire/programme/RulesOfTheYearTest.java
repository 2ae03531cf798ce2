package quire.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quire.forms.Forms;

/** What the sources ask of the year besides its papers: what is open to decide, what is enough, and what a panel reads. */
class RulesOfTheYearTest {

    private static final Forms FORMS = Forms.load(Path.of("forms"));
    private static final Programmes PROGRAMMES = Programmes.load(Path.of("forms/programmes"), FORMS);

    /** Where the sources contradict each other. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # who comes to which meeting
            adult            | coordinator-meetings | reviews-3-6-final | initial-6-final, reviews-6-final
            child-and-family | coordinator-meetings | reviews-3-6-final | initial-6-final, reviews-6-final
            # when the whole portfolio is handed in
            adult            | final-portfolio      | before-review     | two-weeks-after-end, five-days-after-end
            child-and-family | final-portfolio      | before-review     | two-weeks-after-end, five-days-after-end
            # whether there is a panel at 6 months
            adult            | six-month-check      | quality-check     | panel
            child-and-family | six-month-check      | quality-check     | panel
            # how often people assess themselves
            adult            | self-assessments     | once              | three-times
            child-and-family | self-assessments     | three-times       | once
            # what the plan is called, and how many there are
            adult            | plan-name            | professional      | personal
            child-and-family | plan-name            | professional      | personal
            adult            | development-plans    | five              | four
            child-and-family | development-plans    | five              | four
            # whether others must moderate
            adult            | external-moderation  | required          | recommended
            child-and-family | external-moderation  | recommended       | required
            # whether each stage needs its feedback
            adult            | feedback-spread      | one-each-stage    | any-time
            child-and-family | feedback-spread      | any-time          | one-each-stage
            # which number of people reports compare with
            child-and-family | national-figure      | table             | text
            # how many training sessions there are
            adult            | training-sessions    | ten               | nine, eleven
            # how the second half of the year is reflected on
            adult            | final-piece          | written           | presentation
            child-and-family | final-piece          | written           | presentation
            """)
    void canBeDecided(String programme, String id, String usual, String others) {
        assertThat(PROGRAMMES.get(programme).settings())
                .filteredOn(setting -> setting.id().equals(id))
                .singleElement()
                .satisfies(setting -> {
                    assertThat(setting.defaultValue()).isEqualTo(usual);
                    assertThat(setting.values())
                            .extracting(Setting.Value::id)
                            .containsExactlyInAnyOrder((usual + ", " + others).split(", ", -1));
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # setting              | value          | rows of adults | rows of child and family
            self-assessments       | once           | 27             | 27
            self-assessments       | three-times    | 29             | 29
            development-plans      | four           | 26             | 28
            final-piece            | presentation   | 28             | 30
            """)
    void changesTheChecklist(String setting, String value, int adults, int childAndFamily) {
        assertThat(decided("adult", setting, value).rows()).hasSize(adults);
        assertThat(decided("child-and-family", setting, value).rows()).hasSize(childAndFamily);
    }

    @ParameterizedTest
    @CsvSource({"nine, 9", "ten, 10", "eleven, 11"})
    void changesTheTraining(String value, int sessions) {
        Programme adults = PROGRAMMES.get("adult");
        Choices choices = adults.choices(Map.of("training-sessions", value));
        assertThat(adults.support().training(choices)).hasSize(sessions);
    }

    /** When the papers of a stage are handed in, to whom, and how soon feedback comes back. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | start + 4 weeks    | coordinator   | 4 weeks
            1 | review-3 - 1 week  | coordinator   | 4 weeks
            2 | review-6 - 1 week  | coordinator   | 4 weeks
            3 | review-9 + 2 weeks | assessor      |
            4 | portfolio          | administrator | 4 weeks
            """)
    void everyStageIsHandedIn(int stage, String due, String to, @Nullable String within) {
        for (String programme : List.of("adult", "child-and-family")) {
            Stage.HandIn handIn =
                    PROGRAMMES.get(programme).timeline().stages().get(stage).handIn();
            assertThat(handIn).isEqualTo(new Stage.HandIn(rule(due), to, within == null ? null : span(within)));
        }
    }

    /** How much evidence there must be; behind a semicolon, what must be among it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            adult            | D7              | 3 ; 2 observer_is_assessor=true
            adult            | D8              | 3
            adult            | D9              | 3 ; 1 document_type=external_report ; 1 document_type=case_recordings
            adult            | D10             | 3
            adult            | D12 D13 D16     | 2
            child-and-family | D7              | 3
            child-and-family | D8              | 3
            child-and-family | D9              | 3
            child-and-family | D10             | 3
            child-and-family | D12 D13 D16     | 2
            """)
    void asksForEnough(String programme, String papers, String counts) {
        assertThat(PROGRAMMES.get(programme).minimums())
                .filteredOn(minimum -> minimum.inEach().isEmpty())
                .filteredOn(minimum -> papersOf(minimum.forms().stream()).equals(papers))
                .singleElement()
                .satisfies(minimum -> assertThat(counts(minimum)).isEqualTo(counts));
    }

    @ParameterizedTest
    @ValueSource(strings = {"adult", "child-and-family"})
    void takesMoreThanEnough(String programme) {
        assertThat(PROGRAMMES.get(programme).rows())
                .filteredOn(row -> List.of("D7", "D8", "D9", "D10")
                        .contains(paperOf(row.form().form())))
                .hasSize(12)
                .allMatch(Row::more);
    }

    /** What the panel of the organisation reads, in its order; what others read has the internal decision before it. */
    @ParameterizedTest
    @ValueSource(strings = {"adult", "child-and-family"})
    void bundlesFollowTheParts(String programme) {
        String parts = """
                D1 D3 D4
                D5 D6 D7 D8 D9 D10 D4
                D11 D12 D7 D8 D9 D10 D4 D4
                D14 D4
                D15 D13 D16 D16 D7 D8 D9 D10 D4
                D30 D30
                """;
        String opening = """
                cover
                contents
                confidentiality-statement
                confirmations
                D17
                """;
        assertThat(contents(programme, "internal")).isEqualTo(opening + parts + "control\n");
        assertThat(beside(programme, "internal")).isEqualTo("D18");
        assertThat(contents(programme, "external")).isEqualTo(opening + "D18\n" + parts + "control\n");
        assertThat(beside(programme, "external")).isEqualTo("D20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"adult", "child-and-family"})
    void whatIsPrivateNeverTravels(String programme) {
        List<Never> never = PROGRAMMES.get(programme).moderation().never();
        assertThat(never.stream().flatMap(rule -> rule.forms().stream()).map(RulesOfTheYearTest::paperOf))
                .contains("D2", "D23", "D24", "D25", "D26", "D27", "D28", "D29", "organisation-360");
        assertThat(never.stream().flatMap(rule -> rule.evidence().stream())).contains("medical", "employment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"adult", "child-and-family"})
    void othersReadACodeAndNoName(String programme) {
        assertThat(PROGRAMMES.get(programme).moderation().recipes())
                .filteredOn(recipe -> !recipe.id().equals("internal"))
                .isNotEmpty()
                .allSatisfy(recipe -> {
                    assertThat(recipe.coded()).isTrue();
                    assertThat(recipe.keeps()).containsExactly("route", "standards", "period");
                    assertThat(recipe.onlySigned()).isTrue();
                });
    }

    @Test
    void eachRouteHasItsStandards() {
        assertThat(PROGRAMMES.get("adult").basis().standards()).containsExactly("adult-pqs", "pcf");
        assertThat(PROGRAMMES.get("child-and-family").basis().standards()).containsExactly("child-family-pqs", "pcf");
    }

    private static DocumentPlan decided(String programme, String setting, String value) {
        Programme read = PROGRAMMES.get(programme);
        return read.plan(read.choices(Map.of(setting, value)));
    }

    private static String counts(Minimum minimum) {
        return Stream.concat(
                        Stream.of(String.valueOf(minimum.count())),
                        minimum.among().stream()
                                .map(among -> among.count() + " " + among.field() + "=" + among.answer()))
                .collect(Collectors.joining(" ; "));
    }

    private static String contents(String programme, String recipe) {
        return recipe(programme, recipe).contents().stream()
                .map(item -> item.page() == null
                        ? papers(programme, item.papers())
                        : item.page().name().toLowerCase(Locale.ROOT))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static String beside(String programme, String recipe) {
        return papers(programme, recipe(programme, recipe).beside());
    }

    private static Recipe recipe(String programme, String id) {
        return PROGRAMMES.get(programme).moderation().recipes().stream()
                .filter(recipe -> recipe.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String papers(String programme, List<String> ids) {
        Map<String, Row> rows = Stream.concat(
                        PROGRAMMES.get(programme).rows().stream(), PROGRAMMES.get(programme).further().stream())
                .collect(Collectors.toMap(Row::id, row -> row));
        return ids.stream()
                .map(id -> paperOf(Objects.requireNonNull(rows.get(id)).form().form()))
                .collect(Collectors.joining(" "));
    }

    /** The papers that some forms are, each once. */
    private static String papersOf(Stream<String> forms) {
        return forms.map(RulesOfTheYearTest::paperOf).distinct().collect(Collectors.joining(" "));
    }

    /** The number of the paper that a form is; the form itself if it has none. */
    private static String paperOf(String form) {
        return Objects.requireNonNullElse(FORMS.get(form).code(), form);
    }

    private static DueRule rule(String text) {
        return DueRule.parse(text).orElseThrow();
    }

    private static Span span(String text) {
        return Span.parse(text).orElseThrow();
    }
}
