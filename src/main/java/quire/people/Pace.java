package quire.people;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often something may be done for the same key, such as saving from one session. Held in memory only: it protects this
 * process, and whoever is told to wait loses nothing by it. Thread-safe.
 */
public final class Pace {

    /** Saving while somebody types: two a second, and sixty at once after a while without any. */
    public static Pace ofAutosaves() {
        return new Pace(60, Duration.ofMillis(500));
    }

    private static final int MOST_KEYS = 10_000;

    /** When the allowance that was used would be full again. */
    private final Map<String, Instant> fullAt = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_KEYS;
        }
    };

    private final Duration interval;
    private final Duration allowance;

    /**
     * A pace.
     *
     * @param atOnce how many may come at once
     * @param interval how long it takes until one more may come
     */
    public Pace(int atOnce, Duration interval) {
        this.interval = interval;
        this.allowance = interval.multipliedBy(atOnce);
    }

    /** Takes one. How long to wait before it may be taken; nothing if it is taken now. */
    public synchronized Duration take(String key, Instant now) {
        Instant known = fullAt.getOrDefault(key, now);
        // A clock that went back must not make anybody wait for it.
        Instant full = known.isBefore(now) || known.isAfter(now.plus(allowance)) ? now : known;
        Duration left = Duration.between(now, full).plus(interval).minus(allowance);
        if (left.isNegative() || left.isZero()) {
            fullAt.put(key, full.plus(interval));
            return Duration.ZERO;
        }
        return left;
    }
}
