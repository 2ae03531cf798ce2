package quire.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/**
 * A table of work in hand: what is due, and which node is at it. It is no part of the record, stands in no backup, and may be
 * lost: what has to be done can always be told from the record itself. In a data folder it is a file of its own, so that
 * looking for work never takes the writer's turn.
 */
public final class Workbench implements AutoCloseable {

    /** How the table is called. */
    public static final String TABLE = "work";

    private static final List<String> STATEMENTS = List.of(
            "create table if not exists work (task_name varchar(100) not null, task_instance varchar(100) not null,"
                    + " task_data $bytes, execution_time $moment, picked boolean not null, picked_by varchar(100),"
                    + " last_success $moment, last_failure $moment, consecutive_failures integer, last_heartbeat $moment,"
                    + " version bigint not null, priority smallint, state varchar(100),"
                    + " primary key (task_name, task_instance))",
            "create index if not exists work_when on work (execution_time)",
            "create index if not exists work_alive on work (last_heartbeat)");

    private final HikariDataSource source;

    private Workbench(HikariDataSource source) {
        this.source = source;
    }

    /**
     * In a file. If it is damaged, it begins anew. Nobody else can be at work there, so whoever was has died: nobody waits until
     * that is noticed.
     */
    static Workbench in(Path file, Duration patience) {
        try {
            return made(SqlitePools.writer(file, patience), Dialect.SQLITE, "timestamp");
        } catch (RuntimeException e) {
            remove(file);
            return made(SqlitePools.writer(file, patience), Dialect.SQLITE, "timestamp");
        }
    }

    static Workbench on(RecordServer server, Duration patience) {
        return made(PostgresPools.workers(server, patience), Dialect.POSTGRESQL, "timestamp with time zone");
    }

    /** Connections to it, for the library that looks after the table. */
    public DataSource source() {
        return source;
    }

    @Override
    public void close() {
        source.close();
    }

    private static Workbench made(HikariDataSource source, Dialect dialect, String moment) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (dialect == Dialect.POSTGRESQL) {
                // Two nodes that start at the same moment would both find no table.
                statement.execute("select pg_advisory_xact_lock(hashtextextended('work', 0))");
            }
            for (String step : STATEMENTS) {
                statement.execute(step.replace("$bytes", dialect.placeholders().get("bytes"))
                        .replace("$moment", moment));
            }
            if (dialect == Dialect.SQLITE) {
                statement.execute("update work set picked = 0, picked_by = null, last_heartbeat = null where picked");
            }
            connection.commit();
            connection.setAutoCommit(true);
            return new Workbench(source);
        } catch (SQLException e) {
            source.close();
            throw new IllegalStateException("Cannot make the table of work", e);
        }
    }

    private static void remove(Path file) {
        try {
            for (String part : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot take away " + file, e);
        }
    }
}
