package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quire.portfolio.SigningHouse.NOW;
import static quire.portfolio.SigningHouse.TODAY;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.core.Digest;
import quire.core.Json;
import quire.core.Problem;
import quire.people.Actor;
import quire.people.PortfolioRole;
import quire.store.Database;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

/** Who signs, when, and what their signature stands for. */
@OnBothDatabases
class SigningTest {

    private Database database;
    private SigningHouse house;

    @BeforeEach
    void open(TestDatabase place) {
        database = place.open();
        house = new SigningHouse(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void isSignedStepByStepAndThenClosed() {
        house.finish(false);
        assertThat(due()).containsExactly("0.nqsw");
        house.sign("0.nqsw", "nqsw");
        assertThat(states()).isEqualTo(Map.of("own", "SIGNED", "view", "COMPLETED", "note", "COMPLETED"));
        assertThat(due()).containsExactly("1.assessor", "1.manager");
        house.sign("1.manager", "manager");
        assertThat(due()).containsExactly("1.assessor");
        house.sign("1.assessor", "assessor");
        assertThat(due()).containsExactly("3.coordinator");
        house.sign("3.coordinator", "coordinator");
        assertThat(states()).isEqualTo(Map.of("own", "LOCKED", "view", "LOCKED", "note", "LOCKED"));
        assertThat(house.paper().isClosed()).isTrue();
        assertThat(house.documents.ofPortfolio(house.house.portfolio))
                .extracting(Summary::progress)
                .containsExactly(Progress.SIGNED);
        assertThat(house.house.deeds("document", house.document)).contains("document.signed");
    }

    /** One of several signs, and a step that the answers leave out is not waited for. */
    @Test
    void asksOneOfSeveralWhereThereAreConcerns() {
        house.finish(true);
        house.sign("0.nqsw", "nqsw");
        house.sign("1.assessor", "assessor");
        house.sign("1.manager", "manager");
        assertThat(due()).containsExactly("2.any");
        house.sign("2.any", "coordinator");
        assertThat(due()).containsExactly("3.coordinator");
    }

    @Test
    void s73_isNeverSignedOutOfOrder() {
        house.finish(false);
        for (String place : List.of("1.assessor", "1.manager", "3.coordinator")) {
            Sign early = house.looked(place, place.substring(2));
            assertThatThrownBy(
                            () -> house.signing.sign(house.document, early, house.as(place.substring(2)), NOW, TODAY))
                    .isInstanceOf(Problem.class)
                    .hasMessageStartingWith("Somebody else signs before you.");
        }
        assertThat(house.signing.of(house.document)).isEmpty();
    }

    @Test
    void waitsForSectionsThatAreNotComplete() {
        house.finish(false);
        Sign sign = house.looked("0.nqsw", "nqsw");
        house.sections.reopen(house.document, "own", house.as("nqsw"), NOW);
        assertThatThrownBy(() -> house.signing.sign(house.document, sign, house.as("nqsw"), NOW, TODAY))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("These sections are not complete: “My year”.");
    }

    @Test
    void s73_signsOnceHoweverOftenItIsSent() throws Exception {
        house.finish(false);
        Sign sign = house.looked("0.nqsw", "nqsw");
        Sign other = house.looked("0.nqsw", "nqsw");
        List<Callable<String>> presses = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Sign press = i % 2 == 0 ? sign : other;
            presses.add(() -> house.signing
                    .sign(house.document, press, house.as("nqsw"), NOW, TODAY)
                    .id());
        }
        ExecutorService fingers = Executors.newFixedThreadPool(6);
        try {
            for (Future<String> signed : fingers.invokeAll(presses)) {
                assertThat(signed.get())
                        .isEqualTo(house.signing.of(house.document).get(0).id());
            }
        } finally {
            fingers.shutdown();
        }
        assertThat(house.signing.of(house.document)).hasSize(1);
    }

    /** A request that comes again after its signature was superseded signs nothing. */
    @Test
    void s73_aReplaySignsNothingAgain() {
        house.finish(false);
        Sign sign = house.looked("0.nqsw", "nqsw");
        Signature first = house.signing.sign(house.document, sign, house.as("nqsw"), NOW, TODAY);
        house.sections.giveBack(house.document, Set.of("own"), "More, please.", house.as("assessor"), NOW);
        house.write("own", Map.of("story", "Other words."));
        house.write("own", Map.of("story", "I went to see her."));
        house.complete("own");
        Signature again = house.signing.sign(house.document, sign, house.as("nqsw"), NOW, TODAY);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.stands()).isFalse();
        assertThat(due()).containsExactly("0.nqsw");
    }

    @Test
    void s73_isRefusedWhereAnotherTabHasChangedWhatIsSigned() {
        house.finish(false);
        Sign sign = house.looked("0.nqsw", "nqsw");
        house.sections.reopen(house.document, "own", house.as("nqsw"), NOW);
        house.write("own", Map.of("story", "I changed my mind."));
        house.complete("own");
        assertThatThrownBy(() -> house.signing.sign(house.document, sign, house.as("nqsw"), NOW, TODAY))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("What you were about to sign has changed");
        assertThat(house.signing.of(house.document)).isEmpty();
    }

    @Test
    void s73_isRefusedWhoeverHasTheRoleNoMore() {
        house.finish(false);
        house.sign("0.nqsw", "nqsw");
        Sign sign = house.looked("1.assessor", "assessor");
        assertThatThrownBy(() -> house.signing.sign(house.document, sign, house.as("manager"), NOW, TODAY))
                .isInstanceOf(Problem.class)
                .hasMessage("You do not sign this paper any more.");
        assertThatThrownBy(() -> house.signing.sign(
                        house.document, sign, house.as("assessor").asDeputyOf(house.mo.id()), NOW, TODAY))
                .isInstanceOf(Problem.class);
        house.house.assignments.of(house.house.portfolio, TODAY).stream()
                .filter(assignment -> assignment.role() == PortfolioRole.ASSESSOR)
                .forEach(assignment ->
                        house.house.assignments.end(assignment.id(), TODAY.minusDays(1), Actor.SYSTEM, NOW));
        assertThatThrownBy(() -> house.signing.sign(house.document, sign, house.as("assessor"), NOW, TODAY))
                .isInstanceOf(Problem.class)
                .hasMessage("You do not sign this paper any more.");
    }

    @Test
    void whatIsSignedCannotBeWrittenUntilItIsGivenBack() {
        house.finish(false);
        house.sign("0.nqsw", "nqsw");
        assertThatThrownBy(() -> house.write("own", Map.of("story", "Other words.")))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("“My year” is signed");
        assertThatThrownBy(() -> house.sections.reopen(house.document, "own", house.as("nqsw"), NOW))
                .isInstanceOf(Problem.class);
        house.sections.giveBack(house.document, Set.of("own"), "Say more.", house.as("assessor"), NOW);
        assertThat(house.sections.returned(house.document))
                .extracting(Returned::reason)
                .containsExactly("Say more.");
        house.write("own", Map.of("story", "Other words."));
        assertThat(standing()).isEmpty();
        house.complete("own");
        assertThat(house.sections.returned(house.document))
                .extracting(Returned::isOpen)
                .containsExactly(false);
    }

    /** Given back and said to be complete again without a change, the signature stands as before. */
    @Test
    void aSignatureStandsWhileNothingChanges() {
        house.finish(false);
        house.sign("0.nqsw", "nqsw");
        house.sections.giveBack(house.document, Set.of("own"), "Is that all?", house.as("assessor"), NOW);
        assertThat(standing()).containsExactly("0.nqsw");
        house.complete("own");
        assertThat(states()).containsEntry("own", "SIGNED");
        assertThat(due()).containsExactly("1.assessor", "1.manager");
    }

    /** A change supersedes the signatures that cover it and leaves the others. */
    @Test
    void supersedesOnlyWhatTheChangeTouches() {
        house.finish(false);
        house.sign("0.nqsw", "nqsw");
        house.sign("1.assessor", "assessor");
        house.sign("1.manager", "manager");
        house.sections.giveBack(house.document, Set.of("view"), "Look again.", house.as("manager"), NOW);
        house.write("view", Map.of("opinion", "She did very well."));
        assertThat(standing()).containsExactly("0.nqsw");
        assertThat(states()).isEqualTo(Map.of("own", "SIGNED", "view", "IN_PROGRESS", "note", "COMPLETED"));
        house.complete("view");
        assertThat(due()).containsExactly("1.assessor", "1.manager");
        assertThat(house.signing.of(house.document)).hasSize(3);
        assertThat(house.house.deeds(
                        "signature", house.signing.of(house.document).get(1).id()))
                .containsExactly("signature.given", "signature.superseded");
    }

    @Test
    void aClosedPaperIsOpenedAgainWithAReason() {
        signAll();
        assertThatThrownBy(
                        () -> house.sections.giveBack(house.document, Set.of("own"), "Why?", house.as("assessor"), NOW))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() ->
                        house.sections.reopenSigned(house.document, Set.of("own"), " ", house.as("coordinator"), NOW))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("what has to be changed");
        house.sections.reopenSigned(house.document, Set.of("note"), "A slip.", house.as("coordinator"), NOW);
        assertThat(states()).isEqualTo(Map.of("own", "SIGNED", "view", "SIGNED", "note", "IN_PROGRESS"));
        house.write("note", Map.of("remark", "One."));
        assertThat(standing()).containsExactly("0.nqsw", "1.assessor", "1.manager");
        house.complete("note");
        house.sign("3.coordinator", "coordinator");
        assertThat(house.paper().isClosed()).isTrue();
        assertThat(house.signing.of(house.document)).hasSize(5);
    }

    /** What a condition hides is no part of what is signed. */
    @Test
    void theSnapshotHoldsWhatCountsAndNothingElse() {
        house.write("own", Map.of("story", "I went.", "proud", true, "pride", "Of her."));
        house.write("own", Map.of("proud", false));
        house.write("view", Map.of("opinion", "Good.", "concerns", false));
        house.complete("own");
        Signature signature = house.sign("0.nqsw", "nqsw");
        Snapshot snapshot = house.signing.snapshot(signature.id());
        assertThat(snapshot.digest()).isEqualTo(signature.digest());
        assertThat(snapshot.json()).isEqualTo(Json.canonical(snapshot.content()));
        assertThat(snapshot.content().get("sections"))
                .isEqualTo(Map.of("own", Map.of("story", "I went.", "proud", false)));
        assertThat(snapshot.content().get("statement")).isEqualTo("I wrote this.");
        assertThat(snapshot.json())
                .contains(Digest.of(SigningHouse.FORM.canonicalJson()).hex())
                .contains(Digest.of("a layout").hex());
    }

    /** A row in the database cannot be another one, whoever writes to it. */
    @Test
    void s74_theDatabaseKeepsSignaturesAsTheyAre() {
        house.finish(false);
        house.sign("0.nqsw", "nqsw");
        for (String change : List.of(
                "signed_by = 'x'", "snapshot = '{}'", "digest = 'x'", "signed_at = 'x'", "role = 'x'", "place = 'x'")) {
            assertThatThrownBy(() -> database.run(
                            tx -> tx.sql("update signature set " + change).run()))
                    .as(change)
                    .isInstanceOf(RuntimeException.class);
        }
    }

    private void signAll() {
        house.finish(false);
        house.sign("0.nqsw", "nqsw");
        house.sign("1.assessor", "assessor");
        house.sign("1.manager", "manager");
        house.sign("3.coordinator", "coordinator");
    }

    private List<String> due() {
        return house.signOff().due().stream().map(SignOff.Place::key).sorted().toList();
    }

    private List<String> standing() {
        return house.signing.of(house.document).stream()
                .filter(Signature::stands)
                .map(Signature::place)
                .sorted()
                .toList();
    }

    private Map<String, String> states() {
        Map<String, String> states = new HashMap<>();
        house.paper().states().forEach((section, state) -> states.put(section, state.name()));
        return states;
    }
}
