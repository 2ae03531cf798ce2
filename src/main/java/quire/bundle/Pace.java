package quire.bundle;

import java.time.Duration;
import quire.store.Database;

/** Tells how far an order is, not more often than anybody looks: each time is a write to the disk. */
final class Pace {

    private static final long OFTEN = Duration.ofMillis(400).toNanos();

    private final Database database;
    private final Order order;
    private final Stint stint;
    private String step = "";
    private int measure;
    private long told;

    Pace(Database database, Order order, Stint stint) {
        this.database = database;
        this.order = order;
        this.stint = stint;
    }

    /**
     * A sign of life, and what is being done.
     *
     * @param at what the work is at, as it goes behind “while”
     * @throws Stint.Over if the stint is over
     */
    void tell(String next, String at, int done, int total) {
        stint.alive(at);
        long now = System.nanoTime();
        if (!next.equals(step) || total != measure || now - told > OFTEN) {
            step = next;
            measure = total;
            told = now;
            database.run(tx -> OrderStore.progress(tx, order, next, done, total));
        }
    }
}
