package quire.people;

import java.time.Duration;

/**
 * How long a session lasts.
 *
 * @param idle without a request from it
 * @param absolute however busy it is
 * @param code how long somebody who has given their password may look for the code of the second step
 */
public record SessionLimits(Duration idle, Duration absolute, Duration code) {

    /** An hour without a request, twelve hours in all, ten minutes for the code. */
    public static final SessionLimits USUAL =
            new SessionLimits(Duration.ofMinutes(60), Duration.ofHours(12), Duration.ofMinutes(10));
}
