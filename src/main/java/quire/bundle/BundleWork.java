package quire.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quire.core.Digest;
import quire.core.Problem;
import quire.jobs.Job;
import quire.people.Actor;
import quire.portfolio.Portfolio;
import quire.portfolio.Portfolios;
import quire.programme.Recipe;
import quire.seal.Sealer;
import quire.store.Blob;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Trail;

/**
 * Builds what was asked for, one bundle after the other, on one node at a time. Whoever dies at it leaves the order as it was
 * begun, and the next one begins it again; what it made is kept once, by what went into it.
 */
public final class BundleWork {

    /** The name of the work. */
    public static final String BUILDING = "bundles";

    private static final Logger LOG = LoggerFactory.getLogger(BundleWork.class);
    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final int MOST_ATTEMPTS = 3;
    private static final int MOST_NAMED = 3;
    private static final long MOST_BYTES = 2_000_000_000;

    private final Database database;
    private final Portfolios portfolios;
    private final Bundles bundles;
    private final SealKeys keys;
    private final Clock clock;
    private final Trail trail;

    BundleWork(Database database, Portfolios portfolios, Bundles bundles, SealKeys keys, Clock clock) {
        this.database = database;
        this.portfolios = portfolios;
        this.bundles = bundles;
        this.keys = keys;
        this.clock = clock;
        this.trail = new Trail(database);
    }

    public Job job() {
        return Job.after(PAUSE, BUILDING, this::run);
    }

    /** Builds until nothing waits. */
    public void run() {
        Optional<Order> next = database.read(OrderStore::next);
        while (next.isPresent() && !Thread.currentThread().isInterrupted()) {
            build(next.get());
            next = database.read(OrderStore::next);
        }
    }

    private void build(Order order) {
        if (order.attempts() >= MOST_ATTEMPTS) {
            fail(order, "It was begun three times and never finished. Tell whoever looks after Quire.");
            return;
        }
        database.run(tx -> OrderStore.begin(tx, order.id()));
        try {
            write(order);
        } catch (Problem refused) {
            boolean later = refused.kind() == Problem.Kind.UNAVAILABLE;
            LOG.warn("A bundle could not be built: {}", refused.getMessage());
            if (!later || order.attempts() + 1 >= MOST_ATTEMPTS) {
                fail(order, refused.getMessage());
            }
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            LOG.error("A fault of ours kept the bundle {} from being built", order.id(), fault);
            fail(order, "Something went wrong on the server. Tell whoever looks after Quire: " + order.id() + ".");
        }
    }

    private void fail(Order order, String reason) {
        database.run(tx -> OrderStore.fail(tx, order.id(), reason, clock.instant()));
    }

    private void write(Order order) {
        Portfolio portfolio = portfolios.get(order.portfolio());
        Recipe recipe = portfolio
                .programme()
                .moderation()
                .recipe(order.recipe())
                .orElseThrow(() -> Problem.notFound("The programme has no such bundle any more."));
        Instant now = clock.instant();
        tell(order, "Reading the papers", 0, 0);
        Making making = bundles.making(order.portfolio(), order.recipe(), order.edition(), order.by(), now);
        Planning.Planned planned = bundles.planned(portfolio, recipe, order.edition(), order.reason(), making);
        Plan plan = planned.plan();
        Optional<Bundle> same = bundles.same(plan);
        if (same.isPresent()) {
            database.run(tx -> OrderStore.finish(tx, order.id(), same.get().id(), now));
        } else {
            refuseOther(order, plan);
            keep(order, planned, making);
        }
    }

    /**
     * A draft shows what is there; a final bundle is what somebody has looked at and decided to make. In a batch nobody has
     * looked at any, so those are made that are whole.
     */
    private static void refuseOther(Order order, Plan plan) {
        if (!order.edition().isSealed()) {
            return;
        } else if (order.input() == null) {
            refuseMissing(plan);
        } else if (!order.input().equals(plan.input())) {
            throw Problem.of(
                    Problem.Kind.CONFLICT,
                    "The portfolio has changed since the bundle was asked for. Look at what would be in it now, and ask"
                            + " again.");
        }
    }

    private static void refuseMissing(Plan plan) {
        if (plan.gaps().isEmpty()) {
            return;
        }
        String named = plan.gaps().stream()
                .limit(MOST_NAMED)
                .map(gap -> "“" + gap.title() + "”")
                .collect(Collectors.joining(", "));
        int more = plan.gaps().size() - MOST_NAMED;
        throw Problem.of(
                Problem.Kind.CONFLICT,
                "Something is missing: " + named + (more > 0 ? " and " + more + " more" : "")
                        + ". Look at the plan of this bundle, and make it there with a reason.");
    }

    private void keep(Order order, Planning.Planned planned, Making making) {
        String id = UUID.randomUUID().toString();
        int total = planned.plan().pages();
        Assembly assembly = new Assembly(new Sealer(keys.current(making.made())));
        Path file = temporary();
        try {
            Assembly.Assembled written =
                    assembly.write(planned, id, making, file, page -> tell(order, "Writing the pages", page, total));
            tell(order, "Keeping the bundle", total, total);
            Blob blob = take(file);
            Digest input = planned.plan().input();
            database.run(tx -> keep(tx, order, id, input, written, making, blob));
        } finally {
            delete(file);
        }
    }

    /** @param input of the plan as somebody may have looked at it, before any file turned out not to be bindable */
    private void keep(
            Transaction tx,
            Order order,
            String id,
            Digest input,
            Assembly.Assembled written,
            Making making,
            Blob blob) {
        tx.hold("bundles", order.portfolio());
        Plan plan = written.planned().plan();
        Bundle bundle = new Bundle(
                id,
                plan.portfolio(),
                plan.recipe(),
                plan.edition(),
                making.number(),
                plan.title(),
                input,
                blob.digest(),
                blob.size(),
                plan.pages(),
                written.manifest(),
                making.made(),
                order.by(),
                base(plan));
        BundleStore.insert(tx, bundle);
        OrderStore.finish(tx, order.id(), id, clock.instant());
        trail.add(
                tx,
                Actor.of(order.by())
                        .asDeputyOf(order.deputyOf())
                        .did("bundle.built", "bundle", id)
                        .in(plan.portfolio())
                        .with("recipe", plan.recipe())
                        .with("edition", plan.edition().word())
                        .with("number", making.number())
                        .with("pages", plan.pages())
                        .with("input", input.hex()),
                making.made());
    }

    private static Bundle.@Nullable Final base(Plan plan) {
        Continued continued = plan.continued();
        return continued == null ? null : new Bundle.Final(continued.bundle(), continued.version());
    }

    private Blob take(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return database.blobs().take(content, MOST_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(Order order, String step, int done, int total) {
        database.run(tx -> OrderStore.progress(tx, order.id(), step, done, total));
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("bundle", ".pdf");
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.UNAVAILABLE, "The server has no room for the bundle just now.")
                    .because(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("A temporary file stays behind: {}", file, e);
        }
    }
}
