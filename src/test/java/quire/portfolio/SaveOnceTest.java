package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.core.Problem;
import quire.forms.Form;
import quire.forms.FormReader;
import quire.people.Actor;
import quire.store.Database;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;
import quire.trail.Sought;
import quire.trail.Trail;

/** A save that is sent again because its answer got lost, and a save that comes too late. */
@OnBothDatabases
class SaveOnceTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.000Z");
    private static final Instant LATER = NOW.plusSeconds(90);
    private static final Actor SYSTEM_FOR_TOM = Actor.SYSTEM.asDeputyOf("tom");
    private static final Form FORM = FormReader.read("""
                    form: note
                    version: 1
                    title: Note
                    roles:
                      nqsw: {label: "Social worker", from: portfolio}
                    sections:
                      - id: all
                        title: "All"
                        owner: nqsw
                        fields:
                          - {id: plan, type: longtext, label: "Plan"}
                          - {id: place, type: text, label: "Place"}
                    """, "note.yaml").orThrow();

    private Database database;
    private Documents documents;
    private String id;

    @BeforeEach
    void open(TestDatabase place) {
        database = place.open();
        documents = new Documents(database);
        id = documents.start(FORM, Map.of(), Actor.SYSTEM, NOW, TODAY).id();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void sentAgainItGivesTheFirstResultAgain() {
        Saved first = send("k1", Map.of("plan", "A"), 1).orThrow();
        save(Map.of("plan", "B"), 2);
        Saved again = documents
                .save(id, sent("k1", Map.of("plan", "A"), 1), Actor.SYSTEM, LATER, TODAY)
                .orThrow();
        assertThat(again).isEqualTo(first);
        assertThat(documents.get(id).answers()).isEqualTo(Map.of("plan", "B"));
        assertThat(documents.history(id)).hasSize(3);
    }

    @Test
    void warnsAgainOfWhatWasLeftOut() {
        Saved first = send("k1", Map.of("plan", "A\u0007"), 1).orThrow();
        assertThat(first.findings()).hasSize(1);
        assertThat(send("k1", Map.of("plan", "A\u0007"), 1).orThrow()).isEqualTo(first);
    }

    @Test
    void aKeyIsForOneContentOfOnePersonInOneDocument() {
        send("k1", Map.of("plan", "A"), 1);
        for (Sent other : List.of(
                sent("k1", Map.of("plan", "B"), 1), sent("k1", Map.of("plan", "A"), 2), sent("k1", Map.of(), 1))) {
            Problem refused =
                    catchThrowableOfType(Problem.class, () -> documents.save(id, other, Actor.SYSTEM, NOW, TODAY));
            assertThat(refused.kind()).isEqualTo(Problem.Kind.CONFLICT);
            assertThat(refused).hasMessageContaining("Something else was sent under this key");
        }
        String second =
                documents.start(FORM, Map.of(), Actor.SYSTEM, NOW, TODAY).id();
        documents.save(second, sent("k1", Map.of("plan", "B"), 1), Actor.SYSTEM, NOW, TODAY);
        assertThat(documents.get(second).answers()).isEqualTo(Map.of("plan", "B"));
        assertThat(documents.get(id).answers()).isEqualTo(Map.of("plan", "A"));
    }

    @Test
    void aKeyHasOneToAHundredCharacters() {
        assertThatThrownBy(() -> send("", Map.of(), 1)).hasMessageContaining("1 to 100 characters");
        assertThatThrownBy(() -> send("k".repeat(101), Map.of(), 1)).hasMessageContaining("1 to 100 characters");
        assertThat(send("k".repeat(100), Map.of("plan", "A"), 1).saved()).isNotNull();
    }

    @Test
    void whatWasNotTakenMayBeMendedUnderTheSameKey() {
        assertThatThrownBy(() -> send("k1", Map.of("elsewhere", "A"), 1)).isInstanceOf(Problem.class);
        assertThat(send("k1", Map.of("plan", "A"), 1).orThrow().revision()).isEqualTo(2);
    }

    @Test
    void ofTwoThatArriveTogetherOneIsSaved() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(4);
        List<Future<Outcome>> all = people.invokeAll(Collections.nCopies(8, () -> send("k1", Map.of("plan", "A"), 1)));
        people.shutdown();
        Set<Outcome> outcomes = new HashSet<>();
        for (Future<Outcome> one : all) {
            outcomes.add(one.get());
        }
        assertThat(outcomes).hasSize(1);
        assertThat(documents.history(id)).hasSize(2);
    }

    @Test
    void s72_aConflictTellsBothTextsAndWhoseTheOtherIs() {
        save(Map.of("plan", "base", "place", "here"), 1);
        documents.save(id, Sent.of("all", Map.of("plan", "theirs"), 2), SYSTEM_FOR_TOM, LATER, TODAY);
        Conflict conflict = conflict("k1");
        assertThat(conflict.revision()).isEqualTo(3);
        assertThat(conflict.section()).isEqualTo("all");
        assertThat(conflict.differences()).hasSize(2);
        Conflict.Difference place = conflict.differences().get(0);
        assertThat(place.field().id()).isEqualTo("place");
        assertThat(place.clash()).isFalse();
        Conflict.Difference plan = conflict.differences().get(1);
        assertThat(plan.field().label()).isEqualTo("Plan");
        assertThat(plan.mine()).isEqualTo("mine");
        assertThat(plan.theirs()).isEqualTo("theirs");
        assertThat(plan.clash()).isTrue();
        assertThat(plan.by()).isEqualTo("system");
        assertThat(plan.deputyOf()).isEqualTo("tom");
        assertThat(plan.at()).isEqualTo(LATER);
        assertThat(conflict.problem().findings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message()).contains("“theirs”").contains("“mine”"));
    }

    @Test
    void s72_aConflictSentAgainIsSetAsideOnce() {
        save(Map.of("plan", "base"), 1);
        save(Map.of("plan", "theirs"), 2);
        Conflict first = conflict("k1");
        int entries = new Trail(database).list(Sought.ALL, Trail.NEWEST, 100).size();
        assertThat(conflict("k1")).isEqualTo(first);
        assertThat(documents.setAside(id)).hasSize(1);
        assertThat(new Trail(database).list(Sought.ALL, Trail.NEWEST, 100)).hasSize(entries);
    }

    private Conflict conflict(String key) {
        Outcome outcome = send(key, Map.of("plan", "mine", "place", "there"), 2);
        assertThat(outcome.saved()).isNull();
        Conflict conflict = outcome.conflict();
        assertThat(conflict).isNotNull();
        return Objects.requireNonNull(conflict);
    }

    private Outcome send(String key, Map<String, @Nullable Object> answers, int base) {
        return documents.save(id, sent(key, answers, base), Actor.SYSTEM, NOW, TODAY);
    }

    private static Sent sent(String key, Map<String, @Nullable Object> answers, int base) {
        return Sent.of("all", answers, base).under(key);
    }

    private void save(Map<String, @Nullable Object> answers, int base) {
        documents.save(id, "all", answers, base, Actor.SYSTEM, NOW, TODAY);
    }
}
