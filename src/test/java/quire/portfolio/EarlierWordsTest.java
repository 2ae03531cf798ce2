package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.core.Json;
import quire.core.Problem;
import quire.forms.Forms;
import quire.forms.LongTextField;
import quire.people.Actor;
import quire.people.PortfolioRole;
import quire.people.Standing;
import quire.programme.Programmes;
import quire.store.Database;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

/** Nothing that was written is gone: earlier answers, what lost in a conflict, other papers of the same portfolio. */
@OnBothDatabases
class EarlierWordsTest {

    private static final Forms FORMS = Forms.load(Path.of("forms"));
    private static final Programmes PROGRAMMES = Programmes.load(Path.of("forms/programmes"), FORMS);
    private static final LocalDate TODAY = LocalDate.parse("2026-06-01");
    private static final Instant NOW = Instant.parse("2026-06-01T09:00:00.000Z");
    private static final Actor ANA = Actor.of("ana");
    private static final Actor TOM_FOR_ANA = Actor.of("tom").asDeputyOf("ana");

    private Database database;
    private Documents documents;
    private EarlierWords earlier;
    private Portfolio portfolio;
    private String id;

    @BeforeEach
    void open(TestDatabase place) {
        database = place.open();
        documents = new Documents(database, FORMS);
        earlier = documents.earlierWords();
        portfolio = new Portfolios(database, PROGRAMMES)
                .enrol(Enrolment.of("NV-2026-001", "ana", "vale", PROGRAMMES.get("adult"), TODAY), ANA, NOW);
        id = start("supporting-information", "supporting-information");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void tellsWhoAnsweredAQuestionHowAndWhen() {
        save("One", 1, ANA, NOW);
        save("Two", 2, TOM_FOR_ANA, NOW.plusSeconds(60));
        documents.save(id, "support", Map.of("support_missing", "Time"), 3, ANA, NOW, TODAY);
        save("", 4, ANA, NOW.plusSeconds(120));
        assertThat(earlier.of(id, "support_helped"))
                .containsExactly(
                        new FieldVersion(5, null, "ana", null, NOW.plusSeconds(120)),
                        new FieldVersion(3, "Two", "tom", "ana", NOW.plusSeconds(60)),
                        new FieldVersion(2, "One", "ana", null, NOW));
        assertThatThrownBy(() -> earlier.of(id, "nonsense")).hasMessageContaining("no question “nonsense”");
    }

    @Test
    void bringsBackAnEarlierAnswerAsANewRevision() {
        save("One", 1, ANA, NOW);
        save("Two", 2, ANA, NOW);
        Saved saved = earlier.restore(id, "support_helped", null, 2, 3, TOM_FOR_ANA, NOW, TODAY)
                .orThrow();
        assertThat(saved.revision()).isEqualTo(4);
        assertThat(helped()).isEqualTo("One");
        assertThat(documents.history(id))
                .hasSize(4)
                .last()
                .satisfies(revision -> assertThat(revision.by()).isEqualTo("tom"));
        assertThat(earlier.restore(id, "support_helped", null, 1, 4, ANA, NOW, TODAY)
                        .orThrow()
                        .changed())
                .containsExactly("support_helped");
        assertThat(documents.get(id).answers()).doesNotContainKey("support_helped");
    }

    @Test
    void restoringOverSomebodyElsesChangeIsAConflict() {
        save("One", 1, ANA, NOW);
        save("Two", 2, ANA, NOW);
        save("Three, by somebody else", 3, TOM_FOR_ANA, NOW);
        Outcome outcome = earlier.restore(id, "support_helped", null, 2, 3, ANA, NOW, TODAY);
        assertThat(outcome.saved()).isNull();
        assertThat(helped()).isEqualTo("Three, by somebody else");
        assertThat(earlier.setAside(id)).hasSize(1);
    }

    @Test
    void bringsBackOneEntryAndLeavesTheOthers() {
        days("""
                [{"id": "a", "protected_activity": "Read"}, {"id": "b", "protected_activity": "Shadowed"}]""", 1);
        days("""
                [{"id": "b", "protected_activity": "Shadowed a visit"}, {"id": "c", "protected_activity": "Wrote"}]""", 2);
        earlier.restore(id, "protected_time", "a", 2, 3, ANA, NOW, TODAY).orThrow();
        earlier.restore(id, "protected_time", "b", 2, 4, ANA, NOW, TODAY).orThrow();
        assertThat(activities()).containsExactly("Shadowed", "Wrote", "Read");
        assertThat(earlier.of(id, "protected_time", "a"))
                .extracting(FieldVersion::revision)
                .containsExactly(4, 3, 2);
        assertThatThrownBy(() -> earlier.restore(id, "protected_time", "z", 2, 5, ANA, NOW, TODAY))
                .hasMessage("There was no such entry at that time.");
        assertThatThrownBy(() -> earlier.restore(id, "support_helped", "z", 2, 5, ANA, NOW, TODAY))
                .hasMessageContaining("has no entries");
        assertThatThrownBy(() -> earlier.restore(id, "protected_time", "a", 9, 5, ANA, NOW, TODAY))
                .isInstanceOf(Problem.class);
    }

    @Test
    void s72_theTextThatLostInAConflictIsListedAndComesBack() {
        save("Theirs", 1, TOM_FOR_ANA, NOW);
        Conflict conflict = Objects.requireNonNull(documents
                .save(id, Sent.of("support", Map.of("support_helped", "Mine"), 1), ANA, NOW, TODAY)
                .conflict());
        assertThat(earlier.setAside(id)).extracting(SetAside::number).containsExactly(conflict.setAside());
        assertThat(earlier.conflict(id, conflict.setAside())).isEqualTo(conflict);
        earlier.restore(id, conflict.setAside(), Set.of("support_helped"), 2, ANA, NOW, TODAY)
                .orThrow();
        assertThat(helped()).isEqualTo("Mine");
        assertThat(earlier.setAside(id)).isEmpty();
        assertThat(documents.setAside(id))
                .singleElement()
                .satisfies(aside -> assertThat(aside.settledAt()).isEqualTo(NOW));
        assertThat(earlier.of(id, "support_helped"))
                .extracting(FieldVersion::answer)
                .containsExactly("Mine", "Theirs");
        assertThatThrownBy(() -> earlier.conflict(id, 7)).hasMessageContaining("under that number");
    }

    @Test
    void whatIsNotWantedIsKeptAllTheSame() {
        save("Theirs", 1, TOM_FOR_ANA, NOW);
        documents.save(id, Sent.of("support", Map.of("support_helped", "Mine"), 1), ANA, NOW, TODAY);
        earlier.settle(id, 1, ANA, NOW);
        assertThat(earlier.setAside(id)).isEmpty();
        assertThat(documents.setAside(id)).hasSize(1);
        assertThat(helped()).isEqualTo("Theirs");
    }

    @Test
    void findsWhatTheSocialWorkerWroteInOtherPapers() {
        save("A good team", 1, ANA, NOW);
        String log = start("critical-reflection-6", "critical-reflection-log");
        documents.save(log, "the_work", Map.of(firstLongText(log), "Mr A and I"), 1, ANA, NOW.plusSeconds(9), TODAY);
        assertThat(earlier.passages(portfolio.id(), tied(PortfolioRole.NQSW)))
                .extracting(Passage::text)
                .containsExactly("Mr A and I", "A good team");
        Passage passage =
                earlier.passages(portfolio.id(), tied(PortfolioRole.NQSW)).get(1);
        assertThat(passage.label()).isEqualTo("What has helped?");
        assertThat(passage.title()).isEqualTo("Supporting information, 0 to 3 months");
        assertThat(passage.document()).isEqualTo(id);
    }

    @Test
    void s39_findsNothingThatTheReaderMayNotRead() {
        save("A good team", 1, ANA, NOW);
        String plan = start("plan-0-3", "professional-development-plan");
        documents.save(plan, "assessor_view", Map.of("review_comments", "The assessor's own"), 1, ANA, NOW, TODAY);
        assertThat(earlier.passages(portfolio.id(), tied(PortfolioRole.NQSW)))
                .extracting(Passage::text)
                .containsExactly("A good team");
        assertThat(earlier.passages(portfolio.id(), tied(PortfolioRole.MANAGER)))
                .isEmpty();
        assertThat(earlier.passages(portfolio.id(), Standing.plain("nobody"))).isEmpty();
    }

    private static Standing tied(PortfolioRole role) {
        return new Standing("somebody", true, Set.of(), Set.of(), List.of(new Standing.Tie(role, null)), false, false);
    }

    private String firstLongText(String document) {
        return documents.get(document).form().section("the_work").fields().stream()
                .filter(field -> field instanceof LongTextField && field.showIf() == null)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String start(String paper, String form) {
        return documents
                .start(new Placement(portfolio.id(), paper), FORMS.get(form), Map.of(), ANA, NOW, TODAY)
                .id();
    }

    private void save(String words, int base, Actor actor, Instant at) {
        documents.save(id, "support", Map.of("support_helped", words), base, actor, at, TODAY);
    }

    private void days(String entries, int base) {
        Map<String, @Nullable Object> answers =
                Json.readObject("{\"protected_time\": " + entries.strip() + "}", "entries");
        documents.save(id, "time", answers, base, ANA, NOW, TODAY);
    }

    private @Nullable Object helped() {
        return documents.get(id).answers().get("support_helped");
    }

    private List<@Nullable Object> activities() {
        List<?> entries =
                (List<?>) Objects.requireNonNull(documents.get(id).answers().get("protected_time"));
        List<@Nullable Object> activities = new ArrayList<>();
        entries.forEach(entry -> activities.add(((Map<?, ?>) entry).get("protected_activity")));
        return activities;
    }
}
