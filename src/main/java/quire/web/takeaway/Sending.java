package quire.web.takeaway;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quire.takeaway.Parcel;
import quire.web.frame.Downloads;

/** Sends a zip file while it is made. */
final class Sending {

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    private Sending() {}

    /**
     * Sends it. Once the first byte has left, nothing can be said of a fault any more: the file then ends without its last
     * part, so that no program takes it for a whole one.
     */
    static void send(Context request, Parcel parcel) {
        Downloads.start(request, parcel.name(), "application/zip");
        OutputStream out = request.outputStream();
        try {
            parcel.send(out);
            out.flush();
        } catch (UncheckedIOException | IOException cut) {
            LOG.info("A zip file did not arrive whole: {}", cut.getMessage());
        } catch (RuntimeException fault) {
            LOG.error("A zip file was cut off by a fault of ours", fault);
        }
    }
}
