package quire.web.frame;

import io.javalin.http.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator what somebody may have tried who means harm: what was refused, at which kind of address, and to whom.
 * A line holds ids and our own words only: nothing that was typed, no part of an address that somebody made up, no token.
 */
public final class SecurityLog {

    /** Under a name of its own, so that an operator can send it where somebody watches. */
    private static final Logger LOG = LoggerFactory.getLogger("quire.security");

    private SecurityLog() {}

    /**
     * Notes one refusal.
     *
     * @param what was refused, in a word of ours
     */
    public static void refused(String what, Context request) {
        Visit visit = Visit.find(request);
        refused(
                what,
                request,
                visit == null || visit.visitor() == null
                        ? "nobody"
                        : visit.visitor().id());
    }

    /** As {@link #refused(String, Context)} where it is known who asks, and they were not let in. */
    static void refused(String what, Context request, String person) {
        LOG.warn("Refused {}: {} {} by {}", what, request.method().name(), pattern(request), person);
    }

    /** The kind of address; what stands in it may be anything. */
    static String pattern(Context request) {
        return request.endpoints().list().isEmpty() ? "an unknown address" : request.endpoint().path;
    }
}
