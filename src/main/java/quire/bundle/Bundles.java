package quire.bundle;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import quire.core.Problem;
import quire.documents.DocumentMaker;
import quire.documents.FinalPapers;
import quire.people.Actor;
import quire.people.People;
import quire.people.Person;
import quire.people.Persons;
import quire.portfolio.Documents;
import quire.portfolio.Evidence;
import quire.portfolio.Portfolio;
import quire.portfolio.Portfolios;
import quire.portfolio.Reopenings;
import quire.programme.Recipe;
import quire.redaction.Redactions;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Trail;

/**
 * Bundles: planned while somebody looks, built while nobody waits, and kept as they left this house. May be shared between
 * threads.
 */
public final class Bundles {

    /** Whoever listens begins to build. */
    public static final String TOPIC = "bundles";

    /** What stands on a plan before a portfolio has a code. */
    private static final String NO_CODE = "Code to be given";

    private static final int MOST_OF_ONE = 100;
    private static final int MOST = 1_000;

    private final Database database;
    private final Planning planning;
    private final Trail trail;
    private final Redactions redactions;
    private final Reopenings reopenings;
    private final Releases releases;
    private final Batches batches;
    private final Openings openings;
    private final WordPacking packing;
    private final ReadingCopies readings;
    private final String program;

    /** @param program its version, which stands on every bundle */
    public Bundles(
            Database database,
            People people,
            Documents documents,
            Evidence evidence,
            DocumentMaker maker,
            FinalPapers finalPapers,
            String program,
            ZoneId zone) {
        this.database = database;
        this.redactions = new Redactions(database, people, documents);
        this.reopenings = documents.reopenings();
        EvidenceSheets sheets = new EvidenceSheets(database.blobs());
        CodedEvidence codedSheets = new CodedEvidence(sheets);
        PaperSheets papers = new PaperSheets(finalPapers);
        this.planning = new Planning(
                documents,
                finalPapers,
                papers,
                evidence,
                sheets,
                codedSheets,
                maker,
                new FactFinding(people, documents, zone),
                redactions,
                zone);
        this.trail = new Trail(database);
        this.releases = new Releases(database, people);
        this.batches = new Batches(database, redactions);
        this.openings = new Openings(database);
        this.packing = new WordPacking(documents.signedRecords(), evidence, papers, sheets, codedSheets, zone);
        this.readings = new ReadingCopies(database.blobs());
        this.program = program;
    }

    /**
     * What a bundle would be now. Nothing is written.
     *
     * @param reason why it would be made although something is missing
     * @param by the id of the person who looks
     */
    public Plan plan(Portfolio portfolio, Recipe recipe, Edition edition, String reason, String by, Instant now) {
        Making making = making(portfolio.id(), recipe.id(), edition, by, now);
        return planned(portfolio, recipe, edition, reason, making, Headway.UNTOLD)
                .plan();
    }

    Planning.Planned planned(
            Portfolio portfolio, Recipe recipe, Edition edition, String reason, Making making, Headway headway) {
        return planning.plan(portfolio, recipe, edition, reason, making, headway);
    }

    Making making(String portfolio, String recipe, Edition edition, String by, Instant now) {
        Earlier earlier = database.read(tx -> BundleStore.earlier(tx, portfolio, recipe, edition));
        int number = edition == Edition.SUPPLEMENT ? earlier.supplements().size() + 1 : earlier.nextVersion();
        String builder = new Persons(database).find(by).map(Person::name).orElse("");
        String code = redactions.code(portfolio).orElse(NO_CODE);
        return new Making(number, earlier, code, builder, now, program, trail.head());
    }

    /** The work that builds what was asked for. */
    public BundleWork work(Portfolios portfolios, SealKeys keys, Clock clock) {
        return work(portfolios, keys, clock, Stint.Limit.USUAL);
    }

    BundleWork work(Portfolios portfolios, SealKeys keys, Clock clock, Stint.Limit limit) {
        return new BundleWork(database, portfolios, this, keys, clock, limit);
    }

    /** Lets papers know that they stand in a bundle that was made to decide by: one person cannot open them again any more. */
    void bound(String bundle, Plan plan) {
        if (plan.edition().isSealed()) {
            reopenings.bound(bundle, plan.papers());
        }
    }

    /** What came since the newest final bundle, and whether a supplement can bring it; nothing where there is no such bundle. */
    public Optional<Supplement> sinceFinal(Plan plan) {
        return Supplement.since(earlier(plan, Edition.FINAL), plan);
    }

    /** The newest version, if a plan would make the same again. */
    public Optional<Bundle> same(Plan plan) {
        return plan.edition() == Edition.SUPPLEMENT
                ? Optional.empty()
                : earlier(plan, plan.edition()).same(plan);
    }

    private Earlier earlier(Plan plan, Edition edition) {
        return database.read(tx -> BundleStore.earlier(tx, plan.portfolio(), plan.recipe(), edition));
    }

    /**
     * Asks for a bundle. Whoever asks for what is there already, or is being built, gets that.
     *
     * @throws Problem if something is missing from a final bundle and nobody says why it is made all the same, or too many
     *     bundles are waiting
     */
    public Order order(Portfolio portfolio, Recipe recipe, Edition edition, String reason, Actor actor, Instant now) {
        if (recipe.coded()) {
            redactions.giveCode(portfolio.id(), now);
        }
        return order(plan(portfolio, recipe, edition, reason.strip(), actor.person(), now), actor, now);
    }

    /**
     * The same for a plan that was made a moment ago, and in which nobody stands under a code: that is given with the first
     * order.
     */
    public Order order(Plan plan, Actor actor, Instant now) {
        if (plan.edition() == Edition.FINAL
                && !plan.gaps().isEmpty()
                && plan.reason().isEmpty()) {
            throw Problem.of(
                    Problem.Kind.CONFLICT,
                    "Something is missing from this bundle. Say why it is made all the same; the reason is printed on its"
                            + " cover.");
        }
        return database.write(tx -> {
            tx.hold("bundles", plan.portfolio());
            Optional<Order> open = OrderStore.open(tx, plan.portfolio(), plan.recipe(), plan.edition(), plan.input());
            return open.orElseGet(() -> insert(tx, plan, actor, now));
        });
    }

    private Order insert(Transaction tx, Plan plan, Actor actor, Instant now) {
        if (OrderStore.open(tx, actor.person()) >= MOST_OF_ONE) {
            throw Problem.of(
                    Problem.Kind.UNAVAILABLE,
                    "You have asked for " + MOST_OF_ONE
                            + " bundles that are still waiting to be built. Ask again when some of them are ready.");
        } else if (room(tx, actor.person()) < 1) {
            throw Problem.of(
                    Problem.Kind.UNAVAILABLE,
                    "Many bundles are waiting to be built. Try again when some of them are ready.");
        }
        Order.Wish wish = new Order.Wish(plan.portfolio(), plan.recipe(), plan.edition(), plan.reason());
        Order order = Order.of(wish, plan.input(), null, actor, now);
        OrderStore.insert(tx, order);
        trail.add(
                tx,
                actor.did("bundle.ordered", "bundle_order", order.id())
                        .in(plan.portfolio())
                        .with("recipe", plan.recipe())
                        .with("edition", plan.edition().word())
                        .with("gaps", plan.gaps().size()),
                now);
        tx.tell(TOPIC);
        return order;
    }

    /** What coded bundles do not say, and who has decided so. */
    public Redactions redactions() {
        return redactions;
    }

    /** What a person must look at before a coded bundle goes out; nothing where people are named. */
    public Doubts doubts(Portfolio portfolio, Recipe recipe, String by, Instant now) {
        return planning.doubts(portfolio, recipe, making(portfolio.id(), recipe.id(), Edition.FINAL, by, now));
    }

    /** How many more bundles somebody may ask for until some of those are ready that wait. */
    static int room(Transaction tx, String person) {
        return Math.min(MOST_OF_ONE - OrderStore.open(tx, person), MOST - OrderStore.open(tx, ""));
    }

    /**
     * The order of that id.
     *
     * @throws Problem if there is none
     */
    public Order getOrder(String id) {
        return database.read(tx -> OrderStore.find(tx, id))
                .orElseThrow(() -> Problem.notFound("There is no such order of a bundle."));
    }

    /** The orders of a portfolio that are not done, the newest first. */
    public List<Order> orders(String portfolio) {
        return database.read(tx -> OrderStore.ofPortfolio(tx, portfolio)).stream()
                .filter(order -> order.state() != Order.State.DONE)
                .toList();
    }

    public Optional<Bundle> find(String id) {
        return database.read(tx -> BundleStore.find(tx, id));
    }

    /**
     * The bundle of that id.
     *
     * @throws Problem if there is none
     */
    public Bundle get(String id) {
        return find(id).orElseThrow(() -> Problem.notFound("There is no such bundle."));
    }

    /** The bundles of a portfolio, the newest first. */
    public List<Bundle> ofPortfolio(String portfolio) {
        return database.read(tx -> BundleStore.ofPortfolio(tx, portfolio));
    }

    /** The supplements of a final bundle, or of the one that a supplement continues, in their order. */
    public List<Bundle> supplements(Bundle bundle) {
        Bundle.Final base = bundle.base();
        return database.read(tx -> BundleStore.supplements(tx, base == null ? bundle.id() : base.id()));
    }

    /**
     * Whether a file is a bundle as it left this house.
     *
     * @param file whatever it is
     */
    public BundleVerdict check(byte[] file) {
        return new BundleCheck(database).of(file);
    }

    /** Bundles of many portfolios at once. */
    public Batches batches() {
        return batches;
    }

    /** Who reads final bundles, and when. */
    public Releases releases() {
        return releases;
    }

    /** The versions of a kind of bundle, the newest first; of a supplement, those of what it continues. */
    public List<Bundle> versions(Bundle bundle) {
        Edition edition = bundle.edition() == Edition.SUPPLEMENT ? Edition.FINAL : bundle.edition();
        return ofPortfolio(bundle.portfolio()).stream()
                .filter(other -> other.recipe().equals(bundle.recipe()) && other.edition() == edition)
                .toList();
    }

    /** What is otherwise in a bundle than in an earlier version of it. */
    public Changes changes(Bundle earlier, Bundle later) {
        return Changes.between(Contents.of(earlier), Contents.of(later));
    }

    /** The file of a bundle for the program itself, which looks at what it is like: nobody reads it, so nobody is noted. */
    public InputStream toCheck(Bundle bundle) {
        return database.blobs().open(bundle.digest());
    }

    /** The file of a bundle, and a note of who took it. */
    public InputStream open(Bundle bundle, Actor actor, Instant now) {
        return openings.open(bundle, actor, now);
    }

    /**
     * The file of a bundle from a byte on, for whoever reads it portion by portion: noted like any opening, unless they have
     * opened it within the last hour.
     *
     * @param start how many bytes to leave out
     */
    public InputStream openAt(Bundle bundle, long start, Actor actor, Instant now) {
        return openings.openAt(bundle, start, actor, now);
    }

    /**
     * The papers of a final bundle as Word files, and a note of who took them.
     *
     * @param portfolio its portfolio
     * @throws Problem if the bundle is a draft, or its papers cannot be made any more as they were
     */
    public WordPack wordPack(Bundle bundle, Portfolio portfolio, Actor actor, Instant now) {
        Recipe recipe = portfolio
                .programme()
                .moderation()
                .recipe(bundle.recipe())
                .orElseThrow(() -> Problem.notFound("The programme has no such bundle any more."));
        String code = Contents.of(bundle).code();
        WordPack pack = packing.of(bundle, planning.coding(portfolio, recipe, code), now);
        openings.note(bundle, actor, now);
        return pack;
    }

    /**
     * Something in a bundle as it is read in a browser: HTML that may be shown as it is. Empty if it can be read in the PDF
     * alone. Noted like any opening, unless they have opened the bundle within the last hour.
     *
     * @param key as its contents say it
     */
    public Optional<String> sheet(Bundle bundle, String key, Actor actor, Instant now) {
        Optional<String> sheet = readings.sheet(bundle, key);
        openings.noteReading(bundle, actor, now);
        return sheet;
    }

    /** Notes that somebody reads a bundle, unless they have opened it within the last hour. */
    public void noteReading(Bundle bundle, Actor actor, Instant now) {
        openings.noteReading(bundle, actor, now);
    }

    /**
     * A picture that {@link #sheet} shows.
     *
     * @param digest its SHA-256 in hexadecimal, of anybody's making
     * @throws Problem if the bundle shows no such picture
     */
    public byte[] picture(Bundle bundle, String digest) {
        return readings.picture(bundle, digest);
    }
}
