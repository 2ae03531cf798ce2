package quire.web.frame;

import io.javalin.http.Context;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import quire.core.Problem;

/** Few files arrive at the same time, so that those that do have room in memory: some for everybody, fewer for one person. */
final class LargeBodies {

    /** In bytes; what is smaller is no burden. */
    private static final long LARGE = 1_000_000;

    private static final int MOST = 4;
    private static final int MOST_OF_ONE = 2;
    private static final int SECONDS = 20;
    private static final String HOLDER = LargeBodies.class.getName();

    private final Semaphore places = new Semaphore(MOST, true);
    private final Map<String, Integer> held = new ConcurrentHashMap<>();

    /**
     * Waits until there is room for what somebody sends.
     *
     * @throws Problem if they are sending as much as they may already, or there is no room for a while
     */
    void enter(Context request, String person) {
        long length = request.req().getContentLengthLong();
        if (!request.isMultipartFormData() || (length >= 0 && length <= LARGE)) {
            return;
        }
        if (held.merge(person, 1, Integer::sum) > MOST_OF_ONE) {
            release(person);
            throw Problem.of(
                    Problem.Kind.CONFLICT,
                    "You are sending " + MOST_OF_ONE + " files already. Wait until they have arrived. Then go back and"
                            + " send this one again. It was not taken in.");
        }
        if (!hasPlace()) {
            release(person);
            throw Problem.of(
                    Problem.Kind.UNAVAILABLE,
                    "Many people are sending files just now. Wait a minute. Then go back and send this one again. It was"
                            + " not taken in.");
        }
        request.attribute(HOLDER, person);
    }

    /** To be called when a request is answered, whether it has entered or not. */
    void leave(Context request) {
        String person = request.attribute(HOLDER);
        if (person != null) {
            request.attribute(HOLDER, null);
            release(person);
            places.release();
        }
    }

    private boolean hasPlace() {
        try {
            return places.tryAcquire(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void release(String person) {
        held.computeIfPresent(person, (key, count) -> count > 1 ? count - 1 : null);
    }
}
