package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.forms.Forms;
import quire.forms.Section;
import quire.people.Actor;
import quire.portfolio.Checklist.Item;
import quire.portfolio.Checklist.Part;
import quire.portfolio.Checklist.Status;
import quire.programme.Programmes;
import quire.store.Database;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

@OnBothDatabases
class ChecklistTest {

    private static final Forms FORMS = Forms.load(Path.of("forms"));
    private static final Programmes PROGRAMMES = Programmes.load(Path.of("forms/programmes"), FORMS);
    private static final Instant NOW = Instant.parse("2026-06-01T09:00:00.000Z");
    private static final LocalDate START = LocalDate.parse("2026-06-01");

    private Database database;
    private Documents documents;
    private Portfolio portfolio;

    @BeforeEach
    void open(TestDatabase place) {
        database = place.open();
        documents = new Documents(database);
        portfolio = new Portfolios(database, PROGRAMMES)
                .enrol(
                        Enrolment.of("NV-2026-001", "ana", "vale", PROGRAMMES.get("adult", 2), START),
                        Actor.SYSTEM,
                        NOW);
    }

    @Test
    void appearsWithTheEnrolment() {
        Checklist checklist = on(START);
        assertThat(checklist.parts())
                .extracting(part -> part.stage().id())
                .containsExactly("introduction", "months-0-3", "months-3-6", "months-6-9", "months-6-12");
        assertThat(checklist.items()).hasSize(27);
        Item agreement = item(checklist, "agreement");
        assertThat(agreement.row().code()).isEqualTo("1: SAA");
        assertThat(agreement.due()).isEqualTo("2026-06-29");
        assertThat(agreement.status()).isEqualTo(Status.NOT_STARTED);
        assertThat(agreement.overdue()).isFalse();
    }

    @Test
    void aStageWaitsForThePapersThatOpenIt() {
        Part second = on(START).parts().get(1);
        assertThat(second.isOpen()).isFalse();
        assertThat(second.waitsFor()).containsExactly("Support and assessment agreement");
        assertThat(second.items()).extracting(Item::status).containsOnly(Status.CANNOT_START);
        String agreement = start("agreement", "support-and-assessment-agreement");
        put(agreement, SectionState.COMPLETED);
        assertThat(on(START).parts().get(1).isOpen()).isFalse();
        assertThat(item(on(START), "agreement").status()).isEqualTo(Status.TO_SIGN);
        put(agreement, SectionState.LOCKED);
        assertThat(on(START).parts().get(1).isOpen()).isTrue();
        assertThat(item(on(START), "agreement").status()).isEqualTo(Status.COMPLETE);
    }

    @Test
    void aPaperThatNobodySignsIsCompleteWhenItIsWritten() {
        put(start("self-assessment-start", "self-assessment"), SectionState.COMPLETED);
        assertThat(item(on(START), "self-assessment-start").status()).isEqualTo(Status.COMPLETE);
    }

    @Test
    void whatWasBegunEarlyStaysReachable() {
        start("observation-1", "direct-observation");
        Item early = item(on(START), "observation-1");
        assertThat(early.documents()).hasSize(1);
        assertThat(early.status()).isEqualTo(Status.CANNOT_START);
    }

    @Test
    void aPaperIsOverdueTheDayAfterItIsDue() {
        assertThat(item(on(LocalDate.parse("2026-06-29")), "agreement").overdue())
                .isFalse();
        assertThat(item(on(LocalDate.parse("2026-06-30")), "agreement").overdue())
                .isTrue();
        put(start("agreement", "support-and-assessment-agreement"), SectionState.LOCKED);
        assertThat(item(on(LocalDate.parse("2026-06-30")), "agreement").overdue())
                .isFalse();
    }

    @Test
    void anythingTypedCountsAsBegun() {
        String written = start("supporting-information", "supporting-information");
        assertThat(item(on(START), "supporting-information").documents().get(0).progress())
                .isEqualTo(Progress.NOT_STARTED);
        documents.save(written, "support", Map.of("support_helped", "Time."), 1, Actor.SYSTEM, NOW, START);
        assertThat(item(on(START), "supporting-information").status()).isEqualTo(Status.IN_PROGRESS);
    }

    @Test
    void aSecondPaperOfARowHasTheNextNumber() {
        start("observation-1", "direct-observation");
        Document second = documents.get(start("observation-1", "direct-observation"));
        assertThat(second.title()).isEqualTo("Direct observation 2");
        assertThat(item(on(START), "observation-1").documents()).hasSize(2);
    }

    @Test
    void furtherPapersNeedNoStage() {
        assertThat(on(START).further()).extracting(item -> item.row().id()).contains("concern", "registration");
        assertThat(on(START).further()).noneMatch(Item::overdue);
    }

    private Checklist on(LocalDate day) {
        return documents.checklist(portfolio, day);
    }

    private static Item item(Checklist checklist, String paper) {
        return checklist.find(paper).orElseThrow();
    }

    private String start(String paper, String form) {
        return documents
                .start(new Placement(portfolio.id(), paper), FORMS.get(form), Map.of(), Actor.SYSTEM, NOW, START)
                .id();
    }

    /** As the server finds a document whose owners have said so of every section, or whose signers have all signed. */
    private void put(String document, SectionState state) {
        List<Section> sections = documents.get(document).form().sections();
        database.run(tx -> {
            sections.forEach(section -> DocumentStore.setState(tx, document, section.id(), state, NOW));
            DocumentStore.keepProgress(tx, documents.get(document), NOW);
        });
    }
}
