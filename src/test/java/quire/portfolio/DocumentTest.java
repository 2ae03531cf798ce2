package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.forms.Section;
import quire.people.Actor;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

/** How far a paper is, as everybody tells it who shows or prints it. */
@OnBothDatabases
class DocumentTest {

    private BegunYear year;

    @BeforeEach
    void open(TestDatabase place) {
        year = new BegunYear(place.open());
    }

    @Test
    void aSectionWaitsForTheSignatureThatItsFormAsksFor() {
        Document log = year.start("critical-reflection", "critical-reflection-log");
        Section waiting = log.form().sections().stream()
                .filter(section ->
                        section.startWhen() != null && section.startWhen().signed())
                .findFirst()
                .orElseThrow();
        String first = Objects.requireNonNull(waiting.startWhen()).section();
        assertThat(log.mayStart(waiting)).isFalse();
        assertThat(log.turned(first, SectionState.COMPLETED).mayStart(waiting)).isFalse();
        assertThat(log.turned(first, SectionState.SIGNED).mayStart(waiting)).isTrue();
        assertThat(log.turned(waiting.id(), SectionState.IN_PROGRESS).mayStart(waiting))
                .as("what was begun goes on")
                .isTrue();
    }

    @Test
    void whatNobodySignsIsFinishedWhenEachSectionIsCompleted() {
        Document roadmap = year.start("roadmap", "roadmap");
        assertThat(roadmap.isFinished()).isFalse();
        assertThat(all(roadmap, SectionState.COMPLETED).isFinished()).isTrue();
        assertThat(all(roadmap, SectionState.COMPLETED)
                        .turned(roadmap.shown().get(0).id(), SectionState.IN_PROGRESS)
                        .isFinished())
                .isFalse();
    }

    @Test
    void whatIsSignedIsFinishedWithTheLastSignature() {
        Document agreement = year.start("agreement", "support-and-assessment-agreement");
        assertThat(all(agreement, SectionState.COMPLETED).isComplete()).isTrue();
        assertThat(all(agreement, SectionState.COMPLETED).isFinished()).isFalse();
        assertThat(all(agreement, SectionState.SIGNED).isFinished()).isFalse();
        assertThat(all(agreement, SectionState.LOCKED).isFinished()).isTrue();
    }

    /** Nobody gives their word for it, so it is never in the way of printing it. */
    @Test
    void somebodysOwnTryIsNeverUnfinished() {
        Document own = year.documents.start(
                BegunYear.FORMS.get("roadmap"), Map.of(), Actor.SYSTEM, BegunYear.NOW, BegunYear.START);
        assertThat(own.isComplete()).isFalse();
        assertThat(own.isFinished()).isTrue();
    }

    private static Document all(Document document, SectionState state) {
        Document turned = document;
        for (Section section : document.form().sections()) {
            turned = turned.turned(section.id(), state);
        }
        return turned;
    }
}
