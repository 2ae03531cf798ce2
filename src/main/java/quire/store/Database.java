package quire.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import quire.core.Problem;

/**
 * The one place where Quire keeps its record: an SQLite database and, beside it, the files it speaks of.
 *
 * <p>Work is handed in whole: {@link #write} does all of it or none, {@link #read} sees one moment of the record. Work
 * begun inside other work on the same thread joins it, so that one front door may call another; if the inner work fails,
 * only what it did is undone. One writer works at a time, in the order of asking; readers never wait for it. When a
 * write has returned, it is on the disk. May be shared between threads.
 */
public final class Database implements AutoCloseable {

    /** How long work waits for its turn before it is told to come back later. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DataFolder folder;
    private final HikariDataSource writer;
    private final HikariDataSource readers;
    private final Jdbi writing;
    private final Jdbi reading;
    private final Blobs blobs;
    private final Duration patience;
    private final ReentrantLock turn = new ReentrantLock(true);

    // Not static: a test, a move from one data folder to another, may have two databases open on one thread.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Transaction> current = new ThreadLocal<>();

    private Database(DataFolder folder, HikariDataSource writer, HikariDataSource readers, Duration patience) {
        this.folder = folder;
        this.writer = writer;
        this.readers = readers;
        this.writing = Jdbi.create(writer);
        this.reading = Jdbi.create(readers);
        this.blobs = Blobs.in(folder.blobs());
        this.patience = patience;
    }

    /**
     * Opens the data folder for this process alone, makes it if only its last part is missing, and brings its tables up
     * to date.
     *
     * @throws Problem if the folder cannot be used, is in use, or its database is damaged or newer than this program
     */
    public static Database open(Path folder) {
        return open(folder, PATIENCE);
    }

    static Database open(Path path, Duration patience) {
        DataFolder folder = DataFolder.claim(path);
        HikariDataSource writer = null;
        HikariDataSource readers = null;
        try {
            writer = Sqlite.writer(folder.database(), patience);
            Schema.bringUpToDate(writer, folder.database());
            readers = Sqlite.readers(folder.database(), patience);
            return new Database(folder, writer, readers, patience);
        } catch (RuntimeException e) {
            close(readers);
            close(writer);
            folder.close();
            throw Faults.whileOpening(e, folder.database());
        }
    }

    /** Whether the folder holds a record already; nothing is opened or made. */
    public static boolean isIn(Path folder) {
        return DataFolder.holdsDatabase(folder);
    }

    /**
     * Does the work as one transaction: all of it, or, if it throws, none.
     *
     * @throws Problem of the kind UNAVAILABLE if the disk is full or the database stays busy; nothing was changed
     */
    public <T extends @Nullable Object> T write(Function<Transaction, T> work) {
        Transaction outer = current.get();
        if (outer != null) {
            return outer.nested(work);
        }
        takeTurn();
        try {
            return transaction(writing, Transaction.Kind.WRITE, work);
        } finally {
            turn.unlock();
        }
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
        return outer != null ? work.apply(outer) : transaction(reading, Transaction.Kind.READ, work);
    }

    /** The files that the record speaks of. */
    public Blobs blobs() {
        return blobs;
    }

    @Override
    public void close() {
        close(readers);
        close(writer);
        folder.close();
    }

    private void takeTurn() {
        try {
            if (!turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Faults.busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Faults.busy().because(e);
        }
    }

    private <T extends @Nullable Object> T transaction(
            Jdbi database, Transaction.Kind kind, Function<Transaction, T> work) {
        try (Transaction transaction = Transaction.begin(database, kind)) {
            current.set(transaction);
            T result = work.apply(transaction);
            transaction.commit();
            return result;
        } catch (RuntimeException e) {
            throw Faults.whileWorking(e);
        } finally {
            current.remove();
        }
    }

    private static void close(@Nullable HikariDataSource pool) {
        if (pool != null) {
            pool.close();
        }
    }
}
