package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.forms.Forms;
import quire.forms.Section;
import quire.people.Actor;
import quire.people.Permits;
import quire.people.PortfolioRole;
import quire.people.Role;
import quire.people.SectionFacts;
import quire.people.Standing;
import quire.store.Database;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;
import quire.trail.Trail;

/** Who can read a section, as the people's table decides it over what the shipped forms say. */
@OnBothDatabases
class ReadingTest {

    private static final Forms FORMS = Forms.load(Path.of("forms"));
    private static final LocalDate TODAY = LocalDate.parse("2026-06-01");
    private static final Instant NOW = Instant.parse("2026-06-01T09:00:00.000Z");

    private Database database;
    private Documents documents;

    @BeforeEach
    void open(TestDatabase place) {
        database = place.open();
        documents = new Documents(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void thoseWhomTheFormNamesReadADraft() {
        Document plan = start("professional-development-plan");
        SectionFacts needs = facts(plan, "needs");
        assertThat(needs.owner()).isEqualTo("nqsw");
        assertThat(needs.visibleTo()).containsExactlyInAnyOrder("nqsw", "assessor");
        assertThat(needs.comments()).containsExactly("assessor");
        assertThat(needs.state()).isEqualTo(SectionFacts.State.DRAFT);
        assertThat(Permits.reads(tied(PortfolioRole.ASSESSOR), needs).allowed()).isTrue();
        assertThat(Permits.writes(tied(PortfolioRole.ASSESSOR), needs).allowed())
                .isFalse();
        assertThat(Permits.reads(tied(PortfolioRole.MANAGER), needs).allowed()).isFalse();
        assertThat(Permits.reads(has(Role.ADMINISTRATOR), needs).allowed()).isFalse();
    }

    @Test
    void s39_reflectionsAndWhatIsConfidentialIsSaidByTheForms() {
        assertThat(natures("critical-reflection-log")).containsOnly(SectionFacts.Nature.REFLECTION);
        assertThat(natures("final-critical-reflection")).containsOnly(SectionFacts.Nature.REFLECTION);
        assertThat(natures("self-assessment")).containsOnly(SectionFacts.Nature.SELF_ASSESSMENT);
        assertThat(natures("concern-and-support-plan")).containsOnly(SectionFacts.Nature.CONFIDENTIAL);
        assertThat(natures("appeal")).containsOnly(SectionFacts.Nature.CONFIDENTIAL);
        assertThat(facts(start("deferral-request"), "circumstances").nature())
                .isEqualTo(SectionFacts.Nature.CONFIDENTIAL);
        assertThat(facts(start("deferral-request"), "request").nature()).isEqualTo(SectionFacts.Nature.ORDINARY);
        assertThat(facts(start("registration"), "equality").nature()).isEqualTo(SectionFacts.Nature.CONFIDENTIAL);
        assertThat(natures("direct-observation")).containsOnly(SectionFacts.Nature.ORDINARY);
    }

    @Test
    void s39_noLineManagerReadsAReflectionAndNoAdministratorAConcern() {
        Document log = completed("critical-reflection-log", "thinking");
        assertThat(Permits.reads(tied(PortfolioRole.MANAGER), facts(log, "thinking"))
                        .allowed())
                .isFalse();
        assertThat(Permits.reads(has(Role.COORDINATOR), facts(log, "thinking")).allowed())
                .isFalse();
        Document concern = completed("concern-and-support-plan", "progress_concern");
        assertThat(Permits.reads(has(Role.ADMINISTRATOR), facts(concern, "progress_concern"))
                        .allowed())
                .isFalse();
    }

    @Test
    void whatWaitsForASignatureIsNotReleasedByBeingCompleted() {
        Document observation = completed("direct-observation", "observer");
        Section observer = observation.form().sections().stream()
                .filter(section -> section.releaseTo().containsKey("nqsw"))
                .findFirst()
                .orElseThrow();
        SectionFacts facts = facts(completed("direct-observation", observer.id()), observer.id());
        assertThat(facts.state()).isEqualTo(SectionFacts.State.COMPLETED);
        assertThat(facts.releasedTo()).isEmpty();
        assertThat(Permits.reads(tied(PortfolioRole.NQSW), facts).allowed()).isFalse();
    }

    @Test
    void whatIsLeftToSomebodysWordIsReleasedByThatWordOnly() {
        String id = start("concern-and-support-plan").id();
        Actor coordinator = Actor.SYSTEM;
        assertThat(facts(documents.get(id), "progress_concern").releasedTo()).isEmpty();
        documents.sections().release(id, "progress_concern", "nqsw", coordinator, NOW);
        documents.sections().release(id, "progress_concern", "nqsw", coordinator, NOW);
        SectionFacts facts = facts(documents.get(id), "progress_concern");
        assertThat(facts.releasedTo()).containsExactly("nqsw");
        assertThat(Permits.reads(tied(PortfolioRole.NQSW), facts).allowed()).isTrue();
        assertThat(new Trail(database).of("document", id, Trail.NEWEST, 10))
                .extracting(recorded -> recorded.entry().action())
                .containsExactly("section.released", "document.started");
        assertThatThrownBy(() -> documents.sections().release(id, "progress_concern", "chair", coordinator, NOW))
                .hasMessage("This section cannot be shown to somebody by hand.");
        String observation = start("direct-observation").id();
        Section observed = documents.get(observation).form().sections().stream()
                .filter(section -> section.releaseTo().containsKey("nqsw"))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> documents.sections().release(observation, observed.id(), "nqsw", coordinator, NOW))
                .hasMessageContaining("cannot be shown");
    }

    @Test
    void saysInWordsWhoReadsItNowAndLater() {
        Document concern = start("concern-and-support-plan");
        assertThat(words(concern, "progress_concern"))
                .containsExactly(
                        "The assessor",
                        "The ASYE co-ordinator",
                        "The newly qualified social worker, once the assessor shows it to them",
                        "The line manager, once the assessor shows it to them",
                        "The social work learning and development lead, once the ASYE co-ordinator shows it to them");
        Document observation = start("direct-observation");
        assertThat(words(observation, "observed"))
                .contains(
                        "The observer",
                        "The newly qualified social worker, once it is signed",
                        "The administrator, once it is completed",
                        "The co-ordinator, once it is signed");
        assertThat(words(completed("direct-observation", "observed"), "observed"))
                .contains("The administrator");
        assertThat(words(start("self-assessment"), "overall"))
                .containsExactly("The newly qualified social worker", "The assessor");
    }

    private static List<String> words(Document document, String section) {
        return Reader.of(document, document.form().section(section)).stream()
                .map(Reader::words)
                .toList();
    }

    private List<SectionFacts.Nature> natures(String form) {
        Document document = start(form);
        return document.form().sections().stream()
                .map(section -> Reading.facts(document, section).nature())
                .toList();
    }

    private static SectionFacts facts(Document document, String section) {
        return Reading.facts(document, document.form().section(section));
    }

    private static Standing tied(PortfolioRole role) {
        return new Standing("somebody", true, Set.of(), Set.of(), List.of(new Standing.Tie(role, null)), false, false);
    }

    private static Standing has(Role role) {
        return new Standing("somebody", true, Set.of(role), Set.of(role), List.of(), false, false);
    }

    private Document start(String form) {
        return documents.start(FORMS.get(form), Map.of(), Actor.SYSTEM, NOW, TODAY);
    }

    private Document completed(String form, String section) {
        String id = start(form).id();
        database.run(tx -> DocumentStore.setState(tx, id, section, SectionState.COMPLETED, NOW));
        return documents.get(id);
    }
}
