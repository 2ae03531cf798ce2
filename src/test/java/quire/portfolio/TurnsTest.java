package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quire.portfolio.SigningHouse.NOW;
import static quire.portfolio.SigningHouse.TODAY;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.people.Actor;
import quire.people.Assignment;
import quire.people.Person;
import quire.people.PortfolioRole;
import quire.people.Span;
import quire.post.KeptLetter;
import quire.post.Outbox;
import quire.store.Database;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

/** Whoever a paper waits for is told so, once, and nothing of what stands on it. */
@OnBothDatabases
class TurnsTest {

    private static final String SECRET = "planted-answer-that-no-letter-has";

    private SigningHouse house;
    private Outbox outbox;
    private TestDatabase place;

    @BeforeEach
    void open(TestDatabase place) {
        this.place = place;
        Database database = place.open();
        house = new SigningHouse(database);
        outbox = new Outbox(database);
    }

    @Test
    void nobodyIsToldToSignWhatTheyHaveJustCompleted() {
        house.write("own", Map.of("story", "I went to see her."));
        house.complete("own");
        assertThat(told()).isEmpty();
    }

    @Test
    void thoseWhoSignNextAreToldWhenTheLastOneHasSigned() {
        house.finish(false);
        assertThat(told()).as("since the others have completed theirs").containsExactly("ana@example.org");
        house.sign("0.nqsw", "nqsw");
        assertThat(told()).containsExactlyInAnyOrder("ana@example.org", "ruth@example.org", "mo@example.org");
        house.sign("1.assessor", "assessor");
        assertThat(told()).as("nobody twice").hasSize(3);
        house.sign("1.manager", "manager");
        assertThat(told())
                .containsExactlyInAnyOrder("ana@example.org", "ruth@example.org", "mo@example.org", "cara@example.org");
        assertThat(letters()).allSatisfy(letter -> {
            assertThat(letter.letter().subject()).isEqualTo("“Review” waits for your signature");
            assertThat(letter.letter().text()).contains("\n/documents/" + house.document + "\n", "NV-2026-001");
        });
    }

    @Test
    void whoeverStandsInIsToldAsWell() {
        Person dee = house.house.person("Dee Deputy", "dee@example.org");
        Assignment ruths = house.house
                .assignments
                .holder(house.house.portfolio, PortfolioRole.ASSESSOR, TODAY)
                .orElseThrow();
        house.house.assignments.deputise(ruths.id(), dee.id(), Span.of(TODAY, TODAY), Actor.SYSTEM, NOW);
        house.finish(false);
        house.sign("0.nqsw", "nqsw");
        assertThat(told()).contains("ruth@example.org", "dee@example.org");
    }

    @Test
    void ownersAreToldOfWhatWasGivenBackAndSignersOnceMoreAfterwards() {
        house.finish(false);
        house.sign("0.nqsw", "nqsw");
        house.sections.giveBack(house.document, Set.of("own"), SECRET, house.as("assessor"), NOW);
        assertThat(givenBack()).isEqualTo(1);
        house.write("own", Map.of("story", "I went to see them."));
        house.complete("own");
        house.sign("0.nqsw", "nqsw");
        assertThat(subjects("ruth@example.org")).hasSize(2).containsOnly("“Review” waits for your signature");
        house.sections.giveBack(house.document, Set.of("own"), SECRET, house.as("assessor"), NOW);
        assertThat(givenBack()).isEqualTo(2);
    }

    @Test
    void nobodyIsToldOfWorkThatWasRefused() {
        house.finish(false);
        Sign looked = house.looked("0.nqsw", "nqsw");
        house.sections.giveBack(house.document, Set.of("own"), "Say more.", house.as("assessor"), NOW);
        int before = letters().size();
        assertThatThrownBy(() -> house.signing.sign(house.document, looked, house.as("nqsw"), NOW, TODAY))
                .hasMessageContaining("Nothing was signed");
        assertThat(letters()).hasSize(before);
    }

    /** P-06: no answer, no reason and no statement is in any letter. */
    @Test
    void p06_noLetterHasAnythingThatSomebodyWrote() {
        house.write("own", Map.of("story", SECRET, "proud", true, "pride", SECRET));
        house.write("view", Map.of("opinion", SECRET, "concerns", true));
        house.write("note", Map.of("remark", SECRET));
        SigningHouse.FORM.sections().forEach(section -> house.complete(section.id()));
        for (List<String> turn : List.of(
                List.of("0.nqsw", "nqsw"),
                List.of("1.assessor", "assessor"),
                List.of("1.manager", "manager"),
                List.of("2.any", "manager"),
                List.of("3.coordinator", "coordinator"))) {
            house.sign(turn.get(0), turn.get(1));
        }
        house.sections.reopenSigned(house.document, Set.of("view"), SECRET, house.as("coordinator"), NOW);
        assertThat(told()).contains("ruth@example.org", "mo@example.org", "cara@example.org");
        assertThat(place.dump("letter")).contains("Review").doesNotContain(SECRET);
    }

    private List<String> told() {
        return letters().stream().map(letter -> letter.letter().to()).toList();
    }

    private long givenBack() {
        return subjects("ana@example.org").stream()
                .filter("“Review” was given back"::equals)
                .count();
    }

    private List<String> subjects(String to) {
        return letters().stream()
                .filter(letter -> letter.letter().to().equals(to))
                .map(letter -> letter.letter().subject())
                .toList();
    }

    private List<KeptLetter> letters() {
        return outbox.about("document", house.document);
    }
}
