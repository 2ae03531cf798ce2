package quire.web.frame;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import quire.core.Problem;

/** Stands before every address: what browsers are told to refuse, whose request it is, and whether the address lets them in. */
public final class Gate {

    /** Where a page's own script puts what a form carries in a hidden box. */
    static final String STAMP_HEADER = "X-Quire-Stamp";

    /** The hidden box of every form. */
    static final String STAMP_BOX = "_stamp";

    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
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
            "Strict-Transport-Security", "max-age=31536000",
            "Cache-Control", "no-store");

    private final Admission admission;
    private final Programs programs;
    private final LargeBodies bodies = new LargeBodies();

    public Gate(Admission admission, Programs programs) {
        this.admission = admission;
        this.programs = programs;
    }

    /** To be called when a request is answered, however that went. */
    public void close(Context request) {
        bodies.leave(request);
    }

    /** What every answer tells the browser. */
    public static Map<String, String> headers() {
        return HEADERS;
    }

    public static void addHeaders(Context request) {
        HEADERS.forEach(request::header);
    }

    /**
     * Lets a request through to its address, or not.
     *
     * @throws Refusal if a form was sent from elsewhere
     * @throws Programs.Refused if a program shows no token where it must
     * @throws PassedOut if the browser has no pass where it must have one
     * @throws SignedOut if nobody is signed in where somebody must be
     * @throws Problem of the kind NOT_FOUND if the visitor may not, as if there were nothing
     */
    public void pass(Route route, Context request) {
        refuseDoubles(request);
        boolean forPeople = route.rule().kind() != Rule.Kind.PROGRAM;
        if (!forPeople) {
            programs.admit(request);
        }
        boolean fromAnywhere = route.rule().kind() == Rule.Kind.ANYWHERE;
        if (forPeople && !route.reads() && !fromAnywhere && !isOurs(request)) {
            throw new Refusal();
        }
        Optional<Visitor> visitor = forPeople ? admission.visitor(route, request) : Optional.empty();
        Visit visit = admission.admit(route, visitor, request);
        visit.begin(request);
        boolean asMe = forPeople && !route.reads() && !route.rule().isOpen();
        if (asMe) {
            bodies.enter(request, visit.who().id());
        }
        if (asMe && !isStamped(request, visit.who())) {
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

    /** Nobody is signed in, or not any more. */
    static final class SignedOut extends RuntimeException {
        private static final long serialVersionUID = 1;

        SignedOut() {
            super("Nobody is signed in");
        }
    }

    /** The browser is not let in to this paper by a link, or not any more. */
    static final class PassedOut extends RuntimeException {
        private static final long serialVersionUID = 1;

        PassedOut() {
            super("This browser has no pass");
        }
    }

    /**
     * Whether a form comes from one of our own pages. A browser says where a form comes from; one that says nothing of it
     * is too old to be trusted with this.
     */
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

    private static boolean isStamped(Context request, Visitor visitor) {
        String header = request.header(STAMP_HEADER);
        String stamp = header == null ? Body.form(request).one(STAMP_BOX) : header;
        return MessageDigest.isEqual(
                stamp.getBytes(StandardCharsets.UTF_8), visitor.stamp().getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Problem if an address has the same parameter twice, which two readers would read in two ways */
    private static void refuseDoubles(Context request) {
        request.queryParamMap().forEach((name, values) -> {
            if (values.size() > 1) {
                throw Body.malformed("The address names “" + name + "” twice.");
            }
        });
    }
}
