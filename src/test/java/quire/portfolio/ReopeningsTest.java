package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static quire.portfolio.SigningHouse.NOW;
import static quire.portfolio.SigningHouse.TODAY;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.core.Digest;
import quire.core.Json;
import quire.core.Problem;
import quire.people.Actor;
import quire.store.Database;
import quire.testkit.AtOnce;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;
import quire.trail.Recorded;
import quire.trail.Sought;
import quire.trail.Trail;

/** A paper that stands in a bundle which was made to decide by is opened again by two people, or not at all. */
@OnBothDatabases
class ReopeningsTest {

    private static final String STEP = "/quire/store/migrations/V21__second_person.sql";
    private static final Set<String> NOTE = Set.of("note");
    private static final String WHY = "The remark is about somebody else.";

    private Database database;
    private SigningHouse house;
    private Reopenings reopenings;
    private Actor cara;
    private Actor mo;

    @BeforeEach
    void open(TestDatabase place) {
        database = place.open();
        house = new SigningHouse(database);
        reopenings = house.documents.reopenings();
        cara = house.as("coordinator");
        mo = house.as("manager");
        signAll();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void onePersonOpensWhatStandsInNoBundle() {
        assertThat(reopenings.bundles(house.document)).isEmpty();
        assertThat(reopenings.reopen(house.document, NOTE, WHY, cara, NOW, TODAY))
                .isEmpty();
        assertThat(house.paper().isClosed()).isFalse();
        assertThat(house.house.deeds("document", house.document)).doesNotContain("document.reopening_asked");
    }

    @Test
    void nothingChangesUntilASecondPersonAgrees() {
        bind();
        assertThat(reopenings.bundles(house.document)).containsExactly("made");
        Reopening asked = ask();
        assertThat(house.paper().isClosed()).isTrue();
        assertThat(house.sections.returned(house.document)).isEmpty();
        assertThat(reopenings.waiting(Set.of(house.house.portfolio))).containsExactly(asked);
        assertThat(reopenings.waiting(Set.of("another"))).isEmpty();
        reopenings.agree(house.document, asked.number(), " ", mo, NOW, TODAY);
        assertThat(house.paper().states())
                .isEqualTo(Map.of(
                        "own", SectionState.SIGNED, "view", SectionState.SIGNED, "note", SectionState.IN_PROGRESS));
        assertThat(house.sections.returned(house.document))
                .extracting(Returned::by, Returned::reason)
                .containsExactly(tuple(cara.person(), WHY));
        assertThat(reopenings.waiting(Set.of(house.house.portfolio))).isEmpty();
        assertThat(last().outcome()).isEqualTo(Reopening.Outcome.AGREED);
    }

    @Test
    void bothStandInTheTrail() {
        bind();
        reopenings.agree(house.document, ask().number(), "", mo, NOW, TODAY);
        Recorded asked = deed("document.reopening_asked");
        assertThat(asked.entry().actor()).isEqualTo(cara.person());
        assertThat(Json.canonical(asked.entry().details())).contains("\"bundles\":1");
        Recorded opened = deed("document.reopened");
        assertThat(opened.entry().actor()).isEqualTo(mo.person());
        assertThat(opened.entry().details()).containsEntry("asked_by", cara.person());
        assertThat(Json.canonical(opened.entry().details())).doesNotContain(WHY);
        assertThat(new AccessLog(database, house.documents)
                        .all(house.house.portfolio, house.house.ana.id(), ZoneOffset.UTC))
                .extracting(AccessLine::sentence)
                .anyMatch(line -> line.startsWith("Mo Manager")
                        && line.contains(
                                "opened Review again, which all had signed, at the request of Cara Coordinator,"
                                        + " on 3 March 2026"));
    }

    /** Whoever calls this by another way than the pages, too. */
    @Test
    void nobodyOpensItAlone() {
        bind();
        assertThatThrownBy(() -> house.sections.reopenSigned(house.document, NOTE, WHY, cara, NOW))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("a second person has to agree");
        assertThatThrownBy(() -> house.documents.requests().reopenSigned(house.document, NOTE, WHY, cara, NOW, TODAY))
                .isInstanceOf(Problem.class);
        Reopening asked = ask();
        for (Actor same : List.of(cara, cara.asDeputyOf(mo.person()), mo.asDeputyOf(cara.person()))) {
            assertRefused(
                    () -> reopenings.agree(house.document, asked.number(), "", same, NOW, TODAY), "A second person");
            assertRefused(
                    () -> reopenings.decline(house.document, asked.number(), "No.", same, NOW), "A second person");
        }
        assertThat(house.paper().isClosed()).isTrue();
        assertThat(asked()).isEqualTo(asked);
    }

    /** Neither does whoever is stood in for. */
    @Test
    void aDeputyAndWhomTheyStandInForAreOnePerson() {
        bind();
        Actor deputy = house.as("assessor").asDeputyOf(cara.person());
        Reopening asked =
                reopenings.reopen(house.document, NOTE, WHY, deputy, NOW, TODAY).orElseThrow();
        assertRefused(() -> reopenings.agree(house.document, asked.number(), "", cara, NOW, TODAY), "A second person");
        reopenings.agree(house.document, asked.number(), "", mo, NOW, TODAY);
        assertThat(house.paper().isClosed()).isFalse();
    }

    @Test
    void askingTwiceIsOneRequest() throws InterruptedException {
        bind();
        Callable<Reopening> press = this::ask;
        AtOnce.Ended<Reopening> ended = AtOnce.run(List.of(press, press, press));
        assertThat(ended.problems()).isEmpty();
        assertThat(ended.results()).extracting(Reopening::number).containsOnly(1);
        assertThat(house.house.deeds("document", house.document))
                .filteredOn("document.reopening_asked"::equals)
                .hasSize(1);
        assertRefused(
                () -> reopenings.reopen(house.document, NOTE, "Another.", cara, NOW, TODAY), "It is asked already");
        assertRefused(() -> reopenings.reopen(house.document, NOTE, WHY, mo, NOW, TODAY), "It is asked already");
    }

    @Test
    void agreeingAndDecliningAtOnceEndsInOneOfThem() throws InterruptedException {
        bind();
        int number = ask().number();
        AtOnce.Ended<String> ended = AtOnce.run(List.of(
                () -> {
                    reopenings.agree(house.document, number, "", mo, NOW, TODAY);
                    return "AGREED";
                },
                () -> {
                    reopenings.decline(house.document, number, "No.", house.as("assessor"), NOW);
                    return "DECLINED";
                }));
        assertThat(ended.results()).containsExactly(last().outcome().name());
        assertThat(ended.problems())
                .singleElement()
                .satisfies(refused -> assertThat(refused.getMessage()).contains("meanwhile"));
        assertThat(house.paper().isClosed()).isEqualTo(last().outcome() == Reopening.Outcome.DECLINED);
    }

    @Test
    void agreeingTwiceOpensItOnce() {
        bind();
        int number = ask().number();
        reopenings.agree(house.document, number, "", mo, NOW, TODAY);
        reopenings.agree(house.document, number, "", mo, NOW, TODAY);
        assertThat(house.house.deeds("document", house.document))
                .filteredOn("document.reopened"::equals)
                .hasSize(1);
    }

    @Test
    void whoDoesNotAgreeSaysWhyAndItCanBeAskedAnew() {
        bind();
        int number = ask().number();
        assertThatThrownBy(() -> reopenings.decline(house.document, number, " ", mo, NOW))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("why you do not agree");
        assertThatThrownBy(() -> reopenings.decline(house.document, number, "x".repeat(2_001), mo, NOW))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("2,000 characters");
        reopenings.decline(house.document, number, "The remark is right.", mo, NOW);
        assertThat(house.paper().isClosed()).isTrue();
        assertThat(last().words()).isEqualTo("The remark is right.");
        assertThat(deed("document.reopening_declined").entry().details()).containsEntry("asked_by", cara.person());
        assertThat(ask().number()).isEqualTo(2);
    }

    @Test
    void whoAskedCanTakeItBackUntilItIsAnswered() {
        bind();
        int first = ask().number();
        assertRefused(() -> reopenings.takeBack(house.document, first, mo, NOW), "Only whoever asked");
        reopenings.takeBack(house.document, first, cara, NOW);
        assertRefused(
                () -> reopenings.agree(house.document, first, "", mo, NOW, TODAY), "This was taken back meanwhile.");
        int second = ask().number();
        reopenings.agree(house.document, second, "", mo, NOW, TODAY);
        assertRefused(() -> reopenings.takeBack(house.document, second, cara, NOW), "Somebody has agreed meanwhile");
        assertThat(house.house.deeds("document", house.document)).contains("document.reopening_taken_back");
    }

    /** What the second person looked at is signed by others now. */
    @Test
    void aRequestHoldsForTheSignaturesOfThen() {
        bind();
        Reopening asked = ask();
        Signature of = house.signing.of(house.document).stream()
                .filter(one -> one.place().equals("3.coordinator"))
                .findFirst()
                .orElseThrow();
        database.run(tx -> SignatureStore.supersede(tx, of.id(), NOW));
        house.sign("3.coordinator", "coordinator");
        assertThat(house.paper().isClosed()).isTrue();
        assertThat(reopenings.hasLapsed(asked)).isTrue();
        assertThat(reopenings.waiting(Set.of(house.house.portfolio))).isEmpty();
        assertRefused(
                () -> reopenings.agree(house.document, asked.number(), "", mo, NOW, TODAY),
                "so the request has lapsed");
        assertThat(house.paper().isClosed()).isTrue();
        assertThat(ask().number()).isEqualTo(2);
        assertRefused(
                () -> reopenings.agree(house.document, asked.number(), "", mo, NOW, TODAY),
                "so the request has lapsed");
    }

    @Test
    void asksNothingThatCouldNotBeDone() {
        bind();
        assertThatThrownBy(() -> reopenings.reopen(house.document, Set.of(), WHY, cara, NOW, TODAY))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> reopenings.reopen(house.document, NOTE, " ", cara, NOW, TODAY))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> reopenings.agree(house.document, 1, "", mo, NOW, TODAY))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("Nothing of this kind is asked");
        reopenings.agree(house.document, ask().number(), "", mo, NOW, TODAY);
        assertRefused(() -> reopenings.reopen(house.document, NOTE, WHY, cara, NOW, TODAY), "is open");
    }

    /** Bundles that were made before this was kept say themselves which papers stand in them. */
    @Test
    void whatOldBundlesHoldIsReadFromTheirManifests() throws IOException {
        String other = house.documents
                .start(
                        new Placement(house.house.portfolio, "review"),
                        SigningHouse.FORM,
                        Map.of(),
                        house.house.asAna,
                        NOW,
                        TODAY)
                .id();
        String paper = "\"key\":\"paper-" + other + "\",\"kind\":\"paper\"";
        bundle("final", "final", manifest(house.document, "paper", "It says: {" + paper + "}."));
        bundle("supplement", "supplement", manifest(house.document, "paper", ""));
        bundle("draft", "draft", manifest(house.document, "paper", ""));
        bundle("slip", "final", manifest(house.document, "slip", ""));
        String step;
        try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream(STEP))) {
            step = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        int from = step.indexOf("insert into bound_paper");
        database.run(tx -> tx.sql(step.substring(from, step.indexOf(";", from))).run());
        assertThat(reopenings.bundles(house.document)).containsExactly("final", "supplement");
        assertThat(reopenings.bundles(other)).isEmpty();
    }

    private static String manifest(String document, String kind, String title) {
        return Json.canonical(Map.of(
                "entries",
                List.of(Map.of("key", "paper-" + document, "kind", kind, "title", title, "first_page", 3)),
                "bytes",
                List.of(Map.of("key", "paper-" + document, "start", 1))));
    }

    /** Puts the paper into a final bundle. */
    private void bind() {
        bundle("made", "final", "{}");
        reopenings.bound("made", List.of(house.document));
    }

    private void bundle(String id, String edition, String manifest) {
        database.run(
                tx -> tx.sql("insert into bundle (id, portfolio, recipe, edition, number, title, input, digest, size,"
                                + " pages, manifest, made_at, by_person) values (:id, :portfolio, :id, :edition, 1, 'A bundle',"
                                + " :digest, :digest, 1, 1, :manifest, :now, 'somebody')")
                        .with("id", id)
                        .with("portfolio", house.house.portfolio)
                        .with("edition", edition)
                        .with("digest", Digest.of(id))
                        .with("manifest", manifest)
                        .with("now", NOW)
                        .run());
    }

    private Reopening ask() {
        return reopenings.reopen(house.document, NOTE, WHY, cara, NOW, TODAY).orElseThrow();
    }

    private Reopening asked() {
        return reopenings.last(house.document).orElseThrow();
    }

    private Reopening.Answer last() {
        return Objects.requireNonNull(asked().answer());
    }

    private Recorded deed(String action) {
        return house.house.trail.list(Sought.ALL.subject("document", house.document), Trail.NEWEST, 1_000).stream()
                .filter(one -> one.entry().action().equals(action))
                .findFirst()
                .orElseThrow();
    }

    private static void assertRefused(ThrowingCallable deed, String words) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.kind()).isEqualTo(Problem.Kind.CONFLICT))
                .hasMessageContaining(words);
    }

    private void signAll() {
        house.finish(false);
        house.sign("0.nqsw", "nqsw");
        house.sign("1.assessor", "assessor");
        house.sign("1.manager", "manager");
        house.sign("3.coordinator", "coordinator");
    }
}
