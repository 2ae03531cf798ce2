package quire.web.bundle;

import io.javalin.http.Context;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import quire.bundle.Doubts;
import quire.bundle.Edition;
import quire.bundle.Order;
import quire.bundle.Plan;
import quire.core.Problem;
import quire.programme.Recipe;
import quire.web.frame.Rooms;
import quire.web.frame.Visit;

/**
 * Has plans made of the bundle that an address names. They are made anew each time, which takes as long as drawing a page or
 * two: so no more of them at once than leave room for everybody else.
 */
final class Planner {

    /** So that everybody else's pages stay fast, however often somebody presses a button. */
    private static final int AT_THE_SAME_TIME = 2;

    private static final int PATIENCE_SECONDS = 20;

    private final Rooms rooms;
    private final Semaphore places = new Semaphore(AT_THE_SAME_TIME, true);

    Planner(Rooms rooms) {
        this.rooms = rooms;
    }

    /**
     * What a bundle would be now.
     *
     * @throws Problem if many people are having plans made just now, or a supplement cannot be made
     */
    Plan plan(Context request, Edition edition) {
        Visit visit = Visit.of(request);
        return atEase(() -> rooms.bundles()
                .plan(
                        visit.inPortfolio(),
                        recipe(request),
                        edition,
                        "",
                        visit.who().id(),
                        visit.now()));
    }

    /**
     * Asks for a bundle after planning it anew.
     *
     * @param reason why it is made although something is missing
     */
    Order order(Context request, Edition edition, String reason) {
        Visit visit = Visit.of(request);
        return atEase(() -> rooms.bundles()
                .order(visit.inPortfolio(), recipe(request), edition, reason, visit.actor(), visit.now()));
    }

    /** What a person must look at before the coded bundle goes out. */
    Doubts doubts(Context request) {
        Visit visit = Visit.of(request);
        return atEase(() -> rooms.bundles()
                .doubts(visit.inPortfolio(), recipe(request), visit.who().id(), visit.now()));
    }

    private <T> T atEase(Supplier<T> planning) {
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

    /** The recipe that the address names. */
    static Recipe recipe(Context request) {
        return Visit.of(request)
                .inPortfolio()
                .programme()
                .moderation()
                .recipe(request.pathParam("recipe"))
                .orElseThrow(() -> Problem.notFound("The programme knows no such bundle."));
    }
}
