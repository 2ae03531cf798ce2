package quire.web.bundle;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import quire.core.Problem;

/**
 * Plans are made anew each time, which takes as long as drawing a page or two: so no more of them at once than leave room for everybody
 * else, however often somebody presses a button. May be shared between threads.
 */
final class Ease {

    private static final int AT_THE_SAME_TIME = 2;
    private static final int PATIENCE_SECONDS = 20;

    private final Semaphore places = new Semaphore(AT_THE_SAME_TIME, true);

    /** @throws Problem if many people are having plans made just now */
    <T> T plan(Supplier<T> planning) {
        if (!isPlaced()) {
            throw Problem.of(
                    Problem.Kind.UNAVAILABLE, "Many people are looking at bundles just now. Try again in a minute.");
        }
        try {
            return planning.get();
        } finally {
            places.release();
        }
    }

    private boolean isPlaced() {
        try {
            return places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
