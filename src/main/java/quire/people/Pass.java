package quire.people;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A browser that is let in to one paper and to nothing else: that of a guest, or one that two people share for a while.
 *
 * @param id the SHA-256 of its token
 * @param document the id of the paper
 * @param person the id of the guest, or of the person who signed in beside somebody else
 * @param invitation the id of what let the guest in; null for whoever signed in
 * @param proof how they have shown who they are, as their signature will say
 * @param opened when it began
 * @param seen when a request came last, to about a minute
 * @param browser in words
 */
public record Pass(
        String id,
        String document,
        String person,
        @Nullable String invitation,
        String proof,
        Instant opened,
        Instant seen,
        String browser) {

    /** A guest comes back with the same link; whoever shares a device with somebody must not be forgotten on it. */
    private static final Duration GUEST_IDLE = Duration.ofHours(2);

    private static final Duration GUEST_AT_MOST = Duration.ofHours(12);
    private static final Duration SHARED_IDLE = Duration.ofMinutes(10);
    private static final Duration SHARED_AT_MOST = Duration.ofHours(1);

    /** Whether it belongs to somebody without an account. */
    public boolean isGuest() {
        return invitation != null;
    }

    /** When it will end if no other request comes. */
    public Instant idleEnds() {
        return seen.plus(isGuest() ? GUEST_IDLE : SHARED_IDLE);
    }

    /** When it will end in any case. */
    public Instant ends() {
        return opened.plus(isGuest() ? GUEST_AT_MOST : SHARED_AT_MOST);
    }

    /** Whether it has run out; a clock that went back revives nothing that has been ended, and ends nothing. */
    boolean isOver(Instant now) {
        return now.isAfter(idleEnds()) || now.isAfter(ends());
    }

    /** The same as a session, for pages that ask who visits. */
    public Session session() {
        return new Session(id, person, false, opened, seen, opened, browser, idleEnds(), ends());
    }
}
