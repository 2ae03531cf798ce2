package quire.web.frame;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quire.core.Json;

/**
 * Tells a page how far something is while it goes on (server-sent events, HTML Standard 9.2). A stream ends after a few
 * seconds, and the browser comes again by itself: so none holds up a server that is to stop, or outlives a session by much.
 * May be shared between threads.
 */
public final class EventStream {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    private static final int LOOKS = 20;
    private static final int PAUSE_MILLISECONDS = 400;
    private static final int COME_AGAIN_MILLISECONDS = 1_500;

    /** Each takes a thread; whoever finds no place is told once and comes again. */
    private static final int PLACES = 24;

    /**
     * How far it is.
     *
     * @param data what the page gets
     * @param last whether nothing more will happen
     */
    public record Event(Map<String, Object> data, boolean last) {}

    private final Semaphore places = new Semaphore(PLACES);

    /**
     * Tells how far it is, and each time that has changed.
     *
     * @param look finds out
     */
    public void send(Context request, Supplier<Event> look) {
        boolean placed = places.tryAcquire();
        try {
            request.contentType("text/event-stream; charset=utf-8").header("X-Accel-Buffering", "no");
            // Past the framework, which would hold the words back to pack them.
            tell(request.res().getOutputStream(), look, placed ? LOOKS : 1);
        } catch (IOException gone) {
            LOG.debug("Nobody listens any more", gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            if (placed) {
                places.release();
            }
        }
    }

    private static void tell(OutputStream out, Supplier<Event> look, int looks)
            throws IOException, InterruptedException {
        write(out, "retry: " + COME_AGAIN_MILLISECONDS + "\n\n");
        String told = "";
        for (int i = 0; i < looks; i++) {
            Event event = look.get();
            String data = Json.write(event.data());
            if (!data.equals(told)) {
                write(out, "data: " + data + "\n\n");
                told = data;
            }
            if (event.last()) {
                return;
            }
            Thread.sleep(i == looks - 1 ? 0 : PAUSE_MILLISECONDS);
        }
    }

    private static void write(OutputStream out, String words) throws IOException {
        out.write(words.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
