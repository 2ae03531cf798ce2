package quire.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import quire.core.Problem;

/** A database of a PostgreSQL server at work: many writers at once, who lock the rows that their decisions rest on. */
final class Postgres implements Engine {

    /** How often work is begun again that stood in the way of other work. */
    private static final int AGAIN = 3;

    private final RecordServer server;
    private final @Nullable HikariDataSource writers;
    private final HikariDataSource readers;
    private final @Nullable Jdbi writing;
    private final Jdbi reading;

    private Postgres(RecordServer server, @Nullable HikariDataSource writers, HikariDataSource readers) {
        this.server = server;
        this.writers = writers;
        this.readers = readers;
        this.writing = writers == null ? null : Jdbi.create(writers);
        this.reading = Jdbi.create(readers);
    }

    /** Opens the database, which other nodes may have open too, and brings its tables to a step. */
    static Postgres open(RecordServer server, Duration patience, Schema.Target target) {
        try {
            check(server);
            schema(server).bringTo(target);
        } catch (RuntimeException e) {
            throw Faults.whileOpening(e, server.name());
        }
        return restoring(server, patience);
    }

    /** Opens the database as it is, for whoever fills it. */
    static Postgres restoring(RecordServer server, Duration patience) {
        HikariDataSource writers = null;
        HikariDataSource readers = null;
        try {
            writers = PostgresPools.writers(server, patience);
            readers = PostgresPools.readers(server, patience);
            return new Postgres(server, writers, readers);
        } catch (RuntimeException e) {
            close(readers);
            close(writers);
            throw Faults.whileOpening(e, server.name());
        }
    }

    /** Opens the database for a look, whoever works in it. Nothing in it is changed. */
    static Postgres toRead(RecordServer server) {
        try {
            check(server);
            return new Postgres(server, null, PostgresPools.reader(server));
        } catch (RuntimeException e) {
            throw Faults.whileOpening(e, server.name());
        }
    }

    /** Opens the database to write into it, whoever works in it; its tables stay as they are. */
    static Postgres beside(RecordServer server, Duration patience) {
        try {
            check(server);
        } catch (RuntimeException e) {
            throw Faults.whileOpening(e, server.name());
        }
        return restoring(server, patience);
    }

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRESQL;
    }

    @Override
    public String name() {
        return server.name();
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

    /** The driver's own way, without which it would read every answer into memory as a whole. */
    @Override
    public void begin(Handle handle, Transaction.Kind kind) {
        handle.begin();
    }

    /** @throws Problem if the connection breaks before the server has answered */
    @Override
    public void commit(Handle handle) {
        try {
            handle.commit();
        } catch (RuntimeException e) {
            throw Trouble.of(e) == Trouble.UNREACHABLE ? Faults.perhapsSaved().because(e) : e;
        }
    }

    @Override
    public void rollback(Handle handle) {
        handle.rollback();
    }

    @Override
    public <T extends @Nullable Object> T whole(Supplier<T> work) {
        for (int again = 0; ; again++) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                boolean worthAnotherTry = !(e instanceof Problem) && Trouble.isOver(e);
                if (!worthAnotherTry || again == AGAIN) {
                    throw e;
                }
            }
        }
    }

    @Override
    public Schema schema() {
        return schema(server);
    }

    @Override
    public Keeper keeper(Database database) {
        Scratch.forgetOld();
        return new TableKeeper(database);
    }

    @Override
    public void loosen(Transaction tx) {
        PostgresRules.loosen(tx);
    }

    @Override
    public void tighten(Transaction tx) {
        PostgresRules.tighten(tx);
    }

    @Override
    public Workbench workbench() {
        return Workbench.on(server, Database.PATIENCE);
    }

    /** The server looks after its own pages, and says so when one is read that is damaged. */
    @Override
    public Optional<String> damage() {
        return Optional.empty();
    }

    @Override
    public Space space() {
        long bytes = reading.withHandle(handle -> handle.createQuery("select pg_database_size(current_database())")
                .mapTo(Long.class)
                .one());
        return new Space(bytes, null, null);
    }

    @Override
    public void close() {
        close(readers);
        close(writers);
    }

    static Schema schema(RecordServer server) {
        return new Schema(PostgresPools.patient(server), Dialect.POSTGRESQL, server.name(), Schema.Care.NONE);
    }

    private static void check(RecordServer server) {
        try (Connection connection = PostgresPools.patient(server).getConnection()) {
            PostgresPools.check(connection, server.name());
            RestoringServer.refuseUnfinished(connection, server.name());
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot open the database", e);
        }
    }

    private static void close(@Nullable HikariDataSource pool) {
        if (pool != null) {
            pool.close();
        }
    }
}
