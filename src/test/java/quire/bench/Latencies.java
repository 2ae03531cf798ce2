package quire.bench;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** How long answers took, by kind. Shared between threads. */
final class Latencies {

    /** Answers of one kind. */
    private static final class Kind {
        private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
        private final AtomicInteger errors = new AtomicInteger();
    }

    private final Map<String, Kind> kinds = new TreeMap<>(Map.of("save", new Kind(), "page", new Kind()));

    void note(String kind, long nanos, boolean well) {
        Kind one = kinds.get(kind);
        if (one == null) {
            throw new IllegalArgumentException("Nobody counts " + kind);
        }
        one.nanos.add(nanos);
        if (!well) {
            one.errors.incrementAndGet();
        }
    }

    /** How many answers there were, of whatever kind. */
    long count() {
        return kinds.values().stream().mapToLong(kind -> kind.nanos.size()).sum();
    }

    /** A line for each kind. */
    String told(double seconds) {
        StringBuilder text = new StringBuilder();
        kinds.forEach((name, kind) -> {
            long[] all = kind.nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            text.append(String.format(
                    Locale.ROOT,
                    "%s: %d answers, %.1f a second, p50 %.0f ms, p95 %.0f ms, p99 %.0f ms, longest %.0f ms, %d errors%n",
                    name,
                    all.length,
                    all.length / seconds,
                    part(all, 0.50),
                    part(all, 0.95),
                    part(all, 0.99),
                    part(all, 1.0),
                    kind.errors.get()));
        });
        return text.toString();
    }

    private static double part(long[] sorted, double share) {
        int at = (int) Math.ceil(share * sorted.length) - 1;
        return sorted.length == 0 ? 0 : sorted[Math.max(0, at)] / 1e6;
    }
}
