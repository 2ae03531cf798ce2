package quire.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A data folder at work: one writer at a time, in the order of asking, and readers that never wait for it. */
final class Sqlite implements Engine {

    private final DataFolder folder;
    private final @Nullable HikariDataSource writer;
    private final HikariDataSource readers;
    private final @Nullable Jdbi writing;
    private final Jdbi reading;
    private final Duration patience;
    private final SqliteTriggers triggers = new SqliteTriggers();
    private final ReentrantLock turn = new ReentrantLock(true);

    private Sqlite(DataFolder folder, @Nullable HikariDataSource writer, HikariDataSource readers, Duration patience) {
        this.folder = folder;
        this.writer = writer;
        this.readers = readers;
        this.writing = writer == null ? null : Jdbi.create(writer);
        this.reading = Jdbi.create(readers);
        this.patience = patience;
    }

    /** Claims the folder for this process alone and brings its tables to a step. */
    static Sqlite open(Path path, Duration patience, Schema.Target target) {
        DataFolder folder = DataFolder.claim(path);
        HikariDataSource writer = null;
        HikariDataSource readers = null;
        try {
            writer = SqlitePools.writer(folder.database(), waitForOthers(patience));
            schema(writer, folder).bringTo(target);
            readers = SqlitePools.readers(folder.database(), waitForOthers(patience));
            return new Sqlite(folder, writer, readers, patience);
        } catch (RuntimeException e) {
            close(readers);
            close(writer);
            folder.close();
            throw Faults.whileOpening(e, folder.database().toString());
        }
    }

    /** Opens the folder for a look, whether or not a server works in it. Nothing in it is changed. */
    static Sqlite toRead(Path path, Duration patience) {
        DataFolder folder = DataFolder.toRead(path);
        try {
            return new Sqlite(folder, null, SqlitePools.readers(folder.database(), patience), patience);
        } catch (RuntimeException e) {
            throw Faults.whileOpening(e, folder.database().toString());
        }
    }

    /** Opens the folder to write into its database beside the server that works in it; its files are only read. */
    static Sqlite beside(Path path, Duration patience) {
        DataFolder folder = DataFolder.toRead(path);
        HikariDataSource writer = null;
        try {
            writer = SqlitePools.writer(folder.database(), patience);
            return new Sqlite(folder, writer, SqlitePools.readers(folder.database(), patience), patience);
        } catch (RuntimeException e) {
            close(writer);
            throw Faults.whileOpening(e, folder.database().toString());
        }
    }

    @Override
    public Dialect dialect() {
        return Dialect.SQLITE;
    }

    @Override
    public String name() {
        return folder.database().toString();
    }

    @Override
    public Jdbi writing() {
        if (writing == null) {
            throw new IllegalStateException("The record was opened to be read");
        }
        return writing;
    }

    @Override
    public Jdbi reading() {
        return reading;
    }

    /**
     * Sent as statements: the driver's own commit would at once begin, and so lock, the next transaction. A writer takes
     * the lock at its very beginning, because a transaction that reads first and asks for the lock later is refused at
     * once, however long it would be willing to wait.
     */
    @Override
    public void begin(Handle handle, Transaction.Kind kind) {
        send(handle, kind == Transaction.Kind.WRITE ? "begin immediate" : "begin");
    }

    @Override
    public void commit(Handle handle) {
        send(handle, "commit");
    }

    @Override
    public void rollback(Handle handle) {
        send(handle, "rollback");
    }

    /** Past the mapper, which looks for values in every statement: these go with every piece of work and have none. */
    private static void send(Handle handle, String statement) {
        try (Statement sent = handle.getConnection().createStatement()) {
            sent.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot " + statement, e);
        }
    }

    @Override
    public <T extends @Nullable Object> T whole(Supplier<T> work) {
        takeTurn();
        try {
            folder.refuseIfTakenAway();
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    @Override
    public Schema schema() {
        return schema(writer == null ? readers : writer, folder);
    }

    @Override
    public Keeper keeper(Database database) {
        // What lies half taken in belongs to the process that has claimed the folder.
        return folder.isClaimed() ? FolderKeeper.in(folder.blobs()) : FolderKeeper.toRead(folder.blobs());
    }

    @Override
    public void loosen(Transaction tx) {
        tx.execute("pragma defer_foreign_keys = on");
        triggers.loosen(tx);
    }

    @Override
    public void tighten(Transaction tx) {
        triggers.tighten(tx);
        Optional<String> astray = tx.sql("select \"table\" as astray from pragma_foreign_key_check limit 1")
                .find(row -> row.text("astray"));
        if (astray.isPresent()) {
            throw new IllegalStateException("A row of " + astray.get() + " points nowhere");
        }
    }

    @Override
    public Workbench workbench() {
        return Workbench.in(folder.database().resolveSibling("work.db"), waitForOthers(patience));
    }

    @Override
    public Optional<String> damage() {
        return SqliteCheck.thorough(SqlitePools.afresh(folder.database()));
    }

    @Override
    public Space space() {
        Path database = folder.database();
        Path log = database.resolveSibling(database.getFileName() + "-wal");
        try {
            FileStore disk = Files.getFileStore(database);
            long bytes = Files.size(database) + (Files.exists(log) ? Files.size(log) : 0);
            return new Space(bytes, disk.getUsableSpace(), disk.getTotalSpace());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look at the disk of " + database, e);
        }
    }

    @Override
    public void close() {
        close(readers);
        close(writer);
        folder.close();
    }

    private static Schema schema(HikariDataSource source, DataFolder folder) {
        String name = folder.database().toString();
        return new Schema(source, Dialect.SQLITE, name, new SqliteCheck(source, folder));
    }

    /** Of the five seconds that somebody may wait, four are for the turn and one for programs from outside. */
    private static Duration waitForOthers(Duration patience) {
        return patience.dividedBy(5);
    }

    private void takeTurn() {
        try {
            long millis = patience.minus(waitForOthers(patience)).toMillis();
            if (!turn.tryLock(millis, TimeUnit.MILLISECONDS)) {
                throw Faults.busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Faults.busy().because(e);
        }
    }

    private static void close(@Nullable HikariDataSource pool) {
        if (pool != null) {
            pool.close();
        }
    }
}
