package quire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.core.Problem;
import quire.testkit.Child;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

/** How the tables come about, and what is left when that goes wrong. */
@OnBothDatabases
class SchemaTest {

    @TempDir
    private Path later;

    private TestDatabase place;

    @BeforeEach
    void fill(TestDatabase place) {
        this.place = place;
        try (Database database = place.open()) {
            database.run(tx -> tx.sql("insert into form_version values ('a', 'f', 1, '{}', '')")
                    .run());
        }
    }

    @Test
    void knowsThatThereIsNothingToDoWithoutAskingFlyway() {
        try (Database database = place.open()) {
            SortedMap<Step, Integer> known = Steps.known(database.engine().dialect());
            assertThat(known).isNotEmpty();
            assertThat(done(database)).isEqualTo(known);
        }
    }

    @Test
    void bothDatabasesHaveTheSameTables() {
        try (Database database = place.open();
                TestDatabase other =
                        TestDatabase.of(place.isOnServer() ? TestDatabase.Kind.SQLITE : TestDatabase.Kind.POSTGRESQL);
                Database second = other.open()) {
            assertThat(tables(database)).isNotEmpty().isEqualTo(tables(second));
        }
    }

    @Test
    void bothDatabasesCountTheirStepsAlike() {
        assertThat(Steps.known(Dialect.SQLITE).keySet())
                .isEqualTo(Steps.known(Dialect.POSTGRESQL).keySet())
                .contains(Steps.newest());
    }

    @Test
    void everyColumnIsOfAKindThatBothDatabasesKeepAlike() {
        try (Database database = place.open()) {
            List<Table> tables = database.read(Table::all);
            assertThat(tables.stream().flatMap(table -> table.columns().stream()))
                    .extracting(Table.Column::type)
                    .isSubsetOf("text", "integer", "int4", "int8", "bigint", "blob", "bytea");
        }
    }

    @Test
    void r17_aStepThatFailsHalfWayChangesNothing() throws IOException {
        step(98, "create table first_half (x text);");
        step(99, "alter table form_version add column extra text; insert into form_version values ('b');");
        Problem problem = catchThrowableOfType(Problem.class, () -> openLater());
        assertThat(problem)
                .hasMessageContaining("could not be brought up to date for this version of Quire, and is as it was");
        assertAsItWas();
    }

    @Test
    void r17_aStepThatIsKilledHalfWayChangesNothing() throws IOException {
        step(98, "create table first_half (x text);");
        step(99, "alter table form_version add column extra text; create table second_half (x text);");
        Child.start(KilledStep.class, TestDatabase.told(place.place()), later).expectExit(137);
        assertAsItWas();
        try (Database database = openLater()) {
            assertThat(tables(database)).containsKeys("first_half", "second_half");
        }
    }

    /** Ends, as if killed, when both steps were done and nothing was committed. */
    static final class KilledStep {

        public static void main(String[] arguments) {
            Schema.Target target =
                    new Schema.Target(null, List.of("filesystem:" + arguments[1]), List.of(new HaltInTheMiddle()));
            Database.open(TestDatabase.place(arguments[0]), Database.PATIENCE, target);
        }
    }

    @Test
    void r17_keepsACopyOfADataFolderBeforeItsTablesChange() throws IOException {
        step(98, "delete from form_version;");
        openLater().close();
        if (place.isOnServer()) {
            return;
        }
        Path copy = place.folder().resolve("quire-before-step-98.db");
        assertThat(copy).exists();
        Path old = Files.createDirectory(later.resolve("old"));
        Files.copy(copy, old.resolve("quire.db"));
        try (Database database = Database.open(old)) {
            assertThat(forms(database)).isEqualTo(1);
        }
    }

    @Test
    void keepsNoCopyWhereThereWasNothing() throws IOException {
        RecordPlace empty = place.another();
        Database.open(empty).close();
        if (empty instanceof RecordFolder data) {
            try (Stream<Path> files = Files.list(data.path())) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrder("quire.db", "quire.lock", "files");
            }
        }
    }

    @Test
    void r17_anOlderProgramRefusesNewerTables() throws IOException {
        step(98, "create table later (x text);");
        openLater().close();
        assertThatThrownBy(() -> place.open())
                .isInstanceOf(Problem.class)
                .hasMessageContaining("was last used by a newer version of Quire (step 98)");
    }

    @Test
    void restoresABackupThatAnOlderProgramMade(@TempDir Path folder) {
        RecordPlace old = place.another(TestDatabase.Kind.SQLITE);
        Path file = folder.resolve("old.quire");
        try (Database database = Database.open(old, Database.PATIENCE, Schema.Target.to(Step.of("1")))) {
            Sample.document(database, "d", quire.core.Digest.of("none"));
            assertThat(database.engine().schema().step()).contains(Step.of("1"));
        }
        Backups.write(old, file, Instant.EPOCH, (rows, files) -> {});
        RecordPlace now = place.another();
        Backups.restore(file, now, (rows, files) -> {});
        try (Database database = Database.open(now)) {
            assertThat(forms(database)).isEqualTo(1);
            assertThat(done(database)).isEqualTo(Steps.known(database.engine().dialect()));
        }
    }

    /** As the trail has it: rows that come in order and stay, and one that stands there from the beginning. */
    @Test
    void restoresWhatTriggersWouldRefuse(@TempDir Path folder) throws IOException {
        step(
                98,
                "create table head (one integer primary key, n integer not null, parent integer references head (one));"
                        + " insert into head (one, n) values (1, 0);"
                        + " create trigger head_stays before update on head ${refuse} 'a head never changes' ${end};"
                        + " create trigger head_is_kept before delete on head ${refuse} 'a head is never deleted' ${end};"
                        + " create trigger head_is_there before insert on head ${refuse} 'a head is there already' ${end};");
        List<String> extra = List.of("filesystem:" + later);
        try (Database database = openLater()) {
            database.run(tx -> {
                database.engine().loosen(tx);
                tx.sql("update head set n = 7, parent = 2").run();
                tx.sql("insert into head values (2, 8, 1)").run();
                database.engine().tighten(tx);
            });
        }
        Path file = folder.resolve("head.quire");
        Backups.write(place.place(), file, Instant.EPOCH, (rows, files) -> {});
        RecordPlace now = place.another();
        Backups.restore(file, now, (rows, files) -> {}, extra);
        try (Database database = Database.open(now, Database.PATIENCE, new Schema.Target(null, extra, List.of()))) {
            assertThat(database.<List<Long>>read(
                            tx -> tx.sql("select n from head order by n").list(row -> row.number("n"))))
                    .containsExactly(7L, 8L);
            for (String refused :
                    List.of("update head set n = 9", "delete from head", "insert into head values (3, 3, null)")) {
                assertThatThrownBy(() -> database.run(tx -> tx.sql(refused).run()))
                        .rootCause()
                        .hasMessageContaining("a head");
            }
            assertThatThrownBy(() -> database.run(tx -> {
                        database.engine().loosen(tx);
                        tx.sql("insert into head values (4, 4, 5)").run();
                        database.engine().tighten(tx);
                    }))
                    .isInstanceOf(RuntimeException.class);
        }
    }

    private void step(int number, String sql) throws IOException {
        Files.writeString(later.resolve("V" + number + "__later.sql"), sql);
    }

    private Database openLater() {
        Schema.Target target = new Schema.Target(null, List.of("filesystem:" + later), List.of());
        return Database.open(place.place(), Database.PATIENCE, target);
    }

    private void assertAsItWas() {
        try (Database database = place.open()) {
            assertThat(forms(database)).isEqualTo(1);
            assertThat(tables(database)).doesNotContainKey("first_half");
            assertThat(tables(database).get("form_version")).doesNotContain("extra");
        }
    }

    private static long forms(Database database) {
        return database.read(
                tx -> tx.sql("select count(*) as n from form_version").get(row -> row.number("n")));
    }

    private static SortedMap<Step, Integer> done(Database database) {
        return database.read(tx -> {
            SortedMap<Step, Integer> done = new TreeMap<>();
            tx.sql("select version, checksum from schema_history")
                    .each(row -> done.put(Step.of(row.text("version")), row.count("checksum")));
            return done;
        });
    }

    private static SortedMap<String, List<String>> tables(Database database) {
        return database.read(tx -> {
            SortedMap<String, List<String>> tables = new TreeMap<>();
            Table.all(tx).forEach(table -> tables.put(table.name(), table.columnNames()));
            return tables;
        });
    }
}
