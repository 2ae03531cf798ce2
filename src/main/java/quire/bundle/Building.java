package quire.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Problem;
import quire.people.Actor;
import quire.portfolio.Portfolio;
import quire.portfolio.Portfolios;
import quire.programme.Recipe;
import quire.store.Blob;
import quire.store.Database;
import quire.store.Scratch;
import quire.store.Transaction;
import quire.trail.Trail;

/** Builds what one order is for, and keeps it: the bundle, its file and the end of the order together, or none of it. */
final class Building {

    private static final long MOST_BYTES = 2_000_000_000;
    private static final int MOST_NAMED = 3;
    private static final String READING = "Reading the papers";
    private static final String KEEPING = "it was kept";

    private final Database database;
    private final Portfolios portfolios;
    private final Bundles bundles;
    private final SealKeys keys;
    private final Clock clock;
    private final Trail trail;

    Building(Database database, Portfolios portfolios, Bundles bundles, SealKeys keys, Clock clock) {
        this.database = database;
        this.portfolios = portfolios;
        this.bundles = bundles;
        this.keys = keys;
        this.clock = clock;
        this.trail = new Trail(database);
    }

    /**
     * Builds it.
     *
     * @throws Problem if it cannot be built, or not now
     * @throws Stint.Over if somebody else has begun it since, or the stint is over
     */
    void build(Order order, Stint stint) {
        Portfolio portfolio = portfolios.get(order.portfolio());
        Recipe recipe = portfolio
                .programme()
                .moderation()
                .recipe(order.recipe())
                .orElseThrow(() -> Problem.notFound("The programme has no such bundle any more."));
        Instant now = clock.instant();
        Pace pace = new Pace(database, order, stint);
        pace.tell(READING, "its papers were read", 0, 0);
        Making making = bundles.making(order.portfolio(), order.recipe(), order.edition(), order.by(), now);
        Planning.Planned planned = bundles.planned(
                portfolio,
                recipe,
                order.edition(),
                order.reason(),
                making,
                (title, done, total) -> pace.tell(READING, "“" + title + "” was read", done, total));
        Plan plan = planned.plan();
        Optional<Bundle> same = bundles.same(plan);
        if (same.isPresent()) {
            database.run(tx -> finish(tx, order, same.get().id()));
        } else {
            refuseOther(order, plan);
            keep(order, planned, making, pace);
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

    private void keep(Order order, Planning.Planned planned, Making making, Pace pace) {
        String id = UUID.randomUUID().toString();
        int total = planned.plan().pages();
        Assembly assembly = new Assembly(keys.sealer(making.made()), new ReadingCopies(database.blobs()));
        try (Scratch scratch = database.blobs().scratch()) {
            Assembly.Assembled written = scratch.fill(file -> assembly.write(
                    planned, id, making, file, (step, entry) -> pace.tell(step, at(entry), entry.firstPage(), total)));
            pace.tell("Keeping the bundle", KEEPING, total, total);
            Blob blob = take(scratch.path());
            pace.tell("Keeping the bundle", KEEPING, total, total);
            Digest input = planned.plan().input();
            database.run(tx -> keep(tx, order, id, input, written, making, blob));
        }
    }

    private static String at(Plan.Entry entry) {
        return "“" + entry.title() + "” (page " + entry.firstPage() + ") was written";
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
        bundles.bound(id, plan);
        finish(tx, order, id);
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

    /** Undoes everything where somebody else has begun the order since, because this was taken for dead. */
    private void finish(Transaction tx, Order order, String bundle) {
        if (!OrderStore.finish(tx, order, bundle, clock.instant())) {
            throw new Stint.Over();
        }
    }

    private Blob take(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return database.blobs().take(content, MOST_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
