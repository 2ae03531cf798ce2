package quire.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import quire.core.Digest;
import quire.core.Problem;
import quire.demo.Cohort;
import quire.demo.Doors;
import quire.demo.Enactment;
import quire.documents.DocumentMaker;
import quire.documents.FinalPapers;
import quire.documents.TemplateShelf;
import quire.forms.Forms;
import quire.pdf.PdfMaker;
import quire.people.Actor;
import quire.people.Organisation;
import quire.people.People;
import quire.people.Person;
import quire.portfolio.Attachments;
import quire.portfolio.Comments;
import quire.portfolio.Documents;
import quire.portfolio.Evidence;
import quire.portfolio.KeptLayouts;
import quire.portfolio.Portfolio;
import quire.portfolio.Portfolios;
import quire.programme.Programmes;
import quire.programme.Recipe;
import quire.store.Database;
import quire.testkit.TestDatabase;

/** A record in which the cohort of the samples has lived its years, with everything that makes bundles of them. */
final class BundleHouse implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** The code of a year that is signed off. */
    static final String WHOLE = "EM-2025-007";

    private static final Path SAMPLES = Path.of("samples");
    private static final Forms FORMS = Forms.load(Path.of("forms"));
    private static final Programmes PROGRAMMES = Programmes.load(Path.of("forms/programmes"), FORMS);

    private final TestDatabase place = TestDatabase.of(TestDatabase.Kind.SQLITE);
    private final Database database = place.open();
    private final Documents documents = new Documents(database, FORMS, LONDON);
    private final Evidence evidence = new Evidence(database);
    private final People people = People.of(database);
    private final Portfolios portfolios = new Portfolios(database, PROGRAMMES);
    private final DocumentMaker maker = new DocumentMaker(TemplateShelf.open(Path.of("templates")), new PdfMaker());
    private final FinalPapers finalPapers = new FinalPapers(
            maker, documents.signedRecords(), new KeptLayouts(database), database.blobs(), "test", LONDON);
    private final Bundles bundles =
            new Bundles(database, people, documents, evidence, maker, finalPapers, "test", LONDON);
    private final SealKeys keys = new SealKeys(database, Optional.empty(), Optional.empty(), "Quire in a test");
    private final BundleWork work = bundles.work(portfolios, keys, Clock.fixed(NOW, LONDON));

    BundleHouse() {
        Cohort cohort = Cohort.loadAgain(SAMPLES, FORMS, PROGRAMMES);
        Attachments attachments = new Attachments(database.blobs());
        Doors doors = new Doors(
                people,
                portfolios,
                documents,
                new Comments(database, documents),
                evidence,
                attachments,
                maker::templates);
        database.run(tx -> Enactment.people(cohort, SAMPLES, people, attachments));
        database.run(tx -> Enactment.years(() -> cohort, SAMPLES, doors));
    }

    Bundles bundles() {
        return bundles;
    }

    BundleWork work() {
        return work;
    }

    /** The same work at another pace of time. */
    BundleWork work(Clock clock) {
        return bundles.work(portfolios, keys, clock);
    }

    /** The same work under other circumstances. */
    BundleWork work(SealKeys others, Clock clock, Stint.Limit limit) {
        return bundles.work(portfolios, others, clock, limit);
    }

    SealKeys keys() {
        return keys;
    }

    Database database() {
        return database;
    }

    Evidence evidence() {
        return evidence;
    }

    Portfolio portfolio(String code) {
        return portfolios.findByCode(code).orElseThrow();
    }

    Recipe recipe(String code, String recipe) {
        return portfolio(code).programme().moderation().recipe(recipe).orElseThrow();
    }

    /** Asks for a bundle and builds it. */
    Bundle built(String code, String recipe, Edition edition, String reason) {
        Order order = ordered(code, recipe, edition, reason);
        work.run();
        Order over = bundles.getOrder(order.id());
        if (over.bundle() == null) {
            throw Problem.of(Problem.Kind.CONFLICT, over.failure());
        }
        return bundles.get(over.bundle());
    }

    Order ordered(String code, String recipe, Edition edition, String reason) {
        return bundles.order(portfolio(code), recipe(code, recipe), edition, reason, somebody(), NOW);
    }

    Plan plan(String code, String recipe, Edition edition) {
        return bundles.plan(
                portfolio(code), recipe(code, recipe), edition, "", somebody().person(), NOW);
    }

    byte[] file(Bundle bundle) {
        try (InputStream input = bundles.open(bundle, somebody(), NOW)) {
            return input.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Actor somebody() {
        return Actor.of(people.persons().list().get(0).id());
    }

    String somebodyElse() {
        return people.persons().list().get(1).id();
    }

    /** Where the content of a file lies. */
    Path kept(Digest digest) {
        return place.folder()
                .resolve("files")
                .resolve(digest.hex().substring(0, 2))
                .resolve(digest.hex());
    }

    /** Takes in somebody who works at the employer of the whole year, and has no part in it. */
    String colleague(String name) {
        Person.Details details = Person.Details.of(
                name, "new@colleague.example", portfolio(WHOLE).organisation());
        return people.persons().add(details, somebody(), NOW).id();
    }

    void rename(String person, String name) {
        Person.Details details = Person.Details.of(
                name, "new@colleague.example", portfolio(WHOLE).organisation());
        people.persons().change(person, details, somebody(), NOW);
    }

    /** All that tells who somebody in a portfolio is: names, their parts, numbers, addresses of everybody the record knows. */
    Set<String> names(String code) {
        Portfolio portfolio = portfolio(code);
        Set<String> names = new TreeSet<>(Set.of(portfolio.code(), portfolio.team()));
        Organisation employer = people.organisations().get(portfolio.organisation());
        names.add(employer.name());
        names.add("Eastmere");
        for (Person person : people.persons().ofOrganisation(portfolio.organisation())) {
            names.add(person.name());
            names.add(person.email());
            String number = person.details().registration();
            if (number != null) {
                names.add(number);
            }
        }
        people.assignments().history(portfolio.id()).stream()
                .flatMap(one ->
                        Stream.of(people.persons().get(one.person()).name().split(" ", -1)))
                .forEach(names::add);
        documents.ofPortfolio(portfolio.id()).stream()
                .flatMap(paper -> documents.signing().of(paper.id()).stream())
                .forEach(signature -> names.add(signature.name().split(",", -1)[0]));
        names.removeIf(String::isBlank);
        return names;
    }

    @Override
    public void close() {
        place.close();
    }
}
