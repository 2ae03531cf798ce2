package quire.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.sql.DataSource;

/**
 * The numbered steps of the schema, those that this program brings and those that a database has behind it, each with the
 * sum by which Flyway knows it again. Flyway does the steps; but to find that there is nothing to do it takes longer than
 * all else at a start, so that is found out here.
 */
final class Steps {

    private static final Pattern FILE = Pattern.compile("V([0-9_]*[0-9])__.*\\.sql");

    private Steps() {}

    /** Those that this program brings. */
    static SortedMap<Step, Integer> known(Dialect dialect) {
        Path program = program();
        try {
            if (Files.isDirectory(program)) {
                return known(dialect, program);
            }
            try (FileSystem jar = FileSystems.newFileSystem(program)) {
                return known(dialect, jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the steps of the schema", e);
        }
    }

    /** The last that this program brings; both databases count alike. */
    static Step newest() {
        return known(Dialect.SQLITE).lastKey();
    }

    /** Those that a database has behind it; empty where it has none, or is none of ours. */
    static SortedMap<Step, Integer> done(DataSource source) {
        SortedMap<Step, Integer> done = new TreeMap<>();
        try (Connection connection = source.getConnection()) {
            if (Table.names(connection).contains(Schema.HISTORY)) {
                read(connection, done);
            }
            return done;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read how the tables came about", e);
        }
    }

    private static void read(Connection connection, SortedMap<Step, Integer> done) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select version, checksum from " + Schema.HISTORY + " where success and version is not null")) {
            while (rows.next()) {
                done.put(Step.of(rows.getString("version")), rows.getInt("checksum"));
            }
        }
    }

    private static SortedMap<Step, Integer> known(Dialect dialect, Path root) throws IOException {
        SortedMap<Step, Integer> known = new TreeMap<>();
        for (String name : dialect.folders()) {
            Path folder = root.resolve(name);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        add(file, known);
                    }
                }
            }
        }
        return known;
    }

    private static void add(Path file, SortedMap<Step, Integer> known) throws IOException {
        Matcher name = FILE.matcher(file.getFileName().toString());
        if (name.matches()) {
            known.put(Step.of(name.group(1)), sum(file));
        }
    }

    /** Flyway's own way to sum up: the lines, whatever they end with. */
    private static int sum(Path file) throws IOException {
        CRC32 sum = new CRC32();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                sum.update(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        return (int) sum.getValue();
    }

    /** The jar or the folder that this program was started from. */
    private static Path program() {
        try {
            return Path.of(Steps.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Cannot find this program's own place", e);
        }
    }
}
