package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quire.portfolio.BesideHouse.NOW;
import static quire.portfolio.BesideHouse.START;

import java.io.ByteArrayInputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.core.Json;
import quire.people.Actor;
import quire.people.Role;
import quire.people.Roles;
import quire.people.Session;
import quire.people.Sessions;
import quire.people.Span;
import quire.people.Tokens;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

@OnBothDatabases
class PersonalDataTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private BesideHouse house;
    private Sessions sessions;
    private PersonalData data;
    private String document;

    @BeforeEach
    void open(TestDatabase place) {
        house = new BesideHouse(place.open());
        sessions = new Sessions(house.database);
        data = new PersonalData(house.database, house.portfolios, house.documents, sessions);
        document = house.document();
    }

    @Test
    void holdsWhatASocialWorkerDidAndWhoLooked() {
        String tried = house.alone();
        house.write(document, "before", "A plan.", NOW);
        house.write(document, "after", "Much.", NOW.plusSeconds(5));
        new Evidence(house.database)
                .add(
                        house.portfolio,
                        new EvidenceNote("A letter", Set.of(document), true),
                        "a.png",
                        new ByteArrayInputStream(Pictures.png(1)),
                        house.asAna,
                        NOW);
        Visits visits = new Visits(house.database);
        visits.read(house.documents.get(document), List.of("before"), house.asRuth, NOW);
        visits.read(house.documents.get(document), List.of("before"), house.asAna, NOW);
        Held held = held(house.asAna);
        assertThat(held.person()).isEqualTo(house.ana);
        assertThat(held.employer()).isEqualTo("Vale Council");
        assertThat(held.parts()).hasSize(1);
        assertThat(held.started()).extracting(Held.Started::document).containsExactlyInAnyOrder(document, tried);
        assertThat(held.saves())
                .containsExactly(new Held.Saves(document, "Direct observation 1", 2, NOW.plusSeconds(5)));
        assertThat(held.evidence()).extracting(EvidenceFile::description).containsExactly("A letter");
        assertThat(held.readings()).hasSize(1);
        assertThat(held.years()).singleElement().satisfies(year -> {
            assertThat(year.portfolio().code()).isEqualTo("NV-2026-001");
            assertThat(year.documents()).hasSize(1);
            assertThat(year.evidence()).hasSize(1);
            assertThat(year.access().get(0).sentence())
                    .isEqualTo("Ruth Vale, your assessor, read Direct observation 1 on 3 March 2026 at 14:32.");
        });
        assertThat(held.about())
                .extracting(AccessLine::sentence)
                .anyMatch(line -> line.startsWith("Quire took you in"));
    }

    @Test
    void holdsWhatAnAssessorWroteAndTookBack() {
        Comments comments = new Comments(house.database, house.documents);
        comments.takeBack(
                comments.add(document, "before", "Too harsh.", house.asRuth, NOW)
                        .id(),
                house.asRuth,
                NOW);
        new Roles(house.database)
                .give(house.ruth.id(), Role.LEAD, house.organisation.id(), Span.from(START), Actor.SYSTEM, NOW);
        Held held = held(house.asRuth);
        assertThat(held.comments()).extracting(Comment::text).containsExactly("Too harsh.");
        assertThat(held.roles()).hasSize(1);
        assertThat(held.years()).isEmpty();
        assertThat(held.saves()).isEmpty();
        assertThat(held(house.asAna).comments()).isEmpty();
    }

    @Test
    void isPlainDataWithoutSecrets() {
        Sessions.Opened opened = sessions.open(house.ana.id(), "Mozilla/5.0 Firefox/140.0", NOW);
        Session session = opened.session();
        Tokens.Made token = new Tokens(house.database).make(house.ana.id(), "Spreadsheet", house.asAna, NOW);
        house.write(document, "before", "An answer.", NOW);
        String json = Json.write(HeldJson.of(held(house.asAna)));
        assertThat(json)
                .contains("ana@example.org", "NV-2026-001", "Direct observation 1", session.browser(), "Spreadsheet")
                .doesNotContain(
                        opened.token(),
                        session.id(),
                        token.secret(),
                        token.token().id(),
                        "An answer.");
        Map<String, ?> again = Json.readObject(json, "the data");
        assertThat(again)
                .containsOnlyKeys(
                        "person",
                        "roles",
                        "parts",
                        "sessions",
                        "programs",
                        "portfolios",
                        "documents_started",
                        "saves",
                        "comments",
                        "evidence_added",
                        "read",
                        "done_to_them");
    }

    @Test
    void knowsNobodyWhoIsNotThere() {
        assertThatThrownBy(() -> held(Actor.of("nobody"))).hasMessage("There is no such person.");
    }

    private Held held(Actor of) {
        return data.of(of.person(), NOW, LONDON);
    }
}
