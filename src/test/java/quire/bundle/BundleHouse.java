package quire.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
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
public final class BundleHouse implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** The code of a year that is signed off. */
    public static final String WHOLE = "EM-2025-007";

    private static final Path SAMPLES = Path.of("samples");
    private static final Forms FORMS = Forms.load(Path.of("forms"));
    private static final Programmes PROGRAMMES = Programmes.load(Path.of("forms/programmes"), FORMS);

    /** Words in the names of employers that tell nobody which one it is. */
    private static final Set<String> OF_ANY_EMPLOYER =
            Set.of("County", "Council", "NHS", "Foundation", "Trust", "and", "Vale");

    private final Optional<TestDatabase> own;
    private final Database database;
    private final Documents documents;
    private final Evidence evidence;
    private final People people;
    private final Portfolios portfolios;
    private final Bundles bundles;
    private final SealKeys keys;
    private final BundleWork work;

    public BundleHouse() {
        this(TestDatabase.of(TestDatabase.Kind.SQLITE));
    }

    private BundleHouse(TestDatabase own) {
        this(own.open(), Optional.of(own));
    }

    /** @param database whatever is in it stays; closed with this */
    public BundleHouse(Database database) {
        this(database, Optional.empty());
    }

    private BundleHouse(Database database, Optional<TestDatabase> own) {
        this.own = own;
        this.database = database;
        this.documents = new Documents(database, FORMS, LONDON);
        this.evidence = new Evidence(database);
        this.people = People.of(database);
        this.portfolios = new Portfolios(database, PROGRAMMES);
        DocumentMaker maker = new DocumentMaker(TemplateShelf.open(Path.of("templates")), new PdfMaker());
        FinalPapers finalPapers = new FinalPapers(
                maker, documents.signedRecords(), new KeptLayouts(database), database.blobs(), "test", LONDON);
        this.bundles = new Bundles(database, people, documents, evidence, maker, finalPapers, "test", LONDON);
        this.keys = new SealKeys(database, Optional.empty(), Optional.empty(), "Quire in a test");
        this.work = bundles.work(portfolios, keys, Clock.fixed(NOW, LONDON));
        live(maker);
    }

    private void live(DocumentMaker maker) {
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

    public Bundles bundles() {
        return bundles;
    }

    public BundleWork work() {
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

    public Evidence evidence() {
        return evidence;
    }

    /** The codes of all portfolios. */
    public List<String> codes() {
        return database.read(
                tx -> tx.sql("select code from portfolio order by code").list(row -> row.text("code")));
    }

    public Portfolio portfolio(String code) {
        return portfolios.findByCode(code).orElseThrow();
    }

    Recipe recipe(String code, String recipe) {
        return portfolio(code).programme().moderation().recipe(recipe).orElseThrow();
    }

    /** Asks for a bundle and builds it. */
    public Bundle built(String code, String recipe, Edition edition, String reason) {
        Order order = ordered(code, recipe, edition, reason);
        work.run();
        Order over = bundles.getOrder(order.id());
        if (over.bundle() == null) {
            throw Problem.of(Problem.Kind.CONFLICT, over.failure());
        }
        return bundles.get(over.bundle());
    }

    public Order ordered(String code, String recipe, Edition edition, String reason) {
        return bundles.order(portfolio(code), recipe(code, recipe), edition, reason, somebody(), NOW);
    }

    /**
     * Asks for a bundle for one person after the other, in every form, until there are enough.
     *
     * @return how many were asked for
     */
    public int orderMany(int enough, Instant now) {
        List<Person> askers = people.persons().list();
        int asked = 0;
        for (Edition edition : List.of(Edition.DRAFT, Edition.FINAL)) {
            for (String code : codes()) {
                Portfolio portfolio = portfolio(code);
                for (Recipe recipe : portfolio.programme().moderation().recipes()) {
                    if (asked < enough) {
                        Actor actor = Actor.of(askers.get(asked % askers.size()).id());
                        bundles.order(
                                portfolio, recipe, edition, "The panel meets before the year is over.", actor, now);
                        asked++;
                    }
                }
            }
        }
        return asked;
    }

    public Plan plan(String code, String recipe, Edition edition) {
        return bundles.plan(
                portfolio(code), recipe(code, recipe), edition, "", somebody().person(), NOW);
    }

    /** The papers and files that a bundle would hold, each as a PDF of its own, in its order. */
    public List<byte[]> sheets(String code, String recipe) {
        Portfolio portfolio = portfolio(code);
        Making making =
                bundles.making(portfolio.id(), recipe, Edition.DRAFT, somebody().person(), NOW);
        return bundles
                .planned(portfolio, recipe(code, recipe), Edition.DRAFT, "", making, Headway.UNTOLD)
                .pieces()
                .stream()
                .filter(piece -> piece.entry().source() != null)
                .map(piece -> piece.content().get())
                .toList();
    }

    public byte[] file(Bundle bundle) {
        try (InputStream input = bundles.open(bundle, somebody(), NOW)) {
            return input.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Actor somebody() {
        return Actor.of(people.persons().list().get(0).id());
    }

    String somebodyElse() {
        return people.persons().list().get(1).id();
    }

    /** Where the content of a file lies. */
    Path kept(Digest digest) {
        return own.orElseThrow()
                .folder()
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
        Stream.of(employer.name().split(" ", -1))
                .filter(word -> !OF_ANY_EMPLOYER.contains(word))
                .forEach(names::add);
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
        own.ifPresentOrElse(TestDatabase::close, database::close);
    }
}
