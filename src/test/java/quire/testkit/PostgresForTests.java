package quire.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import quire.store.Database;
import quire.store.RecordServer;

/**
 * A real PostgreSQL, started once for all tests of this run, that listens on this machine alone. Its programs come with
 * Maven. Every test gets a database of its own, copied from one whose tables are made once.
 *
 * <p>It keeps all its promises, as the program demands at every start; so that this costs nothing it keeps its files in
 * memory, where there is room for them.
 */
public final class PostgresForTests {

    private static final String USER = "postgres";
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ENOUGH = 1L << 30;
    private static final AtomicInteger COUNT = new AtomicInteger();

    private PostgresForTests() {}

    /** Started when it is first asked for. */
    private static final class Running {
        private static final EmbeddedPostgres SERVER = start();
        private static final String TEMPLATE = template();

        private static String template() {
            RecordServer template = PostgresForTests.make("template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'");
            Database.open(template).close();
            awaitNobody(name(template));
            return name(template);
        }
    }

    /** A database with the tables of this version and without rows. */
    public static RecordServer withTables() {
        return make(Running.TEMPLATE + " strategy file_copy");
    }

    /** A database without tables. */
    public static RecordServer empty() {
        return make("template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'");
    }

    /** Runs statements as the server's own administrator. */
    public static void administer(RecordServer database, String... statements) {
        try (Connection connection = DriverManager.getConnection(database.url(), USER, "");
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        } catch (SQLException e) {
            throw new AssertionError("PostgreSQL refused: " + List.of(statements), e);
        }
    }

    static RecordServer known(String url) {
        return new RecordServer(url, USER, "");
    }

    static void drop(RecordServer database) {
        administer(server("postgres"), "drop database " + name(database) + " with (force)");
    }

    private static RecordServer make(String template) {
        String name = "quire" + COUNT.incrementAndGet();
        administer(server("postgres"), "create database " + name + " template " + template);
        return server(name);
    }

    private static RecordServer server(String name) {
        return known("jdbc:postgresql://localhost:" + Running.SERVER.getPort() + "/" + name);
    }

    private static String name(RecordServer database) {
        return database.url().replaceFirst(".*/", "");
    }

    /** A server ends a connection a moment after it was closed, and copies no database that somebody uses. */
    private static void awaitNobody(String name) {
        administer(
                server("postgres"),
                "do $$ begin while exists (select from pg_stat_activity where datname = '" + name
                        + "') loop perform pg_sleep(0.01); perform pg_stat_clear_snapshot(); end loop; end $$");
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("listen_addresses", "localhost")
                    .setPGStartupWait(Duration.ofMinutes(2));
            if (Files.isWritable(MEMORY) && MEMORY.toFile().getUsableSpace() > ENOUGH) {
                builder.setDataDirectory(inMemory());
            }
            return builder.start();
        } catch (IOException | RuntimeException e) {
            throw new AssertionError(
                    "These tests need PostgreSQL, whose programs come with Maven for Linux, macOS and Windows."
                            + " It could not be started. As root it needs the program “unshare” (on Debian: the"
                            + " package util-linux) and the right to make user namespaces; any other account will do.",
                    e);
        }
    }

    private static Path inMemory() throws IOException {
        String prefix = "quire-postgres-";
        try (Stream<Path> left = Files.list(MEMORY)) {
            for (Path folder : left.filter(path -> path.getFileName().toString().startsWith(prefix))
                    .toList()) {
                long process = Long.parseLong(folder.getFileName().toString().substring(prefix.length()));
                if (ProcessHandle.of(process).isEmpty()) {
                    delete(folder);
                }
            }
        }
        return MEMORY.resolve(prefix + ProcessHandle.current().pid());
    }

    /** What a run left that was killed. A server that still runs there ends by itself once its files are gone. */
    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
