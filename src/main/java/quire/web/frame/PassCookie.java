package quire.web.frame;

import io.javalin.http.Context;
import java.util.Optional;

/** Where a browser keeps the token that lets it in to one paper: beside its session, which it neither uses nor ends. */
public final class PassCookie {

    private static final String NAME = "__Host-quire-pass";
    private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Lax";

    private PassCookie() {}

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
