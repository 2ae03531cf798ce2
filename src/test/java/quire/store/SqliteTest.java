package quire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.core.Problem;

/** What is so only in a data folder. */
class SqliteTest {

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(folder);
        database.run(tx -> tx.sql("create table tally (name text primary key, amount integer not null)")
                .run());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aFullDiskChangesNothingAndIsToldAndGoesAway() {
        add("before", 1);
        long pages = pragma("page_count");
        pragma("max_page_count = " + pages);
        assertUnavailable(
                () -> database.run(tx -> {
                    add("first", 1);
                    addTooMuch(tx);
                }),
                "disk is full");
        assertThat(names()).containsExactly("before");
        pragma("max_page_count = " + (pages + 1000));
        add("after", 1);
        assertThat(names()).containsExactly("after", "before");
    }

    @Test
    void aFullDiskInsideInnerWorkUndoesTheOuterToo() {
        long pages = pragma("page_count");
        pragma("max_page_count = " + pages);
        assertUnavailable(
                () -> database.run(outer -> {
                    add("outer", 1);
                    assertThatThrownBy(() -> database.run(this::addTooMuch)).isInstanceOf(RuntimeException.class);
                }),
                "disk is full");
        assertThat(names()).isEmpty();
    }

    @Test
    void readsItsPromisesBackFromSqlite() {
        assertThat(text("journal_mode")).isEqualTo("wal");
        assertThat(pragma("synchronous")).isEqualTo(2);
        assertThat(pragma("foreign_keys")).isEqualTo(1);
        assertThat(pragma("busy_timeout")).isEqualTo(1000);
    }

    @Test
    void refusesToStartWhenSqliteDoesNotKeepAPromise() throws Exception {
        try (Connection plain = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = plain.createStatement()) {
            assertThatThrownBy(() -> SqlitePools.check(statement, Duration.ofSeconds(5)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("would not be safe");
        }
    }

    @Test
    void r05_aDatabaseThatWasTakenAwayIsNoticed() throws Exception {
        add("before", 1);
        Files.move(folder.resolve("quire.db"), folder.resolve("elsewhere.db"));
        assertUnavailable(() -> add("nowhere", 1), "cannot be read or written");
        Files.move(folder.resolve("elsewhere.db"), folder.resolve("quire.db"));
        add("after", 1);
        assertThat(names()).containsExactly("after", "before");
    }

    @Test
    void r07_whoeverIsBlockedByAnotherProgramIsToldToComeBack() throws Exception {
        database.close();
        database = Database.open(new RecordFolder(folder), Duration.ofMillis(1500), Schema.Target.NEWEST);
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("quire.db"));
                Statement statement = other.createStatement()) {
            statement.execute("begin immediate");
            ExecutorService people = Executors.newFixedThreadPool(4);
            List<Future<?>> blocked = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                int name = i;
                blocked.add(people.submit(() -> assertUnavailable(() -> add("blocked " + name, 1), "busy")));
            }
            for (Future<?> one : blocked) {
                one.get();
            }
            people.shutdown();
            assertThat(names()).isEmpty();
            statement.execute("rollback");
        }
        add("after", 1);
        assertThat(names()).containsExactly("after");
    }

    private void add(String name, long amount) {
        database.run(tx -> tx.sql("insert into tally values (:name, :amount)")
                .with("name", name)
                .with("amount", amount)
                .run());
    }

    private List<String> names() {
        return database.read(
                tx -> tx.sql("select name from tally order by name").list(row -> row.text("name")));
    }

    private void addTooMuch(Transaction tx) {
        tx.sql("insert into tally values (:name, 1)")
                .with("name", "x".repeat(1_000_000))
                .run();
    }

    private long pragma(String words) {
        return Long.parseLong(text(words));
    }

    private String text(String pragma) {
        String column = pragma.replaceAll(" .*", "").replace("busy_timeout", "timeout");
        return database.write(tx -> tx.sql("pragma " + pragma).get(row -> row.text(column)));
    }

    private static void assertUnavailable(org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String words) {
        Problem problem = catchThrowableOfType(Problem.class, work);
        assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
        assertThat(problem).hasMessageContaining(words).hasMessageContaining("nothing was changed");
    }
}
