package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.core.Digest;
import quire.core.Problem;
import quire.forms.Form;
import quire.forms.FormReader;
import quire.people.Actor;
import quire.people.Asking;
import quire.people.Invitation;
import quire.people.Passes;
import quire.people.People;
import quire.people.Permits;
import quire.people.Person;
import quire.people.Standing;
import quire.post.KeptLetter;
import quire.post.Outbox;
import quire.store.Database;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

/** People are asked for their part in a paper, answer, and are asked again. */
@OnBothDatabases
class RequestsTest {

    private static final Form FORM = FormReader.read("""
                    form: visit
                    version: 1
                    title: Visit
                    roles:
                      nqsw: {label: "Social worker", from: portfolio}
                      observer: {label: "Observer", from: invite, account: optional, expires_days: 20}
                      giver: {label: "Person giving feedback", from: invite, account: optional}
                      judge: {label: "Judge", from: invite, account: required}
                    sections:
                      - id: own
                        title: "My visit"
                        owner: nqsw
                        visible_to: [nqsw]
                        fields:
                          - {id: story, type: longtext, label: "What happened?", required: true}
                      - id: seen
                        title: "What was seen"
                        owner: observer
                        visible_to: [observer, nqsw]
                        fields:
                          - {id: view, type: longtext, label: "What did you see?", required: true}
                      - id: said
                        title: "What was said"
                        owner: giver
                        visible_to: [giver, nqsw]
                        fields:
                          - {id: words, type: longtext, label: "What do you say?", recorded_for: true, required: true}
                      - id: judged
                        title: "What was judged"
                        owner: judge
                        fields:
                          - {id: verdict, type: text, label: "Verdict"}
                    sign_off:
                      - {step: 1, by: {all: [nqsw]}, covers: [own], statement: "I wrote this."}
                      - {step: 2, by: {all: [observer]}, covers: [seen], statement: "I saw this."}
                    """, "visit.yaml").orThrow();

    private static final Instant NOW = BesideHouse.NOW;
    private static final LocalDate TODAY = BesideHouse.TODAY;
    private static final Map<String, Digest> TEMPLATES = Map.of("pdf", Digest.of("a layout"));

    private Database database;
    private BesideHouse house;
    private People people;
    private Requests requests;
    private String document = "";

    @BeforeEach
    void open(TestDatabase place) {
        database = place.open();
        house = new BesideHouse(database);
        people = People.of(database);
        requests = house.documents.requests();
        document = house.documents
                .start(new Placement(house.portfolio, "visit"), FORM, Map.of(), house.asAna, NOW, TODAY)
                .id();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void asksOnePersonAtATimeForOnePart() {
        Invitation one = ask("observer", "oba@ward.example");
        assertThat(one.state(TODAY)).isEqualTo(Invitation.State.SENT);
        assertThat(one.state(TODAY.plusDays(21))).isEqualTo(Invitation.State.EXPIRED);
        assertThatThrownBy(() -> ask("observer", "uma@ward.example"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("You are waiting for Oba Ward");
        ask("giver", "uma@ward.example");
        assertThatThrownBy(() -> ask("judge", "oba@ward.example")).hasMessageContaining("Nobody is asked");
        assertThat(deeds()).filteredOn("invitation.sent"::equals).hasSize(2);
    }

    @Test
    void s27_keepsOfLinksAndCodesTheirDigestsAlone() {
        Invitation one = ask("observer", "oba@ward.example");
        String token = secret("asked").replace("/i/", "");
        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        Passes.Opened pass = people.passes().start(one, Passes.BY_LINK, null, NOW, TODAY);
        requests.sendCode(one, NOW);
        String code = secret("code");
        List<String> kept = database.read(tx -> {
            List<String> all = new ArrayList<>();
            tx.sql("select token from invitation_link").each(row -> all.add(row.text("token")));
            tx.sql("select token from pass").each(row -> all.add(row.text("token")));
            tx.sql("select code from invitation_code").each(row -> all.add(row.text("code")));
            return all;
        });
        assertThat(kept).hasSize(3).allMatch(text -> text.matches("[0-9a-f]{64}"));
        assertThat(kept)
                .contains(Digest.of(token).hex(), Digest.of(pass.token()).hex());
        assertThat(kept).noneMatch(text -> text.contains(code));
    }

    @Test
    void isTheirTurnWhenThoseBeforeHaveSigned() {
        Invitation one = ask("observer", "oba@ward.example");
        people.passes().start(one, Passes.BY_LINK, null, NOW, TODAY);
        Actor oba = Actor.of(one.guest());
        write("seen", Map.of("view", "She listened."), oba);
        assertThatThrownBy(() -> sign("1.observer", "observer", oba))
                .hasMessageContaining("Somebody else signs before");
        write("own", Map.of("story", "I went."), house.asAna);
        sign("0.nqsw", "nqsw", house.asAna);
        assertThat(wrote("turn")).isTrue();
        people.invitations()
                .describe(one.id(), new Invitation.Addressee("Oba Ward", "", "Colleague", "Nurse", ""), NOW);
        Signature signature = sign("1.observer", "observer", oba);
        assertThat(signature.name()).isEqualTo("Oba Ward, Nurse");
        assertThat(signature.proof()).isEqualTo(Passes.BY_LINK);
        assertThat(found(one).state(TODAY)).isEqualTo(Invitation.State.SUBMITTED);
        assertThat(wrote("submitted")).isTrue();
        requests.reopenSigned(document, Set.of("seen"), "Say when.", house.asRuth, NOW, TODAY);
        assertThat(found(one).state(TODAY)).isEqualTo(Invitation.State.REPLACED);
        Invitation fresh = people.invitations().ofDocument(document).get(1);
        assertThat(fresh.guest()).isEqualTo(one.guest());
        assertThat(wrote("renewed")).isTrue();
        assertThat(house.documents.signing().of(document))
                .filteredOn(Signature::stands)
                .hasSize(2);
    }

    /** Whoever was asked and is asked no more can do nothing, whatever page they still have open. */
    @Test
    void endsWithTheRequest() {
        Invitation one = ask("observer", "oba@ward.example");
        Passes.Opened pass = people.passes().start(one, Passes.BY_LINK, null, NOW, TODAY);
        assertThat(may(one.guest())).isTrue();
        assertThat(may("guest:nobody")).isFalse();
        requests.cancel(document, one.id(), house.asAna, NOW, TODAY);
        assertThat(may(one.guest())).isFalse();
        assertThat(people.passes().find(pass.token(), NOW)).isEmpty();
        assertThatThrownBy(() -> people.passes().start(one, Passes.BY_LINK, null, NOW, TODAY))
                .isInstanceOf(Problem.class);
    }

    @Test
    void s33_isOneAccountForWhoeverHasOneUnderThatAddress() {
        Person ruth = house.ruth;
        Invitation one = ask("observer", ruth.email().toUpperCase(Locale.ROOT));
        ask("giver", ruth.email());
        assertThat(people.invitations().waitingFor(ruth.id(), TODAY)).hasSize(2);
        assertThat(may(ruth.id())).isTrue();
        write("own", Map.of("story", "I went."), house.asAna);
        sign("0.nqsw", "nqsw", house.asAna);
        write("seen", Map.of("view", "She listened."), house.asRuth);
        Signature signature = sign("1.observer", "observer", house.asRuth);
        assertThat(signature.by()).isEqualTo(ruth.id());
        assertThat(found(one).state(TODAY)).isEqualTo(Invitation.State.SUBMITTED);
        assertThat(people.invitations().waitingFor(ruth.id(), TODAY)).hasSize(1);
    }

    @Test
    void recordsForSomebodyAndNeverSignsForThem() {
        people.recordings().begin(house.portfolio, document, "giver", "a carer", house.asRuth, NOW, TODAY);
        assertThatThrownBy(() -> ask("giver", "oba@ward.example")).hasMessageContaining("written down for them");
        assertThatThrownBy(() -> write("said", Map.of("words", "She was kind."), house.asRuth))
                .hasMessageContaining("on which day they confirmed");
        assertThatThrownBy(() -> confirm(TODAY.plusDays(1))).isInstanceOf(Problem.class);
        confirm(TODAY);
        house.documents.sections().complete(document, "said", house.asRuth, NOW, TODAY);
        assertThat(people.recordings().ofDocument(document)).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo(house.ruth.name());
            assertThat(one.saidBy()).isEqualTo("a carer");
            assertThat(one.confirmed()).isEqualTo(TODAY);
        });
        assertThat(Permits.signs(standing(house.ruth.id()), Set.of("giver")).allowed())
                .isFalse();
    }

    @Test
    void sendsWhatNobodySignsOnceItIsComplete() {
        Invitation one = ask("giver", "oba@ward.example");
        people.passes().start(one, Passes.BY_LINK, null, NOW, TODAY);
        Actor oba = Actor.of(one.guest());
        assertThatThrownBy(() -> requests.send(document, "giver", oba, NOW)).isInstanceOf(Problem.class);
        write("said", Map.of("words", "She was kind."), oba);
        requests.send(document, "giver", oba, NOW);
        assertThat(found(one).state(TODAY)).isEqualTo(Invitation.State.SUBMITTED);
    }

    private void confirm(LocalDate day) {
        people.recordings().confirm(house.portfolio, document, "giver", day, house.asRuth, NOW, TODAY);
    }

    private Invitation ask(String role, String email) {
        String organisation = house.organisation.id();
        LocalDate until = Requests.usualLastDay(FORM, role, TODAY);
        return requests.ask(
                new Asking(
                        document,
                        house.portfolio,
                        organisation,
                        role,
                        "Oba Ward",
                        email,
                        "Colleague",
                        "",
                        false,
                        until),
                house.asAna,
                NOW,
                TODAY);
    }

    private void write(String section, Map<String, Object> answers, Actor actor) {
        Document paper = house.documents.get(document);
        house.documents.save(document, section, Map.copyOf(answers), paper.revision(), actor, NOW, TODAY);
        house.documents.sections().complete(document, section, actor, NOW, TODAY);
    }

    private Signature sign(String place, String role, Actor actor) {
        Document paper = house.documents.get(document);
        Signing signing = house.documents.signing();
        SignOff.Place where = signing.signOff(paper, TODAY).place(place).orElseThrow();
        Digest seen = signing.preview(paper, where, role, TEMPLATES, actor).digest();
        Sign sign = new Sign(place, role, place + actor, seen, Passes.BY_LINK, TEMPLATES);
        return signing.sign(document, sign, actor, NOW, TODAY);
    }

    private boolean may(String person) {
        return Permits.signs(standing(person), Set.of("observer")).allowed();
    }

    private Standing standing(String person) {
        return people.standings().toPaper(person, document, house.portfolio, house.organisation.id(), NOW, TODAY);
    }

    private Invitation found(Invitation one) {
        return people.invitations().get(document, one.id());
    }

    private boolean wrote(String kind) {
        return letters(kind).findAny().isPresent();
    }

    /** What the letter of a kind holds that nobody else may have. */
    private String secret(String kind) {
        return Objects.requireNonNull(
                letters(kind).findFirst().orElseThrow().letter().secret());
    }

    private Stream<KeptLetter> letters(String kind) {
        return new Outbox(database)
                .list(null, 0, 100).stream().filter(kept -> kept.letter().key().contains(" " + kind + " "));
    }

    private List<String> deeds() {
        return house.deeds("document", document);
    }
}
