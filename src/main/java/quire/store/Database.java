package quire.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quire.core.Problem;
import quire.core.RecordState;

/**
 * The one place where Quire keeps its record: a database, SQLite in a data folder or PostgreSQL on a server, and the
 * files it speaks of.
 *
 * <p>Work is handed in whole: {@link #write} does all of it or none, {@link #read} sees one moment of the record. Work
 * begun inside other work on the same thread joins it, so that one front door may call another; if the inner work fails,
 * only what it did is undone. When a write has returned, it is on the disk. May be shared between threads.
 *
 * <p>In a data folder one writer works at a time, in the order of asking, and readers never wait for it. On a server many
 * write at once, each statement seeing what others have committed before it: who decides by what a row says must hold it
 * with {@link Sql#forUpdate} from the moment of reading it, or, where there may be no row yet, {@link Transaction#hold} the
 * thing. Work that stood in the way of other work there, or found a key taken that was free when it looked, is undone and
 * begun again by itself, at most three times; so it must leave nothing outside the record that may not be done twice.
 */
public final class Database implements AutoCloseable {

    /** How long work waits for its turn before it is told to come back later. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final Engine engine;
    private final Blobs blobs;
    private final AtomicBoolean damaged = new AtomicBoolean();
    private final LongAdder statements = new LongAdder();
    private final Map<String, Runnable> listeners = new ConcurrentHashMap<>();

    // Not static: a test, a move from one place to another, may have two databases open on one thread.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Transaction> current = new ThreadLocal<>();

    private Database(Engine engine) {
        this.engine = engine;
        this.blobs = new Blobs(engine.keeper(this));
    }

    /**
     * Opens a data folder for this process alone, makes it if only its last part is missing, and brings its tables up to
     * date.
     *
     * @throws Problem if the folder cannot be used, is in use, or its database is damaged or newer than this program
     */
    public static Database open(Path folder) {
        return open(new RecordFolder(folder));
    }

    /**
     * Opens a data folder as {@link #open(Path)} does, or a database of a server, which other nodes may use too.
     *
     * @throws Problem if the place cannot be reached or used, or its database is damaged or newer than this program
     */
    public static Database open(RecordPlace place) {
        return open(place, PATIENCE);
    }

    /**
     * As {@link #open(RecordPlace)}, for a record in which some work takes longer than anybody usually would wait for.
     *
     * @param patience how long work waits for its turn before it is told to come back later
     */
    public static Database open(RecordPlace place, Duration patience) {
        return open(place, patience, Schema.Target.NEWEST);
    }

    static Database open(RecordPlace place, Duration patience, Schema.Target target) {
        Engine engine = place instanceof RecordServer server
                ? Postgres.open(server, patience, target)
                : Sqlite.open(((RecordFolder) place).path(), patience, target);
        return around(engine);
    }

    /**
     * Opens a place for a look, whoever works in it; nothing in it is changed.
     *
     * @throws Problem if there is no record, or it is not one of this version
     */
    public static Database toRead(RecordPlace place) {
        return current(asItIs(place));
    }

    /**
     * Opens a place that a server may be working in, for a few short words.
     *
     * @throws Problem if there is no record, or it is not one of this version
     */
    public static Database beside(RecordPlace place) {
        return current(around(
                place instanceof RecordServer server
                        ? Postgres.beside(server, PATIENCE)
                        : Sqlite.beside(((RecordFolder) place).path(), PATIENCE)));
    }

    private static Database current(Database database) {
        try {
            database.engine.schema().refuseIfNotCurrent();
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw Faults.whileOpening(e, database.engine.name());
        }
    }

    /** Opens a place for a look, of whatever version it is. */
    static Database asItIs(RecordPlace place) {
        return around(
                place instanceof RecordServer server
                        ? Postgres.toRead(server)
                        : Sqlite.toRead(((RecordFolder) place).path(), PATIENCE));
    }

    /** Whether the folder holds a record already; nothing is opened or made. */
    public static boolean isIn(Path folder) {
        return DataFolder.holdsDatabase(folder);
    }

    /**
     * Does the work as one transaction: all of it, or, if it throws, none.
     *
     * @throws Problem of the kind UNAVAILABLE if the disk is full, the database stays busy, does not answer or was found
     *     to be damaged; nothing was changed then, unless the sentence says that this cannot be known
     */
    public <T extends @Nullable Object> T write(Function<Transaction, T> work) {
        Transaction outer = current.get();
        if (outer != null) {
            return outer.nested(work);
        } else if (damaged.get()) {
            throw Faults.damagedWhileRunning();
        }
        return told(() -> engine.whole(() -> transaction(engine.writing(), Transaction.Kind.WRITE, work)));
    }

    /** As {@link #write}, for work that gives nothing back. */
    public void run(Consumer<Transaction> work) {
        write(transaction -> {
            work.accept(transaction);
            return null;
        });
    }

    /** Does work that only reads, on the record as it is at this moment. */
    public <T extends @Nullable Object> T read(Function<Transaction, T> work) {
        Transaction outer = current.get();
        return outer != null
                ? work.apply(outer)
                : told(() -> transaction(engine.reading(), Transaction.Kind.READ, work));
    }

    /** The files that the record speaks of. */
    public Blobs blobs() {
        return blobs;
    }

    /**
     * Takes away files that were taken in over an hour ago and that no row names: what is left when a process ends
     * between the two. A row names a file by holding its digest in any text.
     *
     * @return how many were taken away
     */
    public int sweep(Instant now) {
        return new Sweep(this).run(now);
    }

    /**
     * Reads the whole database. If it is damaged, nothing is written to it any more, and what can be read stays readable.
     *
     * @return what is damaged; empty where nothing is
     */
    public Optional<String> check() {
        Optional<String> damage = told(engine::damage);
        if (damage.isPresent()) {
            damaged.set(true);
        }
        return damage;
    }

    /** How it stands, for whoever looks after the installation. */
    public RecordState state() {
        Engine.Space space = told(engine::space);
        String step = told(() -> engine.schema().step()).map(Step::toString).orElse("none");
        String kind = engine.dialect() == Dialect.SQLITE ? "SQLite" : "PostgreSQL";
        RecordState.Backup backup = Backups.last(this)
                .map(last -> new RecordState.Backup(last.madeAt(), last.checkedAt(), last.fault()))
                .orElse(null);
        return new RecordState(kind, engine.name(), space.bytes(), space.free(), space.room(), step, backup);
    }

    /** A table of work in hand, for whoever sees to it that work is done; close it before the database. */
    public Workbench workbench() {
        return engine.workbench();
    }

    /**
     * Has somebody told whenever work is kept that has {@linkplain Transaction#tell told} of something. They are told on the
     * thread that did the work, so they should be quick, and what they throw is nobody's fault.
     */
    public void listen(String topic, Runnable listener) {
        listeners.put(topic, listener);
    }

    /** How many statements the work had that ended well since this was opened: what a page costs. */
    public long statements() {
        return statements.sum();
    }

    @Override
    public void close() {
        engine.close();
    }

    Engine engine() {
        return engine;
    }

    static Database around(Engine engine) {
        try {
            return new Database(engine);
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    private <T extends @Nullable Object> T transaction(
            Jdbi database, Transaction.Kind kind, Function<Transaction, T> work) {
        Set<String> topics = Set.of();
        try (Transaction transaction = Transaction.begin(engine, database, kind)) {
            current.set(transaction);
            T result = work.apply(transaction);
            transaction.commit();
            statements.add(transaction.statements());
            topics = transaction.topics();
            return result;
        } finally {
            current.remove();
            topics.forEach(this::tell);
        }
    }

    private void tell(String topic) {
        try {
            listeners.getOrDefault(topic, () -> {}).run();
        } catch (RuntimeException e) {
            LOG.warn("Kept, but nobody took notice of: {}", topic, e);
        }
    }

    private <T extends @Nullable Object> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            Trouble trouble = Trouble.of(e);
            if (trouble == Trouble.DAMAGED || trouble == Trouble.NOT_A_DATABASE) {
                damaged.set(true);
            }
            throw Faults.whileWorking(e);
        }
    }
}
