package quire.web.frame;

import io.javalin.http.Context;
import java.util.regex.Pattern;
import quire.core.Problem;

/** Where people find this server, as whoever asks has found it: for links that they pass on. */
public final class OwnAddress {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+(:\\d{1,5})?|\\[[0-9A-Fa-f:.]+](:\\d{1,5})?");
    private static final Pattern THIS_MACHINE = Pattern.compile("(localhost|127\\.[0-9.]+|\\[::1])(:\\d{1,5})?");

    private OwnAddress() {}

    /**
     * Scheme, host and port.
     *
     * @throws Problem if the request names no host that could stand in a link
     */
    public static String of(Context request) {
        String host = request.header("Host");
        if (host == null || !HOST.matcher(host).matches()) {
            throw Body.malformed("The request does not say which host it was sent to.");
        }
        // Nobody stays signed in over a line that others can read, but on the machine itself.
        String scheme = THIS_MACHINE.matcher(host).matches() ? request.scheme() : "https";
        return scheme + "://" + host;
    }
}
