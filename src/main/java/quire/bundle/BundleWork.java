package quire.bundle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quire.core.Problem;
import quire.jobs.Job;
import quire.portfolio.Portfolios;
import quire.store.Database;

/**
 * Sees to it that what was asked for is built, one bundle after the other, on one node at a time. Whoever dies at it leaves the
 * order as it was begun, and the next one begins it again. What takes too long is ended, what cannot be had now is tried again,
 * and nothing is tried for ever.
 */
public final class BundleWork {

    /** The name of the work. */
    public static final String BUILDING = "bundles";

    private static final Logger LOG = LoggerFactory.getLogger(BundleWork.class);
    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final int MOST_ATTEMPTS = 3;

    /** An order waits a day for what is not there now, and is tried again ever less often. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private static final String AGAIN = " You need not ask again: it is tried again by itself.";

    private final Database database;
    private final Building building;
    private final Clock clock;
    private final Stint.Limit limit;

    BundleWork(
            Database database, Portfolios portfolios, Bundles bundles, SealKeys keys, Clock clock, Stint.Limit limit) {
        this.database = database;
        this.building = new Building(database, portfolios, bundles, keys, clock);
        this.clock = clock;
        this.limit = limit;
    }

    public Job job() {
        return Job.after(PAUSE, BUILDING, this::run);
    }

    /** Builds until nothing waits that can be built now. */
    public void run() {
        Optional<Order> next = next();
        while (next.isPresent() && !Thread.currentThread().isInterrupted()) {
            attempt(next.get());
            next = next();
        }
    }

    private Optional<Order> next() {
        Instant now = clock.instant();
        return database.read(tx -> OrderStore.next(tx, now));
    }

    private void attempt(Order waiting) {
        if (waiting.attempts() >= MOST_ATTEMPTS) {
            database.run(tx -> OrderStore.fail(
                    tx,
                    waiting,
                    "It was begun three times and never finished. Tell whoever looks after Quire.",
                    clock.instant()));
            return;
        }
        Order order = database.write(tx -> OrderStore.begin(tx, waiting));
        try {
            Stint stint = new Stint(limit);
            Stint.End end = stint.run(BUILDING, () -> building.build(order, stint));
            close(order, end, tooLong(stint));
        } catch (Stint.Over taken) {
            LOG.warn("Somebody else has begun the order {} since", order.id(), taken);
        } catch (Problem refused) {
            LOG.warn("A bundle could not be built: {}", refused.getMessage());
            refuse(order, refused);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            LOG.error("A fault of ours kept the bundle {} from being built", order.id(), fault);
            fail(order, "Something went wrong on the server. Tell whoever looks after Quire: " + order.id() + ".");
        }
    }

    private void close(Order order, Stint.End end, String tooLong) {
        switch (end) {
            case DONE -> {}
            case CUT -> database.run(tx -> OrderStore.handBack(tx, order, "", clock.instant()));
            case SLOW -> {
                if (order.attempts() >= MOST_ATTEMPTS) {
                    fail(order, tooLong + " It was tried three times.");
                } else {
                    Instant later = clock.instant().plus(PAUSE);
                    database.run(tx -> OrderStore.putOff(tx, order, tooLong + AGAIN, later));
                }
            }
            case STUCK -> fail(order, tooLong);
        }
    }

    /** What is away may come back; such an attempt counts for nothing. */
    private void refuse(Order order, Problem refused) {
        Instant now = clock.instant();
        Duration waited = Duration.between(order.at(), now);
        if (refused.kind() != Problem.Kind.UNAVAILABLE || waited.compareTo(PATIENCE) > 0) {
            fail(order, refused.getMessage());
        } else {
            Instant later = now.plus(pause(waited));
            database.run(tx -> OrderStore.handBack(tx, order, refused.getMessage() + AGAIN, later));
        }
    }

    static Duration pause(Duration waited) {
        Duration pause = waited.compareTo(PAUSE) < 0 ? PAUSE : waited;
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private String tooLong(Stint stint) {
        return "Nothing moved for " + limit.patience().toSeconds() + " seconds while " + stint.place()
                + ", so it was ended.";
    }

    private void fail(Order order, String reason) {
        database.run(tx -> OrderStore.fail(tx, order, reason, clock.instant()));
    }
}
