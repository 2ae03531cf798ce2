package quire.web.frame;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quire.people.ProgramToken;

/** Lets programs in that show the token of somebody (RFC 6750). */
public final class Programs {

    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+) *", Pattern.CASE_INSENSITIVE);

    private final Rooms rooms;
    private final ClientAddress client;

    public Programs(Rooms rooms, ClientAddress client) {
        this.rooms = rooms;
        this.client = client;
    }

    /** A program without a token, or with one that is none. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final boolean shown;
        private final Duration wait;

        Refused(boolean shown, Duration wait) {
            super("No token lets this program in");
            this.shown = shown;
            this.wait = wait;
        }

        /** What the header {@code WWW-Authenticate} says. */
        String challenge() {
            return shown ? "Bearer realm=\"Quire\", error=\"invalid_token\"" : "Bearer realm=\"Quire\"";
        }

        /** In seconds, until the next token is looked at; 0 if it may be shown now. */
        long waitSeconds() {
            return (wait.toMillis() + 999) / 1000;
        }
    }

    /**
     * Lets a program in.
     *
     * @throws Refused if it shows no token, or one that has ended, or that nobody has
     */
    ProgramToken admit(Context request) {
        String said = request.header("Authorization");
        Matcher token = BEARER.matcher(said == null ? "" : said);
        if (!token.matches()) {
            throw new Refused(false, Duration.ZERO);
        }
        Instant now = rooms.clock().instant();
        return rooms.people()
                .tokens()
                .find(token.group(1), now, rooms.today())
                .orElseThrow(() -> new Refused(true, rooms.people().tokens().refused(client.of(request), now)));
    }
}
