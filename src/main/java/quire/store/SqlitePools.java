package quire.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * SQLite as Quire needs it: nothing acknowledged is lost when the power goes, references hold, one writer and a few
 * readers that do not wait for each other.
 *
 * <p>The settings travel as properties of the data source, because a pool's opening statement runs only the first of
 * several; and they are read back, because SQLite answers a setting that it cannot keep with silence.
 */
final class SqlitePools {

    private static final int READERS = 4;
    private static final Map<String, String> PROMISED =
            Map.of("journal_mode", "wal", "synchronous", "2", "foreign_keys", "1");

    private SqlitePools() {}

    static HikariDataSource writer(Path database, Duration patience) {
        SQLiteConfig settings = settings(patience);
        settings.setJournalMode(SQLiteConfig.JournalMode.WAL);
        settings.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        HikariConfig pool = pool("writer", database, settings, patience);
        pool.setMaximumPoolSize(1);
        return opened(pool, patience);
    }

    static HikariDataSource readers(Path database, Duration patience) {
        SQLiteConfig settings = settings(patience);
        settings.setReadOnly(true);
        HikariConfig pool = pool("readers", database, settings, patience);
        // Must agree with the connections, or the pool tries to turn them round.
        pool.setReadOnly(true);
        pool.setMaximumPoolSize(READERS);
        return opened(pool, patience);
    }

    /** Connections that have read nothing yet, and so see what is on the disk. */
    static SQLiteDataSource afresh(Path database) {
        SQLiteConfig settings = new SQLiteConfig();
        settings.setReadOnly(true);
        return source(database, settings);
    }

    private static SQLiteConfig settings(Duration patience) {
        SQLiteConfig settings = new SQLiteConfig();
        settings.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        settings.enforceForeignKeys(true);
        // Nobody asks for them, and each costs a statement after every change.
        settings.setGetGeneratedKeys(false);
        settings.setBusyTimeout(Math.toIntExact(patience.toMillis()));
        return settings;
    }

    private static HikariConfig pool(String name, Path database, SQLiteConfig settings, Duration patience) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("quire-" + name);
        pool.setDataSource(source(database, settings));
        pool.setMinimumIdle(1);
        // The pool insists on waiting at least a quarter of a second.
        pool.setConnectionTimeout(Math.max(250, patience.toMillis()));
        return pool;
    }

    private static SQLiteDataSource source(Path database, SQLiteConfig settings) {
        SQLiteDataSource source = new SQLiteDataSource(settings);
        source.setUrl("jdbc:sqlite:" + database);
        return source;
    }

    private static HikariDataSource opened(HikariConfig settings, Duration patience) {
        HikariDataSource pool = new HikariDataSource(settings);
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            check(statement, patience);
            return pool;
        } catch (SQLException e) {
            pool.close();
            throw new IllegalStateException("Cannot read the settings of the database back", e);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    static void check(Statement statement, Duration patience) throws SQLException {
        Map<String, String> promised = new LinkedHashMap<>(PROMISED);
        promised.put("busy_timeout", String.valueOf(patience.toMillis()));
        for (Map.Entry<String, String> setting : promised.entrySet()) {
            String kept = readBack(statement, setting.getKey());
            if (!kept.equalsIgnoreCase(setting.getValue())) {
                throw new IllegalStateException("The database keeps " + setting.getKey() + " at " + kept
                        + " and not at " + setting.getValue() + ", so what is saved would not be safe");
            }
        }
    }

    private static String readBack(Statement statement, String setting) throws SQLException {
        try (ResultSet result = statement.executeQuery("pragma " + setting)) {
            return result.next() ? result.getString(1) : "";
        }
    }
}
