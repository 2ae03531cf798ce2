package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.core.Json;
import quire.core.Problem;
import quire.forms.Forms;
import quire.people.Actor;
import quire.programme.Programmes;
import quire.store.Database;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;
import quire.trail.Recorded;
import quire.trail.Sought;
import quire.trail.Trail;

/** Everything that changes says who did it, in the record and in the trail. */
@OnBothDatabases
class WhoDidItTest {

    private static final Forms FORMS = Forms.load(Path.of("forms"));
    private static final Programmes PROGRAMMES = Programmes.load(Path.of("forms/programmes"), FORMS);
    private static final LocalDate TODAY = LocalDate.parse("2026-06-01");
    private static final Instant NOW = Instant.parse("2026-06-01T09:00:00.000Z");
    private static final Actor ANA = new Actor("ana", null, "s1");
    private static final Actor RUTH_FOR_TOM = Actor.of("ruth").asDeputyOf("tom");
    private static final String WORDS = "Time to think before each visit.";

    private Database database;
    private Documents documents;
    private Portfolios portfolios;
    private Portfolio portfolio;

    @BeforeEach
    void open(TestDatabase place) {
        database = place.open();
        documents = new Documents(database);
        portfolios = new Portfolios(database, PROGRAMMES);
        portfolio = portfolios.enrol(
                Enrolment.of("NV-2026-001", "ana", "vale", PROGRAMMES.get("adult", 2), TODAY), ANA, NOW);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everySaveIsInTheTrailWithoutItsWords() {
        String id = start();
        Saved saved = save(id, WORDS, 1, RUTH_FOR_TOM);
        Recorded entry = newest();
        assertThat(entry.entry().action()).isEqualTo("document.saved");
        assertThat(entry.entry().actor()).isEqualTo("ruth");
        assertThat(entry.entry().portfolio()).isEqualTo(portfolio.id());
        assertThat(entry.entry().subject()).isEqualTo(id);
        Map<String, @Nullable Object> details = entry.entry().details();
        assertThat(details)
                .containsEntry("section", "support")
                .containsEntry("deputy_of", "tom")
                .containsEntry(
                        "digest", History.digest(documents.get(id).answers()).hex());
        assertThat(Json.canonical(details))
                .contains("\"revision\":" + saved.revision())
                .contains("\"fields\":1")
                .doesNotContain("Time");
    }

    @Test
    void aRevisionKnowsWhoSavedItAndForWhom() {
        String id = start();
        save(id, WORDS, 1, RUTH_FOR_TOM);
        assertThat(documents.history(id)).extracting(Revision::by).containsExactly("ana", "ruth");
        assertThat(documents.history(id)).extracting(Revision::deputyOf).containsExactly(null, "tom");
        assertThat(documents.get(id).startedBy()).isEqualTo("ana");
    }

    @Test
    void whatChangesNothingIsNoDeed() {
        String id = start();
        save(id, WORDS, 1, ANA);
        int before = actions().size();
        save(id, WORDS, 2, ANA);
        documents.sections().reopen(id, "support", ANA, NOW);
        assertThat(actions()).hasSize(before);
    }

    @Test
    void everyDeedOfADocumentHasItsWord() {
        String id = start();
        save(id, "One", 1, ANA);
        assertThat(documents
                        .save(id, Sent.of("support", answer("Two"), 1), RUTH_FOR_TOM, NOW, TODAY)
                        .conflict())
                .isNotNull();
        assertThat(documents.setAside(id)).singleElement().satisfies(aside -> {
            assertThat(aside.by()).isEqualTo("ruth");
            assertThat(aside.deputyOf()).isEqualTo("tom");
            assertThat(aside.clashes()).containsExactly("support_helped");
        });
        giveTheRest(id);
        documents.sections().complete(id, "support", ANA, NOW, TODAY);
        documents.sections().reopen(id, "support", ANA, NOW);
        assertThat(actions())
                .startsWith("portfolio.enrolled", "document.started", "document.saved", "document.set_aside")
                .endsWith("section.completed", "section.reopened");
        assertThat(new Trail(database).verify().isWhole()).isTrue();
    }

    @Test
    void everyDeedOfAPortfolioHasItsWord() {
        String id = portfolio.id();
        portfolios.dates().book(id, "review-3", TODAY.plusMonths(3), ANA, NOW);
        portfolios.dates().book(id, "review-3", null, ANA, NOW);
        portfolios.dates().pause(id, TODAY.plusMonths(4), TODAY.plusMonths(5), "Leave of a kind", ANA, NOW);
        portfolios.dates().work(id, 50, ANA, NOW);
        portfolios.decide(id, "final-piece", "presentation", ANA, NOW);
        portfolios.describe(id, "Team East", "Adults", ANA, NOW);
        portfolios.close(id, TODAY, ANA, NOW);
        portfolios.close(id, null, ANA, NOW);
        assertThat(actions())
                .containsExactly(
                        "portfolio.enrolled",
                        "portfolio.booked",
                        "portfolio.unbooked",
                        "portfolio.paused",
                        "portfolio.hours",
                        "portfolio.decided",
                        "portfolio.described",
                        "portfolio.closed",
                        "portfolio.reopened");
        assertThat(trail()).allSatisfy(recorded -> {
            assertThat(recorded.entry().portfolio()).isEqualTo(id);
            assertThat(Json.canonical(recorded.entry().details()))
                    .doesNotContain("Leave")
                    .doesNotContain("Team");
        });
    }

    @Test
    void aRefusedChangeLeavesNoTrace() {
        assertThatThrownBy(() -> portfolios.dates().work("none", 50, ANA, NOW))
                .hasMessage("There is no such portfolio.");
        String id = start();
        assertThatThrownBy(() -> save(id, WORDS, 9, ANA)).isInstanceOf(Problem.class);
        assertThat(actions()).containsExactly("portfolio.enrolled", "document.started");
    }

    @Test
    void nobodyWritesInAClosedPortfolio() {
        String id = start();
        portfolios.close(portfolio.id(), TODAY, ANA, NOW);
        assertThatThrownBy(() -> save(id, WORDS, 1, ANA))
                .hasMessage("This portfolio is closed, so nothing in it can be changed any more.");
        assertThatThrownBy(this::start).hasMessageContaining("is closed");
        portfolios.close(portfolio.id(), null, ANA, NOW);
        assertThat(save(id, WORDS, 1, ANA).revision()).isEqualTo(2);
    }

    @Test
    void aTryOfAFormIsNobodyElsesBusiness() {
        Document mine = documents.start(FORMS.get("supporting-information"), Map.of(), ANA, NOW, TODAY);
        start();
        assertThat(mine.isHiddenFrom("ana")).isFalse();
        assertThat(mine.isHiddenFrom("tom")).isTrue();
        assertThat(documents.triedBy("ana")).extracting(Summary::id).containsExactly(mine.id());
        assertThat(documents.triedBy("tom")).isEmpty();
        assertThatThrownBy(() -> save(mine.id(), WORDS, 1, Actor.of("tom"))).hasMessage("There is no such document.");
        assertThat(save(mine.id(), WORDS, 1, ANA).revision()).isEqualTo(2);
    }

    private String start() {
        Placement place = new Placement(portfolio.id(), "supporting-information");
        return documents
                .start(place, FORMS.get("supporting-information"), Map.of(), ANA, NOW, TODAY)
                .id();
    }

    private Saved save(String id, String words, int base, Actor actor) {
        return documents.save(id, "support", answer(words), base, actor, NOW, TODAY);
    }

    private static Map<String, @Nullable Object> answer(String words) {
        return Map.of("support_helped", words);
    }

    /** Gives the answer that completes the section. */
    private void giveTheRest(String id) {
        documents.save(
                id,
                "support",
                Map.of("support_missing", "Nothing"),
                documents.get(id).revision(),
                ANA,
                NOW,
                TODAY);
    }

    private Recorded newest() {
        return new Trail(database).list(Sought.ALL, Trail.NEWEST, 1).get(0);
    }

    private List<Recorded> trail() {
        return new Trail(database).list(Sought.ALL, Trail.NEWEST, 100);
    }

    private List<String> actions() {
        return trail().stream()
                .sorted((one, other) -> Long.compare(one.seq(), other.seq()))
                .map(recorded -> recorded.entry().action())
                .toList();
    }
}
