package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.people.Actor;
import quire.people.Assignments;
import quire.people.PortfolioRole;
import quire.people.Span;
import quire.store.Database;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

/** What the papers of a year are filled in with, as both programmes say. */
@OnBothDatabases
class DrawnAnswersTest {

    private static final LocalDate START = FillingHouse.START;

    private Database database;
    private FillingHouse house;

    @BeforeEach
    void open(TestDatabase place) {
        database = place.open();
        house = new FillingHouse(database, "adult", Map.of());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aReviewSaysWhichPapersAreThere() {
        String review = house.begin("foundational-review");
        assertThat(house.table(review, "evidence_received"))
                .hasSize(6)
                .allSatisfy(
                        (row, entry) -> assertThat(entry.get("in_portfolio")).isEqualTo(false));
        house.goTo(START.plusDays(40));
        String observation = house.put("observation-1", SectionState.COMPLETED);
        assertThat(entry(review, "evidence_received", "observation")).doesNotContainKey("signed_on");
        house.put(observation, SectionState.LOCKED, Map.of());
        assertThat(entry(review, "evidence_received", "observation"))
                .containsEntry("in_portfolio", true)
                .containsEntry("signed_on", "2026-07-11");
        house.begin("observation-1");
        assertThat(entry(review, "evidence_received", "observation"))
                .as("a further one that is not signed yet")
                .containsEntry("in_portfolio", false);
    }

    @Test
    void aReviewCountsWhatIsNeededByThen() {
        String review = house.begin("interim-review");
        house.put("observation-1", SectionState.LOCKED);
        assertThat(entry(review, "minimums", "observations"))
                .containsEntry("minimum_count", number(1))
                .containsEntry("minimum_needed", number(2))
                .containsEntry("minimum_reached", false);
        house.put("observation-2", SectionState.LOCKED);
        assertThat(entry(review, "minimums", "observations"))
                .containsEntry("minimum_count", number(2))
                .containsEntry("minimum_reached", true);
        String meeting = house.begin("progressive-meeting");
        house.put("plan-0-3", SectionState.LOCKED);
        assertThat(entry(meeting, "minimums", "observations")).containsEntry("minimum_needed", number(3));
        assertThat(entry(meeting, "minimums", "plans"))
                .containsEntry("minimum_count", number(1))
                .containsEntry("minimum_needed", number(5));
    }

    @Test
    void nothingIsWrittenWhereNothingIsDifferent() {
        String review = house.begin("interim-review");
        int revision = house.open(review).revision();
        assertThat(house.open(review).revision()).isEqualTo(revision);
        assertThat(house.documents.history(review)).hasSize(revision);
        house.put("supporting-information", SectionState.LOCKED); // of another stage
        assertThat(house.open(review).revision()).isEqualTo(revision);
    }

    @Test
    void whatIsCompletedStaysAsItWasSeen() {
        String review = house.begin("interim-review");
        house.open(review);
        house.database.run(tx -> DocumentStore.setState(tx, review, "evidence", SectionState.COMPLETED, house.now()));
        house.put("observation-1", SectionState.LOCKED);
        assertThat(entry(review, "minimums", "observations")).containsEntry("minimum_count", number(0));
        house.documents.sections().reopen(review, "evidence", Actor.SYSTEM, house.now());
        assertThat(entry(review, "minimums", "observations")).containsEntry("minimum_count", number(1));
    }

    @Test
    void whoWritesMeanwhileLosesNothingAndMeetsNoConflict() {
        String review = house.begin("interim-review");
        int seen = house.open(review).revision();
        house.put("observation-2", SectionState.LOCKED);
        assertThat(house.open(review).revision()).isEqualTo(seen + 1);
        house.save(
                review,
                Map.of("evidence_received", List.of(Map.of("row", "observation", "evidence_note", "A core group"))),
                seen);
        assertThat(entry(review, "evidence_received", "observation"))
                .containsEntry("evidence_note", "A core group")
                .containsEntry("in_portfolio", true);
        assertThat(house.documents.setAside(review)).isEmpty();
    }

    @Test
    void aChecklistListsThePapersOfItsStagesAndKeepsWhatIsWrittenBesideThem() {
        house.put("self-assessment-start", SectionState.COMPLETED);
        String checklist = house.begin("checklist-3");
        assertThat(house.table(checklist, "documents"))
                .containsOnlyKeys(
                        "initial-meeting",
                        "self-assessment-start",
                        "agreement",
                        "plan-0-3",
                        "foundational-review",
                        "supporting-information",
                        "observation-1",
                        "professional-feedback-1",
                        "documentation-1",
                        "people-feedback-1",
                        "plan-3-6");
        assertThat(entry(checklist, "documents", "self-assessment-start"))
                .containsEntry("complete", true)
                .as("nobody signs it")
                .doesNotContainKey("signed");
        List<Map<String, String>> rows = house.table(checklist, "documents").keySet().stream()
                .map(id ->
                        id.equals("observation-1") ? Map.of("id", id, "issue", "Page 2, the date") : Map.of("id", id))
                .toList();
        house.save(checklist, Map.of("documents", rows));
        house.put("observation-1", SectionState.LOCKED);
        house.put("observation-1", SectionState.IN_PROGRESS);
        assertThat(entry(checklist, "documents", "observation-1"))
                .containsEntry("issue", "Page 2, the date")
                .containsEntry("document_name", "Direct observation 1")
                .containsEntry("signed", true);
        assertThat(entry(checklist, "documents", "observation-1-2"))
                .containsEntry("document_name", "Direct observation 2")
                .containsEntry("present", true)
                .containsEntry("signed", false);
        assertThat(entry(checklist, "minimums", "observations"))
                .containsEntry("needed", number(1))
                .containsEntry("counted", number(1))
                .containsEntry("minimum_met", true);
        assertThat(house.table(checklist, "minimums"))
                .containsKey("people-feedback-spread-months-0-3")
                .doesNotContainKey("people-feedback-spread-months-3-6");
    }

    @Test
    void aVerificationCountsItsOwnDocumentsBeforeItIsSigned() {
        String verification = house.begin("documentation-1");
        house.save(
                verification,
                Map.of(
                        "documents_seen",
                        List.of(
                                Map.of("id", "a", "document_type", "external_report"),
                                Map.of("id", "b", "document_type", "assessment"))));
        assertThat(house.open(verification).answers())
                .containsEntry("documents_total", number(2))
                .containsEntry("documents_needed", number(3))
                .containsEntry("external_report_seen", true)
                .containsEntry("case_recordings_seen", false);
        house.put(verification, SectionState.LOCKED, Map.of());
        assertThat(house.open(house.begin("documentation-2")).answers())
                .as("signed, it is not counted twice")
                .containsEntry("documents_total", number(2));
    }

    @Test
    void theFinalReviewSaysWhatTheYearHas() {
        String review = house.begin("final-assessment");
        house.put(house.begin("observation-1"), SectionState.LOCKED, Map.of("observer_is_assessor", true));
        house.put(house.begin("observation-2"), SectionState.LOCKED, Map.of("observer_is_assessor", true));
        house.put(house.begin("observation-3"), SectionState.LOCKED, Map.of("observer_is_assessor", false));
        house.put("final-reflection", SectionState.LOCKED);
        assertThat(entry(review, "evidence_seen", "observations")).containsEntry("complete", true);
        assertThat(entry(review, "evidence_seen", "critical_reflection")).containsEntry("complete", true);
        assertThat(entry(review, "evidence_seen", "people_feedback")).containsEntry("complete", false);
        assertThat(house.open(review).answers())
                .containsEntry("observed_by_assessor", number(2))
                .containsEntry("external_report_seen", false);
    }

    @Test
    void theYearOnOnePageHasItsDates() {
        Map<String, Map<?, ?>> milestones = house.table(house.begin("roadmap"), "milestones");
        assertThat(List.copyOf(milestones.keySet()))
                .containsSubsequence("start", "initial", "review-3", "review-6", "review-9", "end", "panel");
        assertThat(String.valueOf(milestones.get("review-3")))
                .contains("milestone_date=2026-09-01", "milestone_stage=first_three")
                .contains("Newly qualified social worker, Assessor, Line manager, ASYE co-ordinator");
        String roadmap = house.begin("roadmap");
        assertThat(house.table(roadmap, "papers")).hasSize(27);
        assertThat(entry(roadmap, "papers", "agreement"))
                .containsEntry("paper_stage", "beginning")
                .containsEntry("paper_owner", "Assessor")
                .containsEntry("paper_due", "2026-06-29");
        assertThat(entry(roadmap, "rhythm", "supervision").toString())
                .contains("Every week until 13 July 2026, then every 2 weeks until 1 December 2026");
    }

    @Test
    void aRequestSaysWhatIsDoneAndAConcernWhatIsMissing() {
        house.put("agreement", SectionState.LOCKED);
        house.put("plan-0-3", SectionState.COMPLETED);
        assertThat(house.table(house.begin("deferral"), "work_done")).containsOnlyKeys("agreement");
        house.goTo(START.plusWeeks(5));
        String concern = house.begin("concern");
        assertThat(house.open(concern).answers())
                .as("that section is not part of the paper yet")
                .doesNotContainKey("missing_documents");
        house.save(concern, Map.of("next_step", "progress"));
        assertThat(house.table(concern, "missing_documents"))
                .containsOnlyKeys("initial-meeting", "self-assessment-start", "plan-0-3")
                .extractingByKey("plan-0-3")
                .asString()
                .contains("missing_due=2026-06-29");
    }

    @Test
    void aHandoverNamesWhoHandsOver() {
        Assignments assignments = new Assignments(database);
        assignments.assign(
                house.portfolio.id(),
                PortfolioRole.ASSESSOR,
                house.person("Ruth Vale").id(),
                Span.from(START),
                Actor.SYSTEM,
                house.now());
        String handover = house.begin("handover");
        house.goTo(START.plusDays(10));
        assignments.handOver(
                house.portfolio.id(),
                PortfolioRole.ASSESSOR,
                house.person("Tom Hale").id(),
                START.plusDays(10),
                Actor.SYSTEM,
                house.now());
        assertThat(house.open(handover).answers().get("outgoing_assessor"))
                .isEqualTo(Map.of("name", "Ruth Vale", "registration", "SW123456"));
        assertThat(entry(handover, "papers", "agreement")).containsEntry("paper_state", "Not started");
    }

    @Test
    void aPaperCountsWhatPeopleTypeInIt() {
        String handover = house.begin("handover");
        assertThat(house.open(handover).answers()).doesNotContainKey("gap_days");
        house.save(handover, Map.of("last_day", "2026-06-05", "first_day", "2026-06-22"));
        assertThat(house.open(handover).answers()).containsEntry("gap_days", number(17));
        house.save(handover, Map.of("first_day", "2026-06-01"));
        assertThat(house.open(handover).answers()).doesNotContainKey("gap_days");
        String log = house.begin("supervision-log");
        assertThat(house.open(log).answers()).containsEntry("sessions_held", number(0));
        house.save(
                log,
                Map.of(
                        "supervisions",
                        List.of(Map.of("id", "a", "supervision_date", "2026-06-01")),
                        "missed_sessions",
                        List.of(
                                Map.of("id", "b", "missed_date", "2026-06-01", "held_instead", "2026-06-01"),
                                Map.of("id", "c", "missed_date", "2026-06-01"))));
        assertThat(house.open(log).answers())
                .containsEntry("sessions_held", number(1))
                .containsEntry("sessions_missed", number(1));
    }

    @Test
    void aDayStaysUntilSomethingElseIsDifferent() {
        String grid = house.begin("evidence-grid");
        assertThat(house.open(grid).answers()).containsEntry("as_of", "2026-06-01");
        house.goTo(START.plusDays(20));
        assertThat(house.open(grid).answers()).containsEntry("as_of", "2026-06-01");
        house.put("observation-1", SectionState.LOCKED);
        assertThat(house.open(grid).answers())
                .containsEntry("as_of", "2026-06-21")
                .containsEntry("observation_count", number(1));
    }

    private Map<Object, Object> entry(String document, String field, String name) {
        return Map.copyOf(house.table(document, field).getOrDefault(name, Map.of()));
    }

    private static BigDecimal number(int number) {
        return BigDecimal.valueOf(number);
    }
}
