package quire.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import quire.store.Database;
import quire.store.RecordFolder;
import quire.store.RecordPlace;
import quire.store.RecordServer;

/** An empty place for a record, for one test. */
public final class TestDatabase implements AutoCloseable {

    /** The databases that Quire runs on. */
    public enum Kind {
        SQLITE("SQLite"),
        POSTGRESQL("PostgreSQL");

        private final String name;

        Kind(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A data folder whose tables are made once. */
    private static final class Template {

        private static final Path DATABASE = database();

        private static RecordFolder copy() {
            RecordFolder place = newFolder();
            try {
                Files.copy(DATABASE, Files.createDirectory(place.path()).resolve(DATABASE.getFileName()));
                return place;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Path database() {
            Path folder = newFolder().path();
            Database.open(folder).close();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(above(folder))));
            return folder.resolve("quire.db");
        }
    }

    private final Kind kind;
    private final List<Database> opened = new ArrayList<>();
    private final List<RecordPlace> places = new ArrayList<>();

    private TestDatabase(Kind kind) {
        this.kind = kind;
    }

    /** A place of one kind, for a test that is not run on both. Close it. */
    public static TestDatabase of(Kind kind) {
        TestDatabase database = new TestDatabase(kind);
        database.places.add(kind == Kind.SQLITE ? Template.copy() : PostgresForTests.withTables());
        return database;
    }

    /** The place as a child process is told of it. */
    public static String told(RecordPlace place) {
        return place instanceof RecordServer server ? server.url() : place.name();
    }

    /** What a child process makes of it. */
    public static RecordPlace place(String told) {
        return told.startsWith("jdbc:") ? PostgresForTests.known(told) : new RecordFolder(Path.of(told));
    }

    public Kind kind() {
        return kind;
    }

    public boolean isOnServer() {
        return kind == Kind.POSTGRESQL;
    }

    public RecordPlace place() {
        return places.get(0);
    }

    /** The data folder; only where there is one. */
    public Path folder() {
        return ((RecordFolder) place()).path();
    }

    /** Opens it; a second time, once the first is closed, as after a restart. */
    public Database open() {
        Database database = Database.open(place());
        opened.add(database);
        return database;
    }

    /** One more place of this kind, in which there is nothing at all. */
    public RecordPlace another() {
        return another(kind);
    }

    /** One more place, in which there is nothing at all. */
    public RecordPlace another(Kind other) {
        RecordPlace place = other == Kind.SQLITE ? newFolder() : PostgresForTests.empty();
        places.add(place);
        return place;
    }

    /** Runs a statement past the program, as somebody with the file or with the server's password would. */
    public void tamper(String statement) throws SQLException {
        try (Connection connection = connect();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    /** Everything in a table, a row a line, sorted: as whoever has a copy of the database sees it. */
    public String dump(String table) {
        List<String> lines = new ArrayList<>();
        try (Connection connection = connect();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("select * from " + table)) {
            while (rows.next()) {
                StringBuilder line = new StringBuilder();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    line.append(rows.getString(i)).append('|');
                }
                lines.add(line.append('\n').toString());
            }
        } catch (SQLException e) {
            throw new AssertionError("Cannot read " + table, e);
        }
        lines.sort(null);
        return String.join("", lines);
    }

    @Override
    public void close() {
        opened.forEach(Database::close);
        for (RecordPlace place : places) {
            if (place instanceof RecordServer server) {
                PostgresForTests.drop(server);
            } else {
                delete(above(((RecordFolder) place).path()));
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                place() instanceof RecordServer server
                        ? server.url() + "?user=postgres"
                        : "jdbc:sqlite:" + folder().resolve("quire.db") + "?busy_timeout=2000");
    }

    private static RecordFolder newFolder() {
        try {
            return new RecordFolder(Files.createTempDirectory("quire-test-").resolve("data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path above(Path folder) {
        return Objects.requireNonNull(folder.getParent());
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
