package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.people.Actor;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

@OnBothDatabases
class TallyTest {

    private BegunYear year;

    @BeforeEach
    void open(TestDatabase place) {
        year = new BegunYear(place.open());
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
        year.put(observation, SectionState.COMPLETED);
        assertThat(tally("observations").counted()).isZero();
        year.put(observation, SectionState.LOCKED);
        assertThat(tally("observations").counted()).isEqualTo(1);
    }

    @Test
    void twoOfThreeObservationsAreByTheAssessor() {
        year.put(observation("observation-1", true), SectionState.LOCKED);
        year.put(observation("observation-2", false), SectionState.LOCKED);
        year.put(observation("observation-3", false), SectionState.LOCKED);
        assertThat(tally("observations").counted()).isEqualTo(3);
        assertThat(tally("observations").shares()).containsExactly(new Tally.Share("by the assessor", 1, 2));
        assertThat(tally("observations").isReached()).isFalse();
        year.put(observation("observation-3", true), SectionState.LOCKED);
        assertThat(tally("observations").counted()).as("a fourth counts too").isEqualTo(4);
        assertThat(tally("observations").isReached()).isTrue();
    }

    @Test
    void entriesOfAPaperAreCountedWhereTheyAreWhatIsAskedFor() {
        year.put(
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
        return year.documents.tallies(year.portfolio, year.on(BegunYear.START));
    }

    private Tally tally(String minimum) {
        return tallies().stream()
                .filter(one -> one.minimum().equals(minimum))
                .findFirst()
                .orElseThrow();
    }

    private String started(String paper, String form, Map<String, @Nullable Object> answers) {
        Document started = year.start(paper, form);
        String section = started.form().sections().stream()
                .filter(one -> one.fields().stream().anyMatch(field -> answers.containsKey(field.id())))
                .findFirst()
                .orElseThrow()
                .id();
        year.documents.save(
                started.id(), section, answers, started.revision(), Actor.SYSTEM, BegunYear.NOW, BegunYear.START);
        return started.id();
    }
}
