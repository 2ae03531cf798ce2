package quire.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import quire.core.Json;
import quire.store.Database;
import quire.store.Transaction;

/**
 * The record of who did what, in one chain for the whole installation. An entry is added in the transaction that does
 * what it tells of, so that neither is there without the other; it never changes and never goes. May be shared between
 * threads; two of them on the same database are one trail.
 */
public final class Trail {

    /** What to give for {@code before} to begin with the newest entry. */
    public static final long NEWEST = Long.MAX_VALUE;

    /** So many entries are read at a time: enough to be quick, and no reader holds the database open for long. */
    private static final int STRETCH = 2_000;

    private final Database database;
    private final int stretch;

    public Trail(Database database) {
        this(database, STRETCH);
    }

    Trail(Database database, int stretch) {
        this.database = database;
        this.stretch = stretch;
    }

    /**
     * Adds an entry. Others who want to add wait until the transaction ends, so do this last where the order is free.
     *
     * @param tx the transaction that does what the entry tells of
     */
    public Recorded add(Transaction tx, Entry entry, Instant now) {
        Recorded recorded = Recorded.after(TrailStore.takeNumber(tx), entry, now);
        TrailStore.insert(tx, recorded);
        return recorded;
    }

    /** Where the trail ends now. */
    public Head head() {
        return database.read(tx -> TrailStore.head(tx).orElse(Head.START));
    }

    /**
     * Entries of one kind, the newest first.
     *
     * @param before only entries with a lower number: {@link #NEWEST}, or the number of the last one of the page before
     * @param most how many at the most
     */
    public List<Recorded> list(Sought sought, long before, int most) {
        return database.read(tx -> TrailStore.list(tx, sought, before, most));
    }

    /** What was done in a portfolio, the newest first. */
    public List<Recorded> ofPortfolio(String id, long before, int most) {
        return list(Sought.ALL.portfolio(id), before, most);
    }

    /** What was done to one thing, the newest first. */
    public List<Recorded> of(String kind, String subject, long before, int most) {
        return list(Sought.ALL.subject(kind, subject), before, most);
    }

    /** Looks at every entry from the first to the one that is the last as this begins. */
    public Verdict verify() {
        return verify(List.of());
    }

    /**
     * As {@link #verify()}, and compares with heads that were noted earlier: only these show that the whole trail was
     * written anew, or its end cut off with everything that told of it.
     */
    public Verdict verify(Collection<Head> anchors) {
        // What is added while this looks lies behind this end, and is for the next time.
        TrailStore.End end = database.read(TrailStore::end);
        long goal = end.head() == null ? end.last() : end.head().seq();
        TrailCheck check = new TrailCheck(anchors);
        walk(goal, row -> {
            check.look(row);
            return check.goesOn();
        });
        return check.verdict(end);
    }

    /**
     * Writes the trail as it is now, one JSON object a line, the first entry first.
     *
     * @param to is not closed
     */
    public void export(Writer to) {
        walk(head().seq(), row -> {
            write(to, row);
            return true;
        });
    }

    /** Shows the entries up to a number, a stretch at a time, for as long as the reader wants more. */
    private void walk(long goal, Predicate<TrailStore.Stored> reader) {
        Walk walk = new Walk(goal, reader);
        for (long from = Long.MIN_VALUE; walk.goesOn && walk.reached < goal; from = walk.reached) {
            stretch(walk, from);
            walk.goesOn &= walk.reached > from;
        }
    }

    private void stretch(Walk walk, long from) {
        database.read(tx -> {
            TrailStore.each(tx, from, stretch, walk::show);
            return true;
        });
    }

    /** How far a walk has come. */
    private static final class Walk {

        private final long goal;
        private final Predicate<TrailStore.Stored> reader;
        private long reached = Long.MIN_VALUE;
        private boolean goesOn = true;

        Walk(long goal, Predicate<TrailStore.Stored> reader) {
            this.goal = goal;
            this.reader = reader;
        }

        void show(TrailStore.Stored row) {
            reached = row.seq();
            goesOn = goesOn && reached <= goal && reader.test(row);
        }
    }

    private static void write(Writer to, TrailStore.Stored row) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("seq", row.seq());
        json.putAll(row.rest());
        json.put("previous", row.previous());
        json.put("hash", row.hash());
        try {
            to.write(Json.write(json));
            to.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the trail out", e);
        }
    }
}
