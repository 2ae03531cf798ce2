package quire.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quire.core.Problem;
import quire.store.Database;
import quire.store.Transaction;

/**
 * Counts failed attempts and says how long to wait before the next one. The wait grows, has an end, and is forgotten: nobody
 * is locked out for ever. The counts are in the database, so they outlive a restart; an attempt that follows no failure
 * only reads. May be shared between threads.
 */
public final class Throttle {

    private static final int STRIPES = 64;
    private static final int PATIENCE_SECONDS = 10;

    private record Count(int failures, Instant last) {}

    private final Database database;
    /** Of their own for each kind, so that a thread that takes turns for two kinds never waits for one that waits for it. */
    private final Map<Attempt.Kind, List<ReentrantLock>> turns = new EnumMap<>(Attempt.Kind.class);

    public Throttle(Database database) {
        this.database = database;
        for (Attempt.Kind kind : Attempt.Kind.values()) {
            turns.put(kind, Stream.generate(ReentrantLock::new).limit(STRIPES).toList());
        }
    }

    /** How long to wait until an attempt of all these kinds is heard; nothing if it may be made now. */
    public Duration wait(Collection<Attempt> attempts, Instant now) {
        return database.read(tx -> attempts.stream()
                .map(attempt -> wait(tx, attempt, now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO));
    }

    /** An attempt failed. */
    public void failed(Collection<Attempt> attempts, Instant now) {
        database.run(tx -> attempts.forEach(attempt -> count(tx, attempt, now)));
    }

    /** An attempt succeeded, so the failures before it are forgiven. */
    public void succeeded(Attempt attempt) {
        if (database.read(tx -> find(tx, attempt)) != null) {
            database.run(tx -> tx.sql("delete from throttle where attempt = :attempt")
                    .with("attempt", attempt.key())
                    .run());
        }
    }

    /**
     * Does the work while nobody else does work for the same attempt in this process, so that many attempts at the same
     * moment count like as many one after the other.
     *
     * @throws Problem if too many wait already
     */
    public <T> T oneAtATime(Attempt attempt, Supplier<T> work) {
        List<ReentrantLock> stripes = Objects.requireNonNull(turns.get(attempt.kind()));
        ReentrantLock turn = stripes.get(Math.floorMod(attempt.key().hashCode(), STRIPES));
        if (!isMine(turn)) {
            throw Problem.of(Problem.Kind.UNAVAILABLE, "Too many attempts at once. Try again in a few seconds.");
        }
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    private static boolean isMine(ReentrantLock turn) {
        try {
            return turn.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Duration wait(Transaction tx, Attempt attempt, Instant now) {
        Count count = find(tx, attempt);
        if (count == null || isForgotten(count, attempt, now)) {
            return Duration.ZERO;
        }
        Duration left = attempt.kind().delay(count.failures()).minus(since(count, now));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** A clock that went back must not make anybody wait longer than the delay. */
    private static Duration since(Count count, Instant now) {
        return now.isAfter(count.last()) ? Duration.between(count.last(), now) : Duration.ZERO;
    }

    private static boolean isForgotten(Count count, Attempt attempt, Instant now) {
        return since(count, now).compareTo(attempt.kind().remembered()) > 0;
    }

    private static @Nullable Count find(Transaction tx, Attempt attempt) {
        return tx.sql("select failures, last_at from throttle where attempt = :attempt")
                .with("attempt", attempt.key())
                .find(row -> new Count(row.count("failures"), row.instant("last_at")))
                .orElse(null);
    }

    private static void count(Transaction tx, Attempt attempt, Instant now) {
        tx.sql("delete from throttle where last_at < :old")
                .with("old", now.minus(Attempt.Kind.PASSWORD.remembered()))
                .run();
        tx.sql("insert into throttle (attempt, failures, last_at) values (:attempt, 1, :now)"
                        + " on conflict (attempt) do update set last_at = :now, failures ="
                        + " case when throttle.last_at < :forgotten then 1 else throttle.failures + 1 end")
                .with("attempt", attempt.key())
                .with("now", now)
                .with("forgotten", now.minus(attempt.kind().remembered()))
                .run();
    }
}
