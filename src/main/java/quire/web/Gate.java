package quire.web;

import io.javalin.http.Context;
import java.util.Map;
import quire.core.Problem;

/** Stands before every address: what browsers are told to refuse, and who may change something. */
final class Gate {

    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "object-src 'none'");

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()",
            "Cache-Control", "no-store");

    private Gate() {}

    static void addHeaders(Context request) {
        HEADERS.forEach(request::header);
    }

    /**
     * Lets a page's form in only from our own pages. A browser says where a form comes from; one that says nothing of it
     * is too old to be trusted with this. Programs have no session that another site could ride on.
     */
    static void checkOrigin(Context request, Route.Access access) {
        boolean reads = request.req().getMethod().equals("GET")
                || request.req().getMethod().equals("HEAD");
        if (!reads && access == Route.Access.PERSON && !isOurs(request)) {
            throw new Refusal();
        }
    }

    /** A form that was sent from somewhere else. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refusal() {
            super("A form of another site was sent here");
        }
    }

    private static boolean isOurs(Context request) {
        String site = request.header("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.header("Origin");
        String host = request.header("Host");
        return origin != null
                && host != null
                && origin.replaceFirst("^https?://", "").equals(host);
    }

    /** @throws Problem if an address has the same parameter twice, which two readers would read in two ways */
    static void refuseDoubles(Context request) {
        request.queryParamMap().forEach((name, values) -> {
            if (values.size() > 1) {
                throw Body.malformed("The address names “" + name + "” twice.");
            }
        });
    }
}
