package quire.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quire.core.Digest;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;
import quire.trail.Entry;
import quire.trail.Head;
import quire.trail.Trail;

/** Whatever table a step makes, also one that nobody has thought of yet, a backup carries it to either database. */
@OnBothDatabases
class EveryTableTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Backups.Watcher NOBODY = (rows, files) -> {};
    private static final String WORDS = "Siân O’Neill 🙂 'said' \"no\"\n\t\\ null ; -- ";

    @TempDir
    private Path folder;

    private TestDatabase place;
    private Database database;
    private int count;

    @BeforeEach
    void fill(TestDatabase place) {
        this.place = place;
        database = place.open();
        for (int i = 0; i < 5; i++) {
            String subject = "thing " + i + " " + WORDS;
            database.run(tx -> new Trail(database).add(tx, Entry.of("somebody", "thing.done", "thing", subject), NOW));
        }
        database.run(tx -> {
            List<Table> empty = new ArrayList<>(Table.all(tx));
            empty.removeIf(table -> rows(tx, table) > 0);
            while (!empty.isEmpty()) {
                Table next = empty.stream()
                        .filter(table -> parents(tx, table).values().stream()
                                .noneMatch(parent -> empty.stream().anyMatch(other -> isNamed(other, parent, table))))
                        .findFirst()
                        .orElseThrow();
                put(tx, next);
                put(tx, next);
                empty.remove(next);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void r22_isCarriedToEitherDatabaseRowByRow(TestDatabase.Kind other) {
        Head head = new Trail(database).head();
        Path file = folder.resolve("all.quire");
        Backup made = Backups.write(place.place(), file, NOW, NOBODY);
        RecordPlace moved = place.another(other);
        assertThat(Backups.restore(file, moved, NOBODY)).isEqualTo(made);
        Path again = folder.resolve("again.quire");
        Backups.write(moved, again, NOW, NOBODY);
        assertThat(again).hasSameBinaryContentAs(file);
        try (Database restored = Database.open(moved)) {
            assertThat(counts(restored)).isEqualTo(counts(database)).doesNotContainValue(0L);
            Trail trail = new Trail(restored);
            assertThat(trail.verify(List.of(head)).isWhole()).isTrue();
            assertThat(trail.head()).isEqualTo(head);
            restored.run(tx -> trail.add(tx, Entry.of("somebody", "thing.done", "thing", "next"), NOW));
            assertThat(trail.verify(List.of(head)).isWhole()).isTrue();
        }
    }

    /** R-17, as far as it goes today: what the first release made is brought up to date with all that is in it. */
    @Test
    void r17_aBackupOfAnEarlierStepIsRestoredAndBroughtUpToDate() {
        // A server was never used before files had tables there.
        Step first = Step.of(place.isOnServer() ? "5" : "1");
        for (Step step : everyThird(
                List.copyOf(Steps.known(Dialect.SQLITE).tailMap(first).keySet()))) {
            RecordPlace old = place.another();
            Schema.Target target = Schema.Target.to(step);
            try (Database then = Database.open(old, Database.PATIENCE, target)) {
                assertThat(then.engine().schema().step()).contains(step);
            }
            Path file = folder.resolve("step-" + step + ".quire");
            Backups.write(old, file, NOW, NOBODY);
            RecordPlace now = place.another();
            Backups.restore(file, now, NOBODY);
            try (Database restored = Database.open(now)) {
                assertThat(restored.engine().schema().step()).contains(Steps.newest());
                assertThat(new Trail(restored).verify().isWhole()).isTrue();
            }
        }
    }

    /** The first, the last, and every third between them: each takes two whole databases. */
    private static List<Step> everyThird(List<Step> steps) {
        return IntStream.range(0, steps.size())
                .filter(i -> i % 3 == 0 || i == steps.size() - 1)
                .mapToObj(steps::get)
                .toList();
    }

    private static Map<String, Long> counts(Database database) {
        return database.read(tx -> {
            Map<String, Long> counts = new HashMap<>();
            Table.all(tx).forEach(table -> counts.put(table.name(), rows(tx, table)));
            return counts;
        });
    }

    private static long rows(Transaction tx, Table table) {
        return tx.sql("select count(*) as n from " + Table.quoted(table.name())).get(row -> row.number("n"));
    }

    /** A table that names itself, as organisations do, need not wait for itself. */
    private static boolean isNamed(Table other, String parent, Table table) {
        return other.name().equals(parent) && !other.name().equals(table.name());
    }

    private void put(Transaction tx, Table table) {
        Map<String, String> parents = parents(tx, table);
        List<String> values = new ArrayList<>();
        table.columns().forEach(column -> values.add(":" + column.name()));
        Sql insert = tx.sql("insert into " + Table.quoted(table.name()) + " (" + String.join(", ", table.columnNames())
                + ") values (" + String.join(", ", values) + ")");
        for (Table.Column column : table.columns()) {
            String parent = parents.get(column.name());
            if (table.name().equals(parent)) {
                insert.with(column.name(), (String) null);
            } else if (parent != null) {
                insert.with(column.name(), key(tx, parent, rows(tx, table)));
            } else if (column.isText()) {
                insert.with(column.name(), ++count + WORDS + Digest.of("text " + count));
            } else {
                insert.with(column.name(), (long) ++count);
            }
        }
        insert.run();
    }

    private static String key(Transaction tx, String parent, long number) {
        Table table = Table.all(tx).stream()
                .filter(other -> other.name().equals(parent))
                .findFirst()
                .orElseThrow();
        String key = table.key().get(0).name();
        // Another one the second time, for a table whose key is its parent's.
        List<String> keys = tx.sql("select " + key + " from " + Table.quoted(parent) + " order by " + key)
                .list(row -> row.text(key));
        return keys.get((int) (number % keys.size()));
    }

    /** The tables that columns of this one point to, by column. */
    private static Map<String, String> parents(Transaction tx, Table table) {
        Connection connection = tx.handle().getConnection();
        Map<String, String> parents = new HashMap<>();
        try (ResultSet keys = connection.getMetaData().getImportedKeys(null, connection.getSchema(), table.name())) {
            while (keys.next()) {
                parents.put(keys.getString("FKCOLUMN_NAME"), keys.getString("PKTABLE_NAME"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return parents;
    }
}
