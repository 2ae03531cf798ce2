package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.portfolio.BegunYear.NOW;
import static quire.portfolio.BegunYear.START;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.people.Actor;
import quire.portfolio.Checklist.Item;
import quire.portfolio.Checklist.Part;
import quire.portfolio.Checklist.Status;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

@OnBothDatabases
class ChecklistTest {

    private BegunYear year;

    @BeforeEach
    void open(TestDatabase place) {
        year = new BegunYear(place.open());
    }

    @Test
    void appearsWithTheEnrolment() {
        Checklist checklist = year.on(START);
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
        Part second = year.on(START).parts().get(1);
        assertThat(second.isOpen()).isFalse();
        assertThat(second.waitsFor()).containsExactly("Support and assessment agreement");
        assertThat(second.items()).extracting(Item::status).containsOnly(Status.CANNOT_START);
        String agreement = start("agreement", "support-and-assessment-agreement");
        year.put(agreement, SectionState.COMPLETED);
        assertThat(year.on(START).parts().get(1).isOpen()).isFalse();
        assertThat(item(year.on(START), "agreement").status()).isEqualTo(Status.TO_SIGN);
        year.put(agreement, SectionState.LOCKED);
        assertThat(year.on(START).parts().get(1).isOpen()).isTrue();
        assertThat(item(year.on(START), "agreement").status()).isEqualTo(Status.COMPLETE);
    }

    @Test
    void aPaperThatNobodySignsIsCompleteWhenItIsWritten() {
        year.put(start("self-assessment-start", "self-assessment"), SectionState.COMPLETED);
        assertThat(item(year.on(START), "self-assessment-start").status()).isEqualTo(Status.COMPLETE);
    }

    @Test
    void whatWasBegunEarlyStaysReachable() {
        start("observation-1", "direct-observation");
        Item early = item(year.on(START), "observation-1");
        assertThat(early.documents()).hasSize(1);
        assertThat(early.status()).isEqualTo(Status.CANNOT_START);
    }

    @Test
    void aPaperIsOverdueTheDayAfterItIsDue() {
        assertThat(item(year.on(LocalDate.parse("2026-06-29")), "agreement").overdue())
                .isFalse();
        assertThat(item(year.on(LocalDate.parse("2026-06-30")), "agreement").overdue())
                .isTrue();
        year.put(start("agreement", "support-and-assessment-agreement"), SectionState.LOCKED);
        assertThat(item(year.on(LocalDate.parse("2026-06-30")), "agreement").overdue())
                .isFalse();
    }

    @Test
    void anythingTypedCountsAsBegun() {
        String written = start("supporting-information", "supporting-information");
        assertThat(item(year.on(START), "supporting-information")
                        .documents()
                        .get(0)
                        .progress())
                .isEqualTo(Progress.NOT_STARTED);
        year.documents.save(written, "support", Map.of("support_helped", "Time."), 1, Actor.SYSTEM, NOW, START);
        assertThat(item(year.on(START), "supporting-information").status()).isEqualTo(Status.IN_PROGRESS);
    }

    @Test
    void aSecondPaperOfARowHasTheNextNumber() {
        start("observation-1", "direct-observation");
        Document second = year.documents.get(start("observation-1", "direct-observation"));
        assertThat(second.title()).isEqualTo("Direct observation 2");
        assertThat(item(year.on(START), "observation-1").documents()).hasSize(2);
    }

    @Test
    void furtherPapersNeedNoStage() {
        assertThat(year.on(START).further()).extracting(item -> item.row().id()).contains("concern", "registration");
        assertThat(year.on(START).further()).noneMatch(Item::overdue);
    }

    private static Item item(Checklist checklist, String paper) {
        return checklist.find(paper).orElseThrow();
    }

    private String start(String paper, String form) {
        return year.start(paper, form).id();
    }
}
