package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.core.Json;
import quire.forms.Answers;
import quire.forms.Form;
import quire.forms.Forms;
import quire.people.Actor;
import quire.people.Assignments;
import quire.people.Organisation;
import quire.people.Organisations;
import quire.people.Person;
import quire.people.Persons;
import quire.people.PortfolioRole;
import quire.people.Span;
import quire.programme.Programmes;
import quire.store.Database;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

/** What a paper of a portfolio holds before anybody types. */
@OnBothDatabases
class PapersOfAPortfolioTest {

    private static final Forms FORMS = Forms.load(Path.of("forms"));
    private static final Programmes PROGRAMMES = Programmes.load(Path.of("forms/programmes"), FORMS);
    private static final LocalDate START = LocalDate.parse("2026-06-01");
    private static final Instant NOW = Instant.parse("2026-06-01T09:00:00.000Z");
    private static final Actor ADMIN = Actor.of("admin");
    private static final Form PLAN = FORMS.get("professional-development-plan");

    private Database database;
    private Documents documents;
    private Persons persons;
    private Assignments assignments;
    private Organisation vale;
    private Person ana;
    private Person ruth;
    private Portfolio portfolio;

    @BeforeEach
    void open(TestDatabase place) {
        database = place.open();
        documents = new Documents(database, FORMS);
        persons = new Persons(database);
        assignments = new Assignments(database);
        vale = new Organisations(database)
                .add(Organisation.Details.of("Northbridge and Vale", "1 High Street"), ADMIN, NOW);
        ana = persons.add(
                new Person.Details("Ana Novak", "ana@example.org", "Social worker", "SW123456", vale.id()), ADMIN, NOW);
        ruth = person("Ruth Vale");
        portfolio = new Portfolios(database, PROGRAMMES)
                .enrol(
                        new Enrolment(
                                "NV-2026-001",
                                ana.id(),
                                vale.id(),
                                PROGRAMMES.get("adult"),
                                "Team East",
                                "Adults",
                                Map.of(),
                                START,
                                100),
                        ADMIN,
                        NOW);
        assignments.assign(portfolio.id(), PortfolioRole.ASSESSOR, ruth.id(), Span.from(START), ADMIN, NOW);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theirHeadComesFromTheRecord() {
        Map<String, @Nullable Object> head = head(start("plan-0-3", PLAN, START));
        assertThat(head)
                .containsEntry("nqsw_name", "Ana Novak")
                .containsEntry("swe_number", "SW123456")
                .containsEntry("employer", "Northbridge and Vale")
                .containsEntry("employer_address", "1 High Street")
                .containsEntry("team", "Team East")
                .containsEntry("setting", "Adults")
                .containsEntry("route", "adults")
                .containsEntry("assessor_name", "Ruth Vale")
                .containsEntry("start_date", "2026-06-01")
                .containsEntry("end_date", "2027-06-01")
                .containsEntry("portfolio_code", "NV-2026-001")
                .doesNotContainKey("manager_name")
                .doesNotContainKey("programme_title");
        assertThat((String) head.get("standards"))
                .contains(Objects.requireNonNull(FORMS.standards().get("pcf")).title());
        assertThat((String) head.get("period")).isNotBlank();
    }

    @Test
    void theProgrammeFillsInWhatItKnowsOfThePaper() {
        assertThat(start("plan-0-3", PLAN, START).answers()).containsEntry("plan_period", "months_0_3");
    }

    @Test
    void aDraftIsBroughtUpToDateAsItIsOpened() {
        String id = start("plan-0-3", PLAN, START).id();
        Person tom = person("Tom Hale");
        LocalDate later = START.plusDays(10);
        assignments.handOver(portfolio.id(), PortfolioRole.ASSESSOR, tom.id(), later, ADMIN, NOW);
        assertThat(head(refreshed(id, START))).containsEntry("assessor_name", "Ruth Vale");
        Document refreshed = refreshed(id, later);
        assertThat(head(refreshed)).containsEntry("assessor_name", "Tom Hale");
        assertThat(refreshed.revision()).isEqualTo(2);
        assertThat(refreshed(id, later).revision()).isEqualTo(2);
        assertThat(documents.history(id)).last().satisfies(revision -> {
            assertThat(revision.by()).isEqualTo("system");
            assertThat(revision.section()).isNull();
        });
        // Whoever had the page open since the first revision loses nothing.
        Saved saved =
                documents.save(id, "about_plan", Map.of("plan_summary", "Speak up"), 1, Actor.of(ana.id()), NOW, later);
        assertThat(saved.revision()).isEqualTo(3);
    }

    @Test
    void aRoleThatNobodyHasAnyMoreIsShownWithWhoHadItLast() {
        String id = start("plan-0-3", PLAN, START).id();
        String held = assignments
                .holder(portfolio.id(), PortfolioRole.ASSESSOR, START)
                .orElseThrow()
                .id();
        assignments.end(held, START.plusDays(5), ADMIN, NOW);
        assertThat(head(refreshed(id, START.plusDays(9)))).containsEntry("assessor_name", "Ruth Vale");
    }

    @Test
    void aPaperThatIsCompleteStaysAsItWas() {
        String id = start("plan-0-3", PLAN, START).id();
        database.run(tx -> documents
                .get(id)
                .form()
                .sections()
                .forEach(section -> DocumentStore.setState(tx, id, section.id(), SectionState.COMPLETED, NOW)));
        persons.change(ana.id(), Person.Details.of("Ana Other", "ana@example.org", vale.id()), ADMIN, NOW);
        assertThat(head(refreshed(id, START))).containsEntry("nqsw_name", "Ana Novak");
        documents.sections().reopen(id, "needs", ADMIN, NOW);
        assertThat(head(refreshed(id, START)))
                .containsEntry("nqsw_name", "Ana Other")
                .doesNotContainKey("swe_number");
    }

    private Document refreshed(String id, LocalDate day) {
        return documents.refreshed(documents.get(id), portfolio, NOW, day);
    }

    @Test
    void needsThatAreNotMetTravelIntoTheNextPlan() {
        Document first = start("plan-0-3", PLAN, START);
        documents.save(first.id(), "needs", Json.readObject("""
                        {"development_needs": [
                          {"id": "a", "need": "Lead a review", "need_domains": ["knowledge"], "activity": "Shadow one",
                           "help": "My assessor", "target_date": "2026-08-01", "need_status": "open"},
                          {"id": "b", "need": "Write faster", "need_status": "met", "achievement": "I do"},
                          {"id": "c", "need": "Say no", "need_status": "carried", "carried_reason": "Hard"},
                          {"id": "d", "need": "Not judged yet"}
                        ]}""", "needs"), 1, Actor.of(ana.id()), NOW, START);
        Document next = start("plan-3-6", PLAN, START);
        List<Map<String, @Nullable Object>> needs = needs(next);
        assertThat(needs)
                .extracting(need -> need.get("need"))
                .containsExactly("Lead a review", "Say no", "Not judged yet");
        assertThat(needs.get(0))
                .containsEntry("activity", "Shadow one")
                .containsEntry("help", "My assessor")
                .containsEntry("need_domains", List.of("knowledge"))
                .doesNotContainKey("target_date")
                .doesNotContainKey("need_status");
        List<Carried> carried = documents.carried(next.id());
        assertThat(carried).hasSize(3).allSatisfy(entry -> {
            assertThat(entry.from()).isEqualTo(first.id());
            assertThat(entry.title()).isEqualTo("Professional development plan 1");
            assertThat(entry.field()).isEqualTo("development_needs");
        });
        assertThat(carried).extracting(Carried::fromEntry).containsExactlyInAnyOrder("a", "c", "d");
        assertThat(carried)
                .extracting(Carried::entry)
                .containsExactlyInAnyOrderElementsOf(
                        needs.stream().map(need -> (String) need.get("id")).toList());
        assertThat(documents.get(first.id()).revision()).isEqualTo(2);
    }

    @Test
    void nothingTravelsFromAnotherPortfolioOrIntoTheFirstPlan() {
        Document first = start("plan-0-3", PLAN, START);
        assertThat(first.answers()).doesNotContainKey("development_needs");
        assertThat(documents.carried(first.id())).isEmpty();
        assertThat(start("supporting-information", FORMS.get("supporting-information"), START)
                        .answers())
                .containsOnlyKeys(Answers.RECORD);
    }

    @Test
    void whatSomebodyHasWrittenIsNotDecidedOutOfTheYear() {
        Portfolios portfolios = new Portfolios(database, PROGRAMMES);
        Document begun = start("final-reflection", FORMS.get("final-critical-reflection"), START);
        portfolios.decide(portfolio.id(), "final-piece", "presentation", ADMIN, NOW);
        portfolios.decide(portfolio.id(), "final-piece", "written", ADMIN, NOW);
        Map<String, @Nullable Object> title = Map.of("reflection_title", "What I have learned");
        documents.save(begun.id(), "the_work", title, begun.revision(), Actor.of(ana.id()), NOW, START);
        assertThatThrownBy(() -> portfolios.decide(portfolio.id(), "final-piece", "presentation", ADMIN, NOW))
                .hasMessageContaining("somebody has written in “Final critical reflection");
        assertThat(portfolios.get(portfolio.id()).choices().get("final-piece")).isEqualTo("written");
    }

    @Test
    void refusesAPaperThatTheYearDoesNotHave() {
        assertThatThrownBy(() -> start("holiday", PLAN, START)).hasMessage("The plan has no paper “holiday”.");
        assertThatThrownBy(() -> start("plan-0-3", FORMS.get("supporting-information"), START))
                .hasMessageContaining("is not written on “Supporting information, 0 to 3 months”.");
    }

    private Document start(String paper, Form form, LocalDate day) {
        return documents.start(portfolio, paper, form, Integer.MAX_VALUE, Actor.of(ana.id()), NOW, day);
    }

    private static Map<String, @Nullable Object> head(Document document) {
        return Json.asObject(
                (Map<?, ?>) Objects.requireNonNull(document.answers().get(Answers.RECORD)));
    }

    private static List<Map<String, @Nullable Object>> needs(Document document) {
        List<?> entries = (List<?>) Objects.requireNonNull(document.answers().get("development_needs"));
        return entries.stream().map(entry -> Json.asObject((Map<?, ?>) entry)).toList();
    }

    private Person person(String name) {
        String email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org";
        return persons.add(Person.Details.of(name, email, vale.id()), ADMIN, NOW);
    }
}
