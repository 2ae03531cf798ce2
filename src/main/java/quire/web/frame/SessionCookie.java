package quire.web.frame;

import io.javalin.http.Context;
import java.util.Optional;

/**
 * Where a browser keeps the token of its session. The prefix makes browsers refuse it over a line that others can read,
 * but on the machine itself, and keep it to this one host (RFC 6265bis, section 4.1.3.2).
 */
public final class SessionCookie {

    private static final String NAME = "__Host-quire";
    private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Lax";

    private SessionCookie() {}

    public static Optional<String> token(Context request) {
        String token = request.cookie(NAME);
        return token == null || token.isEmpty() ? Optional.empty() : Optional.of(token);
    }

    /** Gone when the browser is closed; the server ends it earlier. */
    public static void keep(Context request, String token) {
        request.header("Set-Cookie", NAME + "=" + token + ATTRIBUTES);
    }

    public static void drop(Context request) {
        request.header("Set-Cookie", NAME + "=" + ATTRIBUTES + "; Max-Age=0");
    }
}
