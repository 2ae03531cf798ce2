package quire.people;

import java.time.Duration;
import java.time.Instant;

/**
 * A browser in which somebody has signed in.
 *
 * @param id the SHA-256 of its token; safe to show to the person themselves
 * @param person who it is
 * @param awaitsCode whether only the password was given so far, so that nothing is open yet but the page for the code
 * @param opened when it began
 * @param seen when a request came from it last, to about a minute
 * @param authenticated when the person last proved who they are
 * @param browser in words
 * @param idleEnds when it will end if no other request comes
 * @param ends when it will end in any case
 */
public record Session(
        String id,
        String person,
        boolean awaitsCode,
        Instant opened,
        Instant seen,
        Instant authenticated,
        String browser,
        Instant idleEnds,
        Instant ends) {

    /**
     * Whether the person proved who they are a short while ago; if not, they are asked again before they sign. A proof
     * that seems to come from the future is none: the clock was put back since.
     */
    public boolean isFresh(Instant now, Duration within) {
        return !authenticated.isAfter(now) && !authenticated.plus(within).isBefore(now);
    }
}
