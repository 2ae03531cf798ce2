package quire.seal;

import java.time.Instant;

/** The moments of these tests. */
final class SealDates {

    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private SealDates() {}
}
