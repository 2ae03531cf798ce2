package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.forms.Form;
import quire.forms.Forms;
import quire.people.Actor;
import quire.programme.Programmes;
import quire.store.Database;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

@OnBothDatabases
class TallyTest {

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
    void nothingIsThereAtFirst() {
        assertThat(tallies()).extracting(Tally::minimum).contains("observations", "written-documents", "reflections");
        assertThat(tallies()).extracting(Tally::counted).containsOnly(0);
        assertThat(tallies()).noneMatch(Tally::isReached);
    }

    @Test
    void onlyWhatEverybodyHasSignedCounts() {
        String observation = observation("observation-1", true);
        assertThat(tally("observations").counted()).isZero();
        put(observation, SectionState.COMPLETED);
        assertThat(tally("observations").counted()).isZero();
        put(observation, SectionState.LOCKED);
        assertThat(tally("observations").counted()).isEqualTo(1);
    }

    @Test
    void twoOfThreeObservationsAreByTheAssessor() {
        put(observation("observation-1", true), SectionState.LOCKED);
        put(observation("observation-2", false), SectionState.LOCKED);
        put(observation("observation-3", false), SectionState.LOCKED);
        assertThat(tally("observations").counted()).isEqualTo(3);
        assertThat(tally("observations").shares()).containsExactly(new Tally.Share("by the assessor", 1, 2));
        assertThat(tally("observations").isReached()).isFalse();
        put(observation("observation-3", true), SectionState.LOCKED);
        assertThat(tally("observations").counted()).as("a fourth counts too").isEqualTo(4);
        assertThat(tally("observations").isReached()).isTrue();
    }

    @Test
    void entriesOfAPaperAreCountedWhereTheyAreWhatIsAskedFor() {
        put(
                started(
                        "documentation-1",
                        "documentation-verification",
                        Map.of(
                                "documents_seen",
                                List.of(
                                        Map.of("id", "a", "document_type", "external_report"),
                                        Map.of("id", "b", "document_type", "case_recordings"),
                                        Map.of("id", "c", "document_type", "case_recordings")))),
                SectionState.LOCKED);
        Tally documents = tally("written-documents");
        assertThat(documents.counted()).isEqualTo(3);
        assertThat(documents.shares()).extracting(Tally.Share::counted).containsExactly(1, 2);
        assertThat(documents.isReached()).isTrue();
    }

    private String observation(String paper, boolean byAssessor) {
        return started(paper, "direct-observation", Map.of("observer_is_assessor", byAssessor));
    }

    private List<Tally> tallies() {
        return documents.tallies(portfolio, documents.checklist(portfolio, START));
    }

    private Tally tally(String minimum) {
        return tallies().stream()
                .filter(one -> one.minimum().equals(minimum))
                .findFirst()
                .orElseThrow();
    }

    private String started(String paper, String form, Map<String, @Nullable Object> answers) {
        Form used = FORMS.get(form);
        String section = used.sections().stream()
                .filter(one -> one.fields().stream().anyMatch(field -> answers.containsKey(field.id())))
                .findFirst()
                .orElseThrow()
                .id();
        Document started =
                documents.start(new Placement(portfolio.id(), paper), used, Map.of(), Actor.SYSTEM, NOW, START);
        documents.save(started.id(), section, answers, started.revision(), Actor.SYSTEM, NOW, START);
        return started.id();
    }

    private void put(String document, SectionState state) {
        database.run(tx -> {
            documents
                    .get(document)
                    .form()
                    .sections()
                    .forEach(section -> DocumentStore.setState(tx, document, section.id(), state, NOW));
            DocumentStore.keepProgress(tx, documents.get(document), NOW);
        });
    }
}
