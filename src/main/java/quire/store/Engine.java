package quire.store;

import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** One of the two databases at work. What is not said here is the same on both. */
sealed interface Engine extends AutoCloseable permits Sqlite, Postgres {

    Dialect dialect();

    /** What messages call the database; never holds a password. */
    String name();

    /** Where transactions that write come from. */
    Jdbi writing();

    /** Where transactions that only read come from. */
    Jdbi reading();

    void begin(Handle handle, Transaction.Kind kind);

    void commit(Handle handle);

    void rollback(Handle handle);

    /** Does outermost work that writes when its turn has come, and again where this database asks for that. */
    <T extends @Nullable Object> T whole(Supplier<T> work);

    /** The steps that its tables are made by. */
    Schema schema();

    /** Where the files are kept. */
    Keeper keeper(Database database);

    /** Lets rows be put in as they are until {@link #tighten}, in the same transaction: in any order, and no trigger asked. */
    void loosen(Transaction tx);

    /** Refuses rows that point nowhere, and lets the triggers be asked again. */
    void tighten(Transaction tx);

    /** The table of work in hand, made if it is not there. */
    Workbench workbench();

    /** Reads the whole database and says what is damaged; empty where nothing is, or where only the server can know. */
    Optional<String> damage();

    /** How large the database is, and how much room is left for it. */
    Space space();

    /**
     * Room.
     *
     * @param bytes taken by the database
     * @param free left where it is kept; null where only the server knows
     * @param room in all; null where only the server knows
     */
    record Space(long bytes, @Nullable Long free, @Nullable Long room) {}

    @Override
    void close();
}
