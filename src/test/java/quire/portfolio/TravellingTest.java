package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quire.portfolio.SigningHouse.NOW;
import static quire.portfolio.SigningHouse.TODAY;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quire.core.Digest;
import quire.core.Problem;
import quire.people.Actor;
import quire.people.Organisation;
import quire.people.Organisations;
import quire.people.Person;
import quire.people.Persons;
import quire.people.PortfolioRole;
import quire.people.Span;
import quire.store.Database;
import quire.takeaway.Arrived;
import quire.takeaway.Luggage;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;
import quire.trail.Trail;

/** P-08: a portfolio that is taken out and taken in elsewhere has the same papers, digests and signatures. */
@OnBothDatabases
class TravellingTest {

    @TempDir
    private Path folder;

    private TestDatabase place;
    private Database database;
    private SigningHouse house;
    private String portfolio = "";

    @BeforeEach
    void open(TestDatabase place) {
        this.place = place;
        database = place.open();
        house = new SigningHouse(database);
        portfolio = house.house.portfolio;
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** Signed, given back, signed again, talked about, and with files. */
    private void live() {
        house.finish(false);
        house.sign("0.nqsw", "nqsw");
        house.sections.giveBack(house.document, Set.of("own"), "Say more.", house.as("assessor"), NOW);
        house.write("own", Map.of("story", "I went to see Siân twice."));
        house.complete("own");
        file("A letter", Set.of(house.document));
        EvidenceFile removed = file("Not this one", Set.of());
        new Evidence(database).remove(removed.id(), house.as("nqsw"), NOW);
        house.sign("0.nqsw", "nqsw");
        house.sign("1.manager", "manager");
        house.sign("1.assessor", "assessor");
        house.sign("3.coordinator", "coordinator");
        Comments comments = new Comments(database, house.documents);
        String first = comments.add(house.document, "own", "Well done.", house.as("assessor"), NOW)
                .id();
        comments.answer(first, "Thank you.", house.as("nqsw"), NOW);
        house.house.portfolios.dates();
        house.house.portfolios.describe(portfolio, "North team", "Adults", house.as("coordinator"), NOW);
    }

    private EvidenceFile file(String description, Set<String> supports) {
        return new Evidence(database)
                .add(
                        portfolio,
                        new EvidenceNote(description, supports, false),
                        "letter.png",
                        new ByteArrayInputStream(Pictures.png(description.length())),
                        house.as("nqsw"),
                        NOW)
                .file();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void p08_isTheSameElsewhere(TestDatabase.Kind kind) throws IOException {
        live();
        Path file = Luggage.pack(database, portfolio, folder.resolve("year.zip"));
        try (Database other = Database.open(place.another(kind))) {
            Arrived arrived = Luggage.unpack(file, other);
            assertThat(Luggage.record(other, portfolio)).isEqualTo(Luggage.record(database, portfolio));
            assertThat(arrived.signatures()).isEqualTo(5);
            assertThat(arrived.leftOut()).isEmpty();
            Documents documents = new Documents(other);
            assertThat(documents.get(house.document)).isEqualTo(house.paper());
            assertThat(documents.history(house.document)).isEqualTo(house.documents.history(house.document));
            assertThat(documents.signing().of(house.document)).isEqualTo(house.signing.of(house.document));
            for (Signature signature : house.signing.of(house.document)) {
                assertThat(documents.signing().snapshot(signature.id()).digest())
                        .isEqualTo(signature.digest());
            }
            assertThat(new RecordProof(other, documents).fault(portfolio)).isEmpty();
            Evidence evidence = new Evidence(other);
            assertThat(evidence.everOf(portfolio)).isEqualTo(new Evidence(database).everOf(portfolio));
            assertThat(evidence.missing()).isEmpty();
            assertThat(new Trail(other).verify().isWhole()).isTrue();
            assertThat(documents.recordCheck().verify().fault()).isNull();
            assertThat(new Comments(other, documents).openByDocument(portfolio))
                    .isEqualTo(new Comments(database, house.documents).openByDocument(portfolio));
        }
    }

    /** Written, signed, given back and signed again in whatever order. */
    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void p08_isTheSameWhateverHappenedInIt(TestDatabase.Kind kind) throws IOException {
        AnySigningTest.Play play = new AnySigningTest.Play(house, kind.name().length() + 41L);
        for (int deed = 0; deed < 80; deed++) {
            play.go();
        }
        Path file = Luggage.pack(database, portfolio, folder.resolve("year.zip"));
        try (Database other = Database.open(place.another(kind))) {
            Luggage.unpack(file, other);
            assertThat(Luggage.record(other, portfolio)).isEqualTo(Luggage.record(database, portfolio));
            assertThat(Luggage.record(other, portfolio).get("signature")).isNotEmpty();
        }
    }

    /** From the third place it still knows both trails that it left behind. */
    @Test
    void p08_travelsOn() throws IOException {
        live();
        Path first = Luggage.pack(database, portfolio, folder.resolve("first.zip"));
        try (Database second = Database.open(place.another());
                Database third = Database.open(place.another())) {
            Luggage.unpack(first, second);
            Path next = Luggage.pack(second, portfolio, folder.resolve("second.zip"));
            Luggage.unpack(next, third);
            assertThat(Luggage.record(third, portfolio)).isEqualTo(Luggage.record(database, portfolio));
            AccessLog log = new AccessLog(third, new Documents(third));
            assertThat(log.arrivals(portfolio)).hasSize(2).allMatch(Arrival::complete);
            List<AccessLine> lines =
                    log.earlier(portfolio, "nobody", 0, Luggage.ZONE).lines();
            assertThat(lines).extracting(AccessLine::action).contains("portfolio.imported");
            assertThat(lines)
                    .extracting(AccessLine::sentence)
                    .anyMatch(line -> line.contains("Ruth Vale, the assessor, signed"));
        }
    }

    @Test
    void theSameRecordMakesTheSameFile() throws IOException {
        live();
        Path once = Luggage.pack(database, portfolio, folder.resolve("once.zip"));
        Path again = Luggage.pack(database, portfolio, folder.resolve("again.zip"));
        assertThat(again).hasSameBinaryContentAs(once);
        assertThat(Luggage.parts(once).keySet())
                .contains("index.html", "portfolio.json", "portfolio.schema.json", "access-log.json", "manifest.json")
                .anyMatch(name -> name.matches("papers/[A-Za-z0-9._-]+_signed-2026-03-03\\.pdf"));
    }

    @Test
    void theRecordIsAsItsSchemaSays() throws IOException {
        live();
        Map<String, byte[]> parts = Luggage.parts(Luggage.pack(database, portfolio, folder.resolve("year.zip")));
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new String(parts.get("portfolio.schema.json"), StandardCharsets.UTF_8), InputFormat.JSON);
        assertThat(schema.validate(new String(parts.get("portfolio.json"), StandardCharsets.UTF_8), InputFormat.JSON))
                .isEmpty();
    }

    /** Whoever has the files needs no program of ours to see that they are the ones that were signed. */
    @Test
    void whatWasSignedStandsInItCharacterByCharacter() throws IOException {
        live();
        Map<String, byte[]> parts = Luggage.parts(Luggage.pack(database, portfolio, folder.resolve("year.zip")));
        List<String> digests = parts.entrySet().stream()
                .filter(part -> part.getKey().startsWith("signatures/"))
                .map(part -> Digest.of(part.getValue()).hex())
                .toList();
        assertThat(digests)
                .containsExactlyElementsOf(house.signing.of(house.document).stream()
                        .map(signature -> signature.digest().hex())
                        .toList());
        assertThat(new String(parts.get("index.html"), StandardCharsets.UTF_8)).contains(digests);
    }

    @Test
    void p08_isRefusedWhereItIsAlready() throws IOException {
        live();
        Path file = Luggage.pack(database, portfolio, folder.resolve("year.zip"));
        assertThatThrownBy(() -> Luggage.unpack(file, database))
                .isInstanceOf(Problem.class)
                .hasMessage("The portfolio NV-2026-001 is here already. Nothing was taken in.");
        try (Database other = Database.open(place.another())) {
            Luggage.unpack(file, other);
            assertThatThrownBy(() -> Luggage.unpack(file, other)).hasMessageContaining("is here already");
        }
    }

    /** People keep their ids and come without access, and nobody who is here is ever taken for one of them. */
    @Test
    void peopleComeWithoutAccounts() throws IOException {
        live();
        String second = house.house.enrol("NV-2026-002", house.mo);
        house.house.assignments.assign(
                second, PortfolioRole.ASSESSOR, house.house.ruth.id(), Span.from(TODAY), house.as("coordinator"), NOW);
        Path one = Luggage.pack(database, portfolio, folder.resolve("one.zip"));
        Path two = Luggage.pack(database, second, folder.resolve("two.zip"));
        try (Database other = Database.open(place.another())) {
            Luggage.unpack(one, other);
            Persons persons = new Persons(other);
            Person ruth = persons.get(house.house.ruth.id());
            assertThat(ruth.name()).isEqualTo("Ruth Vale");
            assertThat(ruth.email()).endsWith("@arrived.invalid");
            assertThat(ruth.isActive(Luggage.TODAY)).isFalse();
            assertThatThrownBy(() -> Luggage.unpack(two, other))
                    .hasMessageContaining("There is an organisation “Vale Council” here already.");
            Luggage.unpack(two, other, "vale council", "EM-7");
            assertThat(persons.find(house.mo.id())).isPresent();
            assertThat(new Portfolios(other, BesideHouse.PROGRAMMES).get(second).code())
                    .isEqualTo("EM-7");
        }
    }

    @Test
    void nobodyOfHereIsTakenForSomebodyOfThere() throws IOException {
        live();
        Path file = Luggage.pack(database, portfolio, folder.resolve("year.zip"));
        try (Database other = Database.open(place.another())) {
            Organisations organisations = new Organisations(other);
            String here = organisations
                    .add(Organisation.Details.of("Elsewhere", "2 Low Street"), Actor.SYSTEM, NOW)
                    .id();
            String known = house.house.ruth.id();
            other.run(tx -> tx.sql(
                            "insert into person (id, name, email, email_folded, post, organisation, font, size, spacing,"
                                    + " background, created_at, changed_at) values (:id, 'Ruth Here', 'r@x.example', 'r@x.example', '', :here,"
                                    + " 'arial', 'normal', 'normal', 'white', :now, :now)")
                    .with("id", known)
                    .with("here", here)
                    .with("now", NOW)
                    .run());
            assertThatThrownBy(() -> Luggage.unpack(file, other, "Elsewhere", null))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("names Ruth Here by an id that belongs to somebody of this installation");
            assertThat(new Portfolios(other, BesideHouse.PROGRAMMES).list()).isEmpty();
            assertThat(new Persons(other).find(house.mo.id())).isEmpty();
        }
    }
}
