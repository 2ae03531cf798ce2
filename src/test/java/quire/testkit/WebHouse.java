package quire.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import quire.bundle.Bundles;
import quire.bundle.SealKeys;
import quire.core.Json;
import quire.documents.DocumentMaker;
import quire.documents.FinalPapers;
import quire.documents.TemplateShelf;
import quire.forms.Answers;
import quire.forms.Field;
import quire.forms.Filling;
import quire.forms.Form;
import quire.forms.Forms;
import quire.pdf.PdfMaker;
import quire.people.Actor;
import quire.people.Organisation;
import quire.people.People;
import quire.people.Person;
import quire.people.Role;
import quire.people.Span;
import quire.people.Tokens;
import quire.portfolio.AccessLog;
import quire.portfolio.Attachments;
import quire.portfolio.Comments;
import quire.portfolio.Documents;
import quire.portfolio.Evidence;
import quire.portfolio.KeptLayouts;
import quire.portfolio.PersonalData;
import quire.portfolio.Portfolios;
import quire.portfolio.Reminders;
import quire.portfolio.Visits;
import quire.post.Outbox;
import quire.post.PostOffice;
import quire.preflight.Preflight;
import quire.preflight.RuleSets;
import quire.programme.Programmes;
import quire.scan.Scanner;
import quire.store.Database;
import quire.store.Transaction;
import quire.takeaway.TakeAways;
import quire.trail.Trail;
import quire.web.WebServer;
import quire.web.WebSettings;
import quire.web.frame.Installation;
import quire.web.frame.Rooms;

/** The whole house on loopback, with the shipped forms, an empty record, and a clock that stands at 21 November 2026. */
public final class WebHouse implements AutoCloseable {

    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T14:32:00Z"), ZoneId.of("Europe/London"));

    /** What nobody changes while tests run, read once: it takes longer than everything else about a house. */
    private static final class Shipped {

        static final Path FOLDER = Path.of("forms");
        static final Forms FORMS = Forms.load(FOLDER);
        static final Programmes PROGRAMMES = Programmes.load(FOLDER.resolve("programmes"), FORMS);
        static final RuleSets RULE_SETS =
                RuleSets.read(FOLDER.resolve("rule-sets")).sets();
        static final DocumentMaker MAKER = new DocumentMaker(TemplateShelf.open(Path.of("templates")), new PdfMaker());
    }

    private final Database database;
    private final Rooms rooms;
    private final WebServer server;
    private final Person host;

    private WebHouse(Database database, Rooms rooms) {
        this.database = database;
        this.rooms = rooms;
        this.server = WebServer.start(WebSettings.local(0), rooms);
        this.host = host();
    }

    /**
     * Opens the house.
     *
     * @param data an empty folder
     */
    public static WebHouse open(Path data) {
        return open(data, Shipped.FOLDER);
    }

    /** With forms of one's own. */
    public static WebHouse open(Path data, Path folder) {
        return open(data, folder, CLOCK);
    }

    /** With a clock of one's own, which should begin when {@link #CLOCK} stands. */
    public static WebHouse open(Path data, Clock clock) {
        return open(data, Shipped.FOLDER, clock);
    }

    private static WebHouse open(Path data, Path folder, Clock clock) {
        return open(Database.open(data), folder, clock, Scanner.NONE);
    }

    /** Where files are looked through for viruses. */
    public static WebHouse scannedBy(Scanner scanner, Path data) {
        return open(Database.open(data), Shipped.FOLDER, CLOCK, scanner);
    }

    /** One of several houses that share a record, as nodes do. Closing it closes this opening of the record. */
    public static WebHouse on(Database database, Clock clock) {
        return open(database, Shipped.FOLDER, clock, Scanner.NONE);
    }

    private static WebHouse open(Database database, Path folder, Clock clock, Scanner scanner) {
        boolean shipped = folder.equals(Shipped.FOLDER);
        Forms forms = shipped ? Shipped.FORMS : Forms.load(folder);
        Programmes programmes = shipped ? Shipped.PROGRAMMES : Programmes.load(folder.resolve("programmes"), forms);
        Documents documents = new Documents(database, forms, clock.getZone());
        Portfolios portfolios = new Portfolios(database, programmes);
        People people = People.of(database);
        Evidence evidence = new Evidence(database, scanner);
        AccessLog accessLog = new AccessLog(database, documents);
        DocumentMaker maker = Shipped.MAKER;
        PersonalData personalData = new PersonalData(database, portfolios, documents, people.sessions());
        FinalPapers finalPapers = new FinalPapers(
                maker,
                documents.signedRecords(),
                new KeptLayouts(database),
                database.blobs(),
                "a test's",
                clock.getZone());
        Rooms rooms = new Rooms(
                forms,
                programmes,
                people,
                portfolios,
                documents,
                new Attachments(database.blobs(), scanner),
                new Comments(database, documents),
                evidence,
                new Visits(database),
                accessLog,
                maker,
                finalPapers,
                personalData,
                new TakeAways(database, documents, evidence, accessLog, maker, finalPapers, personalData),
                new Bundles(database, people, documents, evidence, maker, finalPapers, "a test's", clock.getZone()),
                new Preflight(Shipped.RULE_SETS),
                new SealKeys(database, Optional.empty(), Optional.empty(), "Quire"),
                new Trail(database),
                new PostOffice(database, "https://quire.example.org", null, clock),
                new Reminders(database, portfolios, documents),
                new Installation("a test's", database::state, scanner),
                clock);
        return new WebHouse(database, rooms);
    }

    public Rooms rooms() {
        return rooms;
    }

    /** Writes into the record past every page. */
    public void write(Consumer<Transaction> work) {
        database.run(work);
    }

    /** What was written to people. */
    public Outbox outbox() {
        return new Outbox(database);
    }

    /** How many statements the record has answered so far. */
    public long statements() {
        return database.statements();
    }

    public String address() {
        return "http://127.0.0.1:" + server.port();
    }

    /** The browser, as far as headers go, of an administrator of this house who is signed in. */
    public Ask ask() {
        return ask(host);
    }

    /** The browser of somebody who is signed in. */
    public Ask ask(Person person) {
        return stranger().signedIn(session(person));
    }

    /** The browser of somebody who is not signed in. */
    public Ask stranger() {
        return new Ask(address());
    }

    /** A program of the administrator's, with a token. */
    public Ask program() {
        Tokens.Made made = rooms.people()
                .tokens()
                .make(host.id(), "Program " + UUID.randomUUID(), Actor.of(host.id()), CLOCK.instant());
        return stranger().program("Bearer " + made.secret());
    }

    /** The administrator who is always there. */
    public Person administrator() {
        return host;
    }

    /** The token of a session that has just begun. */
    public String session(Person person) {
        return rooms.people()
                .sessions()
                .open(person.id(), null, rooms.clock().instant())
                .token();
    }

    private Person host() {
        People people = rooms.people();
        return people.persons().findByEmail("robin@northvale.example").orElseGet(() -> newHost(people));
    }

    private static Person newHost(People people) {
        Organisation council = people.organisations()
                .add(Organisation.Details.of("Northvale Council", "1 High Street"), Actor.SYSTEM, CLOCK.instant());
        Person person = people.persons()
                .add(
                        Person.Details.of("Robin Example", "robin@northvale.example", council.id()),
                        Actor.SYSTEM,
                        CLOCK.instant());
        people.roles()
                .give(
                        person.id(),
                        Role.ADMINISTRATOR,
                        council.id(),
                        Span.from(LocalDate.of(2026, 1, 1)),
                        Actor.SYSTEM,
                        CLOCK.instant());
        return person;
    }

    /** The sample answers of a form, as text. */
    public static String sample(String form) {
        try {
            return Files.readString(Path.of("samples", form + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sample answers of a form, as data. */
    public static Map<String, @Nullable Object> sampleData(String form) {
        return Json.readObject(sample(form), form);
    }

    /** Fills a section of a document with the sample answers and marks it as completed. */
    public static void complete(WebHouse house, String id, String section, LocalDate today) {
        Documents documents = house.rooms().documents();
        Form form = documents.get(id).form();
        fillIn(house, id, today);
        Map<String, @Nullable Object> sample = sampleAnswers(form);
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        for (Field field : form.section(section).fields()) {
            Object answer = sample.get(field.id());
            answers.put(field.id(), field.filledByRecord() ? answer : Filling.joined(field, answer, null));
        }
        answers.values().removeIf(Objects::isNull);
        documents.save(id, section, answers, documents.get(id).revision(), Actor.SYSTEM, CLOCK.instant(), today);
        fillIn(house, id, today);
        documents.sections().complete(id, section, Actor.SYSTEM, CLOCK.instant(), today);
    }

    /** Fills in what nobody types, as the sample has it. */
    public static void fillIn(WebHouse house, String id, LocalDate today) {
        Documents documents = house.rooms().documents();
        Form form = documents.get(id).form();
        Map<String, @Nullable Object> filled = new LinkedHashMap<>(sampleAnswers(form));
        filled.keySet()
                .retainAll(form.fields().filter(Filling::in).map(Field::id).toList());
        documents.fillIn(id, filled, Actor.SYSTEM, CLOCK.instant(), today);
    }

    /** The sample answers of a form as they are kept. */
    public static Map<String, @Nullable Object> sampleAnswers(Form form) {
        return Filling.named(form, Answers.of(form, sampleData(form.id())).values());
    }

    /** A text as a page holds it. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }
}
