package quire.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;
import quire.core.Problem;

/**
 * Connections to PostgreSQL as Quire needs them: what is acknowledged is on the server's disk, nobody waits for ever for
 * a lock or for a server that has gone, and readers can only read.
 */
final class PostgresPools {

    private static final int WRITERS = 8;
    private static final int READERS = 8;
    private static final int WORKERS = 3;
    private static final int OLDEST = 14;

    /** Longer than any statement of a page takes; a server that is silent for so long is gone. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private PostgresPools() {}

    /** Each statement sees what others have committed before it; rows that a decision rests on are locked. */
    static HikariDataSource writers(RecordServer server, Duration patience) {
        HikariConfig pool = pool("writers", server, patience);
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        pool.setMaximumPoolSize(WRITERS);
        return new HikariDataSource(pool);
    }

    /** The whole transaction sees one moment. */
    static HikariDataSource readers(RecordServer server, Duration patience) {
        HikariConfig pool = pool("readers", server, patience);
        pool.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        pool.setReadOnly(true);
        pool.setMaximumPoolSize(READERS);
        return new HikariDataSource(pool);
    }

    /** For the table of work in hand; each statement is kept as it ends. */
    static HikariDataSource workers(RecordServer server, Duration patience) {
        HikariConfig pool = pool("workers", server, patience);
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        pool.setMaximumPoolSize(WORKERS);
        return new HikariDataSource(pool);
    }

    /** One reader that may take as long as it likes. */
    static HikariDataSource reader(RecordServer server) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("quire-reader");
        pool.setDataSource(patient(server));
        pool.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        pool.setReadOnly(true);
        pool.setMaximumPoolSize(1);
        return new HikariDataSource(pool);
    }

    /** Connections without limits of time, for what may take long: changing tables, reading everything. */
    static PGSimpleDataSource patient(RecordServer server) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.url());
        source.setUser(server.user());
        source.setPassword(server.password());
        source.setApplicationName("quire");
        source.setTcpKeepAlive(true);
        return source;
    }

    /**
     * Reads back what nothing saved is safe without.
     *
     * @throws Problem naming what the server, or the database, must be changed to
     */
    static void check(Connection connection, String name) throws SQLException {
        require(
                connection,
                name,
                "server_version_num >= " + OLDEST + "0000",
                "must be PostgreSQL " + OLDEST + " or later. Name a newer server");
        require(connection, name, "server_encoding = UTF8", "must be in the encoding UTF8. Make it with that encoding");
        require(connection, name, "transaction_read_only = off", "is a copy that can only be read. Name the original");
        for (String promise : new String[] {"fsync", "full_page_writes", "synchronous_commit"}) {
            require(
                    connection,
                    name,
                    promise + " <> off",
                    "has " + promise + " switched off, so what is saved would not be safe. Switch it on");
        }
    }

    private static HikariConfig pool(String name, RecordServer server, Duration patience) {
        PGSimpleDataSource source = patient(server);
        source.setConnectTimeout(seconds(patience));
        source.setSocketTimeout(seconds(SILENCE.plus(patience)));
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("quire-" + name);
        pool.setDataSource(source);
        pool.setMinimumIdle(1);
        // Half of the patience is for a connection, half for the locks; the pool insists on a quarter of a second.
        pool.setConnectionTimeout(Math.max(250, patience.toMillis() / 2));
        pool.setConnectionInitSql("set lock_timeout = " + Math.max(1, patience.toMillis() / 2)
                + "; set idle_in_transaction_session_timeout = " + SILENCE.toMillis());
        return pool;
    }

    private static void require(Connection connection, String name, String condition, String sentence)
            throws SQLException {
        String[] words = condition.split(" ", 3);
        String kept = setting(connection, words[0]);
        boolean holds =
                switch (words[1]) {
                    case "=" -> kept.equals(words[2]);
                    case "<>" -> !kept.equals(words[2]);
                    default -> Integer.parseInt(kept) >= Integer.parseInt(words[2]);
                };
        if (!holds) {
            throw Faults.refuse("data-unsafe", name, sentence);
        }
    }

    private static String setting(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("show " + setting)) {
            return result.next() ? result.getString(1) : "";
        }
    }

    private static int seconds(Duration duration) {
        return Math.toIntExact(Math.max(1, duration.toSeconds()));
    }
}
