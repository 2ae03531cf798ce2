package quire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.core.Digest;
import quire.core.Problem;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

/** What every room may rely on, on either database. */
@OnBothDatabases
class DatabaseTest {

    private TestDatabase place;
    private Database database;

    @BeforeEach
    void open(TestDatabase place) {
        this.place = place;
        // Longer than any machine is busy, so that only the test about waiting too long waits too long.
        database = open(Duration.ofMinutes(5));
        database.run(tx -> tx.sql("create table tally (name text primary key, amount integer not null)")
                .run());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void survivesARestart() {
        add("kept", 7);
        database.close();
        database = place.open();
        assertThat(amount("kept")).isEqualTo(7);
    }

    @Test
    void keepsEveryKindOfValue() {
        Instant moment = Instant.parse("2026-03-14T09:30:00.120Z");
        Digest digest = Digest.of("content");
        database.run(tx -> {
            tx.sql("create table everything (t text, n bigint, f integer, i text, d text, b "
                            + (place.isOnServer() ? "bytea" : "blob") + ", none text)")
                    .run();
            tx.sql("insert into everything values (:t, :n, :f, :i, :d, :b, :none)")
                    .with("t", "Siân Wójcik; drop table tally")
                    .with("n", Long.MAX_VALUE)
                    .with("f", true)
                    .with("i", moment)
                    .with("d", digest)
                    .with("b", new byte[] {1, 2, 3})
                    .with("none", (String) null)
                    .run();
        });
        database.read(tx -> tx.sql("select * from everything").get(row -> {
            assertThat(row.text("t")).isEqualTo("Siân Wójcik; drop table tally");
            assertThat(row.number("n")).isEqualTo(Long.MAX_VALUE);
            assertThat(row.flag("f")).isTrue();
            assertThat(row.instant("i")).isEqualTo(moment);
            assertThat(row.digest("d")).isEqualTo(digest);
            assertThat(row.bytes("b")).containsExactly(1, 2, 3);
            assertThat(row.findText("none")).isEmpty();
            assertThat(row.findNumber("none")).isEmpty();
            return true;
        }));
    }

    @Test
    void showsLongTablesRowByRow() {
        add("a", 1);
        add("b", 2);
        List<String> seen = new ArrayList<>();
        database.read(tx -> {
            tx.sql("select name from tally order by name").each(row -> seen.add(row.text("name")));
            return seen;
        });
        assertThat(seen).containsExactly("a", "b");
    }

    @Test
    void undoesEverythingWhenTheWorkThrows() {
        assertThatThrownBy(() -> database.run(tx -> {
                    add("lost", 1);
                    throw new IllegalArgumentException("stop");
                }))
                .hasMessage("stop");
        assertThat(names()).isEmpty();
    }

    @Test
    void innerWorkJoinsTheOuterAndIsUndoneWithIt() {
        assertThatThrownBy(() -> database.run(outer -> {
                    add("outer", 1);
                    database.run(inner -> add("inner", 2));
                    assertThat(names()).containsExactly("inner", "outer");
                    throw new IllegalArgumentException("stop");
                }))
                .hasMessage("stop");
        assertThat(names()).isEmpty();
    }

    @Test
    void failedInnerWorkIsUndoneAloneWhenTheOuterGoesOn() {
        database.run(outer -> {
            add("before", 1);
            assertThatThrownBy(() -> database.run(inner -> {
                        add("inner", 2);
                        throw new IllegalArgumentException("stop");
                    }))
                    .hasMessage("stop");
            add("after", 3);
        });
        assertThat(names()).containsExactly("after", "before");
    }

    @Test
    void readingSeesWhatTheSameThreadHasNotYetCommitted() {
        database.run(tx -> {
            add("mine", 5);
            assertThat(amount("mine")).isEqualTo(5);
        });
    }

    @Test
    void readingRefusesToWrite() {
        assertThatThrownBy(() -> database.read(
                        tx -> tx.sql("insert into tally values ('x', 1)").run()))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> database.read(tx -> {
                    add("x", 1);
                    return 0;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("only reads");
        assertThat(names()).isEmpty();
    }

    @Test
    void aReaderSeesOneMomentWhileAWriterGoesOn() {
        add("n", 1);
        database.read(tx -> {
            assertThat(onlyAmount(tx)).isEqualTo(1);
            elsewhere(() -> database.run(
                    other -> other.sql("update tally set amount = 2").run()));
            assertThat(onlyAmount(tx)).isEqualTo(1);
            return true;
        });
        assertThat(amount("n")).isEqualTo(2);
    }

    @Test
    void eightWritersThatReadFirstLoseNothing() throws Exception {
        add("n", 0);
        ExecutorService writers = Executors.newFixedThreadPool(8);
        List<Future<?>> done = new ArrayList<>();
        for (int writer = 0; writer < 8; writer++) {
            done.add(writers.submit(() -> {
                for (int i = 0; i < 100; i++) {
                    database.run(tx -> {
                        long now =
                                tx.sql("select amount from tally").forUpdate().get(row -> row.number("amount"));
                        tx.sql("update tally set amount = :next")
                                .with("next", now + 1)
                                .run();
                    });
                }
            }));
        }
        for (Future<?> one : done) {
            one.get();
        }
        writers.shutdown();
        assertThat(amount("n")).isEqualTo(800);
    }

    @Test
    void tellsAWriterToComeBackWhenItsTurnDoesNotCome() throws Exception {
        database.close();
        database = open(Duration.ofMillis(1200));
        CountDownLatch holding = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        Thread slow = new Thread(() -> database.run(tx -> {
            add("early", 1);
            add("late", 1);
            holding.countDown();
            await(finish);
        }));
        slow.start();
        await(holding);
        assertUnavailable(() -> add("late", 1), "busy");
        finish.countDown();
        slow.join();
        add("later", 1);
        assertThat(names()).containsExactly("early", "late", "later");
    }

    @Test
    void runsNothingMoreOnceAStatementHasFailed() {
        add("taken", 1);
        assertThatThrownBy(() -> database.run(tx -> {
                    assertThatThrownBy(() -> tx.sql("insert into tally values ('taken', 2)")
                                    .run())
                            .isInstanceOf(RuntimeException.class);
                    tx.sql("insert into tally values ('after', 3)").run();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(names()).containsExactly("taken");
    }

    @Test
    void goesOnWhenTheStatementThatFailedWasInnerWork() {
        add("taken", 1);
        database.run(tx -> {
            assertThatThrownBy(() -> add("taken", 2)).isInstanceOf(RuntimeException.class);
            add("after", 3);
        });
        assertThat(names()).containsExactly("after", "taken");
    }

    @Test
    void refusesARowThatPointsNowhere() {
        assertThatThrownBy(() -> database.run(
                        tx -> tx.sql("insert into revision (document, number, base, changes, answers_digest, saved_at)"
                                        + " values ('none', 1, 0, '{}', 'x', '2026-01-01T00:00:00.000Z')")
                                .run()))
                .rootCause()
                .message()
                .containsIgnoringCase("foreign key");
    }

    @Test
    void refusesTextThatWouldNotComeBackAsItWas() {
        for (String text : List.of("nul\0", "half \uD83D a pair", "\uDE00")) {
            assertThatThrownBy(() -> add(text, 1)).isInstanceOf(Problem.class).hasMessageContaining("cannot be kept");
        }
        add("whole \uD83D\uDE00 pair", 1);
        assertThat(names()).containsExactly("whole \uD83D\uDE00 pair");
    }

    @Test
    void holdsNoRowsForWorkThatOnlyReads() {
        assertThatThrownBy(() -> database.read(
                        tx -> tx.sql("select amount from tally").forUpdate().list(row -> row.number("amount"))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void readsATableThatIsLongerThanOnePortion() {
        database.run(tx -> {
            for (int i = 0; i < 1200; i++) {
                add("n" + i, i);
            }
        });
        long[] sum = new long[1];
        database.run(tx -> tx.sql("select amount from tally").each(row -> {
            sum[0] += row.number("amount");
            tx.sql("update tally set amount = amount where amount = :n")
                    .with("n", row.number("amount"))
                    .run();
        }));
        assertThat(sum[0]).isEqualTo(1200 * 1199 / 2);
    }

    private Database open(Duration patience) {
        return Database.open(place.place(), patience, Schema.Target.NEWEST);
    }

    private void add(String name, long amount) {
        database.run(tx -> tx.sql("insert into tally values (:name, :amount)")
                .with("name", name)
                .with("amount", amount)
                .run());
    }

    private long amount(String name) {
        return database.read(tx -> tx.sql("select amount from tally where name = :name")
                .with("name", name)
                .get(row -> row.number("amount")));
    }

    private static long onlyAmount(Transaction tx) {
        return tx.sql("select amount from tally").get(row -> row.number("amount"));
    }

    private List<String> names() {
        return database.read(
                tx -> tx.sql("select name from tally order by name").list(row -> row.text("name")));
    }

    private static void assertUnavailable(org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String words) {
        Problem problem = catchThrowableOfType(Problem.class, work);
        assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
        assertThat(problem).hasMessageContaining(words).hasMessageContaining("nothing was changed");
    }

    private static void elsewhere(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
