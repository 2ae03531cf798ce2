package quire.bundle;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quire.jobs.Daemons;

/**
 * One go at work that may never come to its end. It is done in a thread of its own, and told to stop when it has given no sign
 * of life for too long.
 */
final class Stint {

    private static final Logger LOG = LoggerFactory.getLogger(Stint.class);

    private final Limit limit;
    private volatile long sign = System.nanoTime();
    private volatile String place = "it was begun";
    private volatile boolean over;

    Stint(Limit limit) {
        this.limit = limit;
    }

    /** How it ended, where it did not fail. */
    enum End {
        DONE,
        /** It gave no sign of life, and stopped when it was told to. */
        SLOW,
        /** It gave no sign of life, and does not stop either. */
        STUCK,
        /** Whoever waited for it was told to go. */
        CUT
    }

    /**
     * Whether work gives signs of life.
     *
     * @param patience how long it may be without one
     * @param grace how long it has to stop once it is told to
     */
    record Limit(Duration patience, Duration grace) {

        static final Limit USUAL = new Limit(Duration.ofSeconds(120), Duration.ofSeconds(10));
    }

    /** Thrown in work that is to stop. */
    static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1;

        Over() {
            super("This was told to stop");
        }
    }

    /**
     * Does the work and waits for it.
     *
     * @param name what the log calls its thread
     * @param work gives signs of life
     */
    End run(String name, Runnable work) {
        FutureTask<Boolean> task = new FutureTask<>(work, true);
        Thread thread = new Daemons(name).newThread(task);
        thread.start();
        try {
            for (long left = left(); left > 0 && thread.isAlive(); left = left()) {
                thread.join(Duration.ofNanos(left).toMillis() + 1);
            }
            return thread.isAlive() ? stop(thread, task) : ended(task);
        } catch (InterruptedException e) {
            over = true;
            thread.interrupt();
            Thread.currentThread().interrupt();
            return End.CUT;
        }
    }

    /**
     * A sign of life.
     *
     * @param at what the work is at, as it goes behind “while”
     * @throws Over if it comes too late
     */
    void alive(String at) {
        if (over) {
            throw new Over();
        }
        place = at;
        sign = System.nanoTime();
    }

    /** What the work was at when it gave its last sign of life. */
    String place() {
        return place;
    }

    private long left() {
        return limit.patience().toNanos() - (System.nanoTime() - sign);
    }

    private End stop(Thread thread, FutureTask<Boolean> task) throws InterruptedException {
        over = true;
        thread.interrupt();
        thread.join(limit.grace().toMillis());
        if (thread.isAlive()) {
            IllegalStateException place = new IllegalStateException("It is here");
            place.setStackTrace(thread.getStackTrace());
            LOG.error("Work does not stop and is left alone: {}", thread.getName(), place);
            return End.STUCK;
        }
        try {
            return ended(task);
        } catch (RuntimeException stopped) {
            LOG.info("Work was stopped: {}", thread.getName(), stopped);
            return End.SLOW;
        }
    }

    private static End ended(FutureTask<Boolean> task) throws InterruptedException {
        try {
            task.get();
            return End.DONE;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof Error fault) {
                throw fault;
            }
            throw cause instanceof RuntimeException fault ? fault : new IllegalStateException(cause);
        }
    }
}
