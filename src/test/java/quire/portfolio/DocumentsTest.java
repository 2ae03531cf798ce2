package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.core.Finding;
import quire.core.Json;
import quire.core.Problem;
import quire.forms.Form;
import quire.forms.FormReader;
import quire.people.Actor;
import quire.store.Database;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

@OnBothDatabases
class DocumentsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.000Z");
    private static final Actor ANA = Actor.of("ana");
    private static final String YAML = """
            form: observation
            version: 1
            title: Direct observation
            series: {min: 3, label: "Direct observation {n}"}
            roles:
              nqsw: {label: "Social worker", from: portfolio}
            sections:
              - id: before
                title: "Before"
                owner: nqsw
                fields:
                  - {id: plan, type: longtext, label: "Plan", required: true}
                  - {id: hours, type: number, label: "Hours", decimals: 1}
                  - {id: place, type: text, label: "Place"}
                  - id: aims
                    type: repeat
                    label: "Aims"
                    item:
                      - {id: aim, type: text, label: "Aim"}
              - id: after
                title: "After"
                owner: nqsw
                fields:
                  - {id: learned, type: longtext, label: "What did you learn?"}
            sign_off:
              - {step: 1, by: {all: [nqsw]}, covers: [before, after], statement: "I wrote this."}
            """;
    private static final Form FORM = FormReader.read(YAML, "observation.yaml").orThrow();

    private TestDatabase place;
    private Database database;
    private Documents documents;

    @BeforeEach
    void open(TestDatabase place) {
        this.place = place;
        open();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void startsEmptyAndNumbered() {
        Document first = start();
        Document second = start();
        assertThat(first.title()).isEqualTo("Direct observation 1");
        assertThat(second.title()).isEqualTo("Direct observation 2");
        assertThat(first.revision()).isEqualTo(1);
        assertThat(first.answers()).isEmpty();
        assertThat(first.created()).isEqualTo(NOW);
        assertThat(first.state("before")).isEqualTo(SectionState.NOT_STARTED);
        assertThat(first.id()).isNotEqualTo(second.id());
    }

    @Test
    void savesAndSurvivesARestart() {
        String id = start().id();
        Saved saved = save(id, Map.of("plan", "Visit\r\nthe family", "hours", new BigDecimal("1.5")), 1);
        assertThat(saved.revision()).isEqualTo(2);
        assertThat(saved.changed()).containsExactly("hours", "plan");
        database.close();
        open();
        Document kept = documents.get(id);
        assertThat(kept.answers()).isEqualTo(Map.of("plan", "Visit\nthe family", "hours", new BigDecimal("1.5")));
        assertThat(kept.state("before")).isEqualTo(SectionState.IN_PROGRESS);
        assertThat(kept.form()).isEqualTo(FORM);
    }

    @Test
    void changesOnlyWhatIsNamedAndClearsWhatIsEmpty() {
        String id = start().id();
        save(id, Map.of("plan", "A", "place", "B", "hours", new BigDecimal("2")), 1);
        Map<String, @Nullable Object> changes = new HashMap<>();
        changes.put("place", "");
        changes.put("hours", null);
        save(id, changes, 2);
        assertThat(documents.get(id).answers()).isEqualTo(Map.of("plan", "A"));
    }

    @Test
    void makesNoRevisionWhenNothingChanged() {
        String id = start().id();
        save(id, Map.of("plan", "A", "hours", new BigDecimal("2")), 1);
        Saved again = save(id, Map.of("plan", "A", "hours", new BigDecimal("2.0"), "place", ""), 2);
        assertThat(again.revision()).isEqualTo(2);
        assertThat(again.changed()).isEmpty();
        assertThat(documents.history(id)).hasSize(2);
    }

    @Test
    void aRetriedSaveIsNoConflictWithItself() {
        String id = start().id();
        save(id, Map.of("plan", "A"), 1);
        assertThat(save(id, Map.of("plan", "A"), 1).revision()).isEqualTo(2);
    }

    @Test
    void mergesDifferentQuestionsOfTwoPeople() {
        String id = start().id();
        save(id, Map.of("plan", "mine"), 1);
        Saved theirs = save(id, Map.of("place", "theirs"), 1);
        assertThat(theirs.revision()).isEqualTo(3);
        assertThat(documents.get(id).answers()).isEqualTo(Map.of("plan", "mine", "place", "theirs"));
    }

    @Test
    void anAnswerSentUnchangedDoesNotUndoSomebodyElsesChange() {
        String id = start().id();
        save(id, Map.of("plan", "first", "place", "here"), 1);
        save(id, Map.of("plan", "second"), 2);
        // A page without scripts sends every answer of its section.
        save(id, Map.of("plan", "first", "place", "there"), 2);
        assertThat(documents.get(id).answers()).isEqualTo(Map.of("plan", "second", "place", "there"));
    }

    @Test
    void tellsBothAnswersOfAConflictAndLosesNeither() {
        String id = start().id();
        save(id, Map.of("plan", "base", "place", "here"), 1);
        save(id, Map.of("plan", "theirs, saved first"), 2);
        Problem conflict = catchThrowableOfType(
                Problem.class, () -> save(id, Map.of("plan", "mine, too late", "place", "there"), 2));
        assertThat(conflict.kind()).isEqualTo(Problem.Kind.CONFLICT);
        assertThat(conflict.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.place().path()).isEqualTo("plan");
            assertThat(finding.message())
                    .contains("“Plan”")
                    .contains("“theirs, saved first”")
                    .contains("“mine, too late”");
        });
        assertThat(documents.get(id).answers()).isEqualTo(Map.of("plan", "theirs, saved first", "place", "here"));
        assertThat(documents.setAside(id)).singleElement().satisfies(aside -> {
            assertThat(aside.answers()).isEqualTo(Map.of("plan", "mine, too late", "place", "there"));
            assertThat(aside.base()).isEqualTo(2);
            assertThat(aside.section()).isEqualTo("before");
        });
        save(id, Map.of("plan", "mine, too late"), 3);
        assertThat(documents.get(id).answers()).containsEntry("plan", "mine, too late");
    }

    @Test
    void clearingAnAnswerThatSomebodyElseChangedIsAConflictToo() {
        String id = start().id();
        save(id, Map.of("plan", "base"), 1);
        save(id, Map.of("plan", "longer"), 2);
        Problem conflict = catchThrowableOfType(Problem.class, () -> save(id, Map.of("plan", ""), 2));
        assertThat(conflict.findings().get(0).message()).contains("Yours: no answer");
    }

    @Test
    void twoListsThatBothGrewAreAConflictThatNamesTheirItems() {
        String id = start().id();
        save(id, Map.of("aims", List.of(aim("r1", "one"))), 1);
        Problem conflict =
                catchThrowableOfType(Problem.class, () -> save(id, Map.of("aims", List.of(aim("r1", "two"))), 1));
        assertThat(conflict.findings().get(0).message()).contains("one").contains("two");
    }

    @Test
    void refusesAnswersOfAnotherSection() {
        String id = start().id();
        Problem problem = catchThrowableOfType(
                Problem.class, () -> save(id, Map.of("plan", "A", "learned", "B", "nonsense", "C"), 1));
        assertThat(problem.kind()).isEqualTo(Problem.Kind.BAD_INPUT);
        assertThat(problem.findings())
                .extracting(finding -> finding.place().path())
                .containsExactlyInAnyOrder("learned", "nonsense");
        assertThat(documents.get(id).revision()).isEqualTo(1);
    }

    @Test
    void refusesWhatAFieldCannotHoldAndWhatDoesNotExist() {
        String id = start().id();
        assertThatThrownBy(() -> save(id, Map.of("plan", List.of("a list")), 1)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> save(id, Map.of("plan", "A"), 7)).hasMessageContaining("no revision 7");
        assertThatThrownBy(() -> save(id, Map.of("plan", "A"), 0)).hasMessageContaining("no revision 0");
        assertThatThrownBy(() -> save("none", Map.of(), 1)).hasMessageContaining("no such document");
        assertThatThrownBy(() -> documents.save(id, "none", Map.of(), 1, ANA, NOW, TODAY))
                .hasMessageContaining("no section");
        assertThat(documents.get(id).revision()).isEqualTo(1);
    }

    @Test
    void completesASectionOnlyWhenItsAnswersAreThere() {
        String id = start().id();
        Problem problem =
                catchThrowableOfType(Problem.class, () -> documents.sections().complete(id, "before", ANA, NOW, TODAY));
        assertThat(problem.findings()).extracting(Finding::code).containsExactly("answer-empty");
        assertThat(documents.get(id).state("before")).isEqualTo(SectionState.NOT_STARTED);
        save(id, Map.of("plan", "A"), 1);
        documents.sections().complete(id, "before", ANA, NOW, TODAY);
        assertThat(documents.get(id).state("before")).isEqualTo(SectionState.COMPLETED);
        assertThat(documents.list()).singleElement().satisfies(summary -> {
            assertThat(summary.completed()).isEqualTo(1);
            assertThat(summary.sections()).isEqualTo(2);
        });
    }

    @Test
    void savingNeitherCompletesNorReopens() {
        String id = start().id();
        save(id, Map.of("plan", "A"), 1);
        documents.sections().complete(id, "before", ANA, NOW, TODAY);
        save(id, Map.of("plan", "B"), 2);
        assertThat(documents.get(id).state("before")).isEqualTo(SectionState.COMPLETED);
        documents.sections().reopen(id, "before", ANA, NOW);
        assertThat(documents.get(id).state("before")).isEqualTo(SectionState.IN_PROGRESS);
        documents.sections().reopen(id, "after", ANA, NOW);
        assertThat(documents.get(id).state("after")).isEqualTo(SectionState.NOT_STARTED);
    }

    @Test
    void readsEveryOldRevision() {
        String id = start().id();
        save(id, Map.of("plan", "one", "place", "here"), 1);
        save(id, Map.of("plan", "two"), 2);
        save(id, Map.of("place", ""), 3);
        assertThat(documents.answersAt(id, 1)).isEmpty();
        assertThat(documents.answersAt(id, 2)).isEqualTo(Map.of("plan", "one", "place", "here"));
        assertThat(documents.answersAt(id, 3)).isEqualTo(Map.of("plan", "two", "place", "here"));
        assertThat(documents.answersAt(id, 4)).isEqualTo(Map.of("plan", "two"));
        assertThat(documents.history(id).get(3).changes()).isEqualTo(Collections.singletonMap("place", null));
        assertThatThrownBy(() -> documents.answersAt(id, 5)).isInstanceOf(Problem.class);
    }

    @Test
    void aRevisionCannotBeRewritten() {
        String id = start().id();
        assertThatThrownBy(() -> database.run(
                        tx -> tx.sql("update revision set changes = '{}'").run()))
                .rootCause()
                .hasMessageContaining("never changes");
        assertThat(documents.history(id)).hasSize(1);
    }

    @Test
    void keepsTheFormItWasStartedWith() {
        String id = start().id();
        Form next = FormReader.read(
                        YAML.replace("version: 1", "version: 2").replace("label: \"Plan\"", "label: \"New plan\""),
                        "observation.yaml")
                .orThrow();
        Document later = documents.start(next, Map.of(), ANA, NOW, TODAY);
        database.close();
        open();
        assertThat(documents.get(id).form().field("plan").orElseThrow().label()).isEqualTo("Plan");
        assertThat(documents.get(later.id()).form().field("plan").orElseThrow().label())
                .isEqualTo("New plan");
        assertThat(documents.get(id).form().digest()).isEqualTo(FORM.digest());
    }

    @Test
    void listsTheLastChangedFirst() {
        String first = start().id();
        String second = start().id();
        documents.save(first, "before", Map.of("plan", "A"), 1, ANA, NOW.plusSeconds(60), TODAY);
        assertThat(documents.list()).extracting(Summary::id).containsExactly(first, second);
        assertThat(documents.list().get(0).title()).isEqualTo("Direct observation 1");
    }

    @Test
    void manyPeopleAtOnceLoseNoWord() throws Exception {
        String id = start().id();
        ExecutorService people = Executors.newFixedThreadPool(4);
        List<Future<?>> done = new ArrayList<>();
        for (String field : List.of("plan", "place")) {
            done.add(people.submit(() -> {
                for (int i = 0; i < 40; i++) {
                    save(id, Map.of(field, field + " " + i), documents.get(id).revision());
                }
            }));
        }
        for (Future<?> one : done) {
            one.get();
        }
        people.shutdown();
        assertThat(documents.get(id).answers()).isEqualTo(Map.of("plan", "plan 39", "place", "place 39"));
        assertThat(documents.get(id).revision()).isEqualTo(81);
        assertThat(documents.answersAt(id, 81)).isEqualTo(documents.get(id).answers());
    }

    @Test
    void manyPeopleAtOnceStartDocumentsWithNumbersOfTheirOwn() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(4);
        List<Future<Document>> started = people.invokeAll(Collections.nCopies(20, this::start));
        people.shutdown();
        Set<Integer> numbers = new TreeSet<>();
        for (Future<Document> one : started) {
            numbers.add(one.get().number());
        }
        assertThat(numbers).hasSize(20).contains(1, 20);
    }

    private void open() {
        database = place.open();
        documents = new Documents(database);
    }

    private Document start() {
        return documents.start(FORM, Map.of(), ANA, NOW, TODAY);
    }

    private Saved save(String id, Map<String, @Nullable Object> answers, int base) {
        return documents.save(id, "before", answers, base, ANA, NOW, TODAY);
    }

    private static Map<String, @Nullable Object> aim(String id, String words) {
        return Json.readObject("{\"id\":\"" + id + "\",\"aim\":\"" + words + "\"}", "test");
    }
}
