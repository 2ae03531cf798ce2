package quire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.core.Problem;
import quire.testkit.AtOnce;
import quire.testkit.PostgresForTests;
import quire.testkit.Relay;
import quire.testkit.TestDatabase;

/** What is so only on a server: many writers, and a connection that can break. */
class PostgresTest {

    private TestDatabase place;
    private RecordServer server;
    private Database database;

    @BeforeEach
    void open() {
        place = TestDatabase.of(TestDatabase.Kind.POSTGRESQL);
        server = (RecordServer) place.place();
        database = place.open();
        database.run(tx -> {
            tx.sql("create table tally (name text primary key, amount integer not null)")
                    .run();
            tx.sql("insert into tally values ('a', 0), ('b', 0)").run();
        });
    }

    @AfterEach
    void close() {
        place.close();
    }

    @Test
    void r18_deadlocksAreResolvedByBeginningAgain() throws Exception {
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        AtomicInteger begun = new AtomicInteger();
        ExecutorService people = Executors.newFixedThreadPool(2);
        List<Future<?>> both = List.of(
                people.submit(() -> inOrder("a", "b", bothHoldOne, begun)),
                people.submit(() -> inOrder("b", "a", bothHoldOne, begun)));
        for (Future<?> one : both) {
            one.get();
        }
        people.shutdown();
        // one of them at least was given up and came again; a busy server may give up more
        assertThat(begun).hasValueGreaterThanOrEqualTo(3);
        assertThat(amount("a")).isEqualTo(2);
        assertThat(amount("b")).isEqualTo(2);
    }

    private void inOrder(String first, String second, CyclicBarrier bothHoldOne, AtomicInteger begun) {
        database.run(tx -> {
            int attempt = begun.incrementAndGet();
            add(tx, first);
            if (attempt <= 2) {
                await(bothHoldOne);
            }
            add(tx, second);
        });
    }

    @Test
    void r18_workThatIsAlwaysGivenUpIsToldToComeBackAfterThreeMoreTries() {
        AtomicInteger begun = new AtomicInteger();
        assertUnavailable(
                "The record is busy and nothing was changed",
                () -> database.run(tx -> {
                    begun.incrementAndGet();
                    add(tx, "a");
                    giveUp(tx);
                }));
        assertThat(begun).hasValue(4);
        assertThat(amount("a")).isZero();
    }

    @Test
    void r18_innerWorkIsBegunAgainOnlyWithTheWhole() {
        AtomicInteger begun = new AtomicInteger();
        database.run(tx -> {
            add(tx, "a");
            database.run(inner -> {
                if (begun.incrementAndGet() < 3) {
                    giveUp(inner);
                }
                add(inner, "b");
            });
        });
        // one of them at least was given up and came again; a busy server may give up more
        assertThat(begun).hasValueGreaterThanOrEqualTo(3);
        assertThat(amount("a")).isEqualTo(1);
        assertThat(amount("b")).isEqualTo(1);
    }

    @Test
    void otherFaultsAreNotTriedAgain() {
        AtomicInteger begun = new AtomicInteger();
        assertThatThrownBy(() -> database.run(tx -> {
                    begun.incrementAndGet();
                    tx.sql("insert into tally values ('c', null)").run();
                }))
                .isNotInstanceOf(Problem.class);
        assertThat(begun).hasValue(1);
    }

    /** Both look before either has written; whoever comes second looks again, and can say in words what it finds. */
    @Test
    void aKeyThatWasTakenMeanwhileIsLookedAtAgain() throws Exception {
        CyclicBarrier bothHaveLooked = new CyclicBarrier(2);
        AtomicInteger begun = new AtomicInteger();
        Callable<Boolean> work = () -> database.write(tx -> {
            boolean isTaken = tx.sql("select name from tally where name = 'c'")
                    .find(row -> row.text("name"))
                    .isPresent();
            if (begun.incrementAndGet() <= 2) {
                await(bothHaveLooked);
            }
            if (isTaken) {
                throw Problem.notFound("There is one of that name already.");
            }
            tx.sql("insert into tally values ('c', 0)").run();
            return true;
        });
        AtOnce.Ended<Boolean> ended = AtOnce.run(List.of(work, work));
        assertThat(ended.results()).containsExactly(true);
        assertThat(ended.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem).hasMessage("There is one of that name already."));
        // one of them at least was given up and came again; a busy server may give up more
        assertThat(begun).hasValueGreaterThanOrEqualTo(3);
    }

    @Test
    void aKeyThatIsAlwaysTakenIsAFaultOfOurs() {
        AtomicInteger begun = new AtomicInteger();
        assertThatThrownBy(() -> database.run(tx -> {
                    begun.incrementAndGet();
                    tx.sql("insert into tally values ('a', 1)").run();
                }))
                .isNotInstanceOf(Problem.class);
        assertThat(begun).hasValue(4);
    }

    /** The server's own words for it; a disk of its own that is full would take down the server of all tests. */
    @Test
    void r04_aFullDiskOfTheServerIsToldAndNothingIsChanged() {
        assertUnavailable(
                "The disk is full and nothing was changed. Make room on the disk, then try again.",
                () -> database.run(tx -> {
                    add(tx, "a");
                    tx.sql("do $$ begin raise exception 'no space' using errcode = '53100'; end $$")
                            .run();
                }));
        assertThat(amount("a")).isZero();
        database.run(tx -> add(tx, "a"));
        assertThat(amount("a")).isEqualTo(1);
    }

    @Test
    void r18_aConnectionThatBreaksBeforeTheCommitHasChangedNothing() {
        assertUnavailable(
                "The database does not answer and nothing was changed",
                () -> database.run(tx -> {
                    add(tx, "a");
                    tx.sql("select pg_terminate_backend(pg_backend_pid()) as gone")
                            .get(row -> row.text("gone"));
                }));
        assertThat(amount("a")).isZero();
        database.run(tx -> add(tx, "a"));
        assertThat(amount("a")).isEqualTo(1);
    }

    @Test
    void r18_aCommitWhoseAnswerNeverCameIsCalledUncertain() throws Exception {
        try (Relay relay = Relay.to(server);
                Database behind = Database.open(relay.server())) {
            relay.cutAfter("COMMIT");
            Problem problem = catchThrowableOfType(Problem.class, () -> behind.run(tx -> add(tx, "a")));
            assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
            assertThat(problem).hasMessageContaining("so it may be saved or not");
            assertThat(amount("a")).isEqualTo(1);
        }
    }

    @Test
    void r18_aServerThatGoesAndComesBackNeedsNoRestart() throws Exception {
        try (Relay relay = Relay.to(server);
                Database behind = Database.open(relay.server(), Duration.ofMillis(1500), Schema.Target.NEWEST)) {
            behind.run(tx -> add(tx, "a"));
            relay.refuse();
            assertUnavailable("The database does not answer", () -> behind.run(tx -> add(tx, "a")));
            assertUnavailable("The database does not answer", () -> behind.read(tx -> amount(tx, "a")));
            relay.accept();
            behind.run(tx -> add(tx, "a"));
            assertThat(amount("a")).isEqualTo(2);
        }
    }

    @Test
    void r07_whoeverIsBlockedByAnotherIsToldToComeBack() {
        try (Database impatient = Database.open(server, Duration.ofMillis(600), Schema.Target.NEWEST)) {
            database.run(tx -> {
                add(tx, "a");
                assertUnavailable("busy", () -> onAnotherThread(() -> impatient.run(other -> add(other, "a"))));
            });
        }
        assertThat(amount("a")).isEqualTo(1);
    }

    @Test
    void readersAndWritersAreWhatTheyShouldBe() {
        assertThat(database.<String>read(tx -> setting(tx, "transaction_isolation")))
                .isEqualTo("repeatable read");
        assertThat(database.<String>read(tx -> setting(tx, "transaction_read_only")))
                .isEqualTo("on");
        assertThat(database.<String>write(tx -> setting(tx, "transaction_isolation")))
                .isEqualTo("read committed");
        assertThat(database.<String>write(tx -> setting(tx, "lock_timeout"))).isEqualTo("2500ms");
        assertThat(database.<String>write(tx -> setting(tx, "idle_in_transaction_session_timeout")))
                .isEqualTo("1min");
    }

    @Test
    void r05_refusesAServerThatDoesNotKeepItsPromises() {
        RecordServer other = (RecordServer) place.another();
        String name = other.url().replaceFirst(".*/", "");
        PostgresForTests.administer(other, "alter database " + name + " set synchronous_commit = off");
        assertRefused(other, "data-unsafe", "has synchronous_commit switched off");
        PostgresForTests.administer(
                other,
                "alter database " + name + " reset all",
                "alter database " + name + " set default_transaction_read_only = on");
        assertRefused(other, "data-unsafe", "is a copy that can only be read");
    }

    @Test
    void r05_refusesAPlaceThatCannotBeUsed() {
        RecordServer other = (RecordServer) place.another();
        assertRefused(
                new RecordServer("jdbc:postgresql://localhost:1/quire", "quire", "secret"),
                "data-unreachable",
                "does not answer");
        assertRefused(new RecordServer(other.url() + "x", "postgres", "secret"), "data-missing", "does not exist");
        assertRefused(new RecordServer(other.url(), "nobody", "secret"), "data-sign-in", "does not let this user in");
        PostgresForTests.administer(
                other, "drop role if exists guest", "create role guest login", "create table somebody_elses (x int)");
        assertRefused(new RecordServer(other.url(), "guest", "secret"), "data-schema", "was not made by this program");
        PostgresForTests.administer(other, "drop table somebody_elses");
        assertRefused(
                new RecordServer(other.url(), "guest", "secret"), "data-not-writable", "cannot be read and written");
    }

    @Test
    void refusesAnAddressThatIsNone() {
        for (String url : List.of("", "jdbc:postgresql:", "postgres://localhost/quire", "jdbc:sqlite:quire.db")) {
            assertThatThrownBy(() -> new RecordServer(url, "quire", "secret"))
                    .hasMessageContaining("must be like jdbc:postgresql://host:5432/quire");
        }
        for (String url : List.of(
                "jdbc:postgresql://localhost/quire?user=quire&password=hidden",
                "jdbc:postgresql://localhost/quire?ssl=true&PASSWORD=hidden",
                "jdbc:postgresql://quire:hidden@localhost/quire")) {
            assertThatThrownBy(() -> new RecordServer(url, "quire", "secret"))
                    .hasMessageContaining("must not hold the user or the password")
                    .message()
                    .doesNotContain("hidden");
        }
        RecordServer fine =
                new RecordServer("jdbc:postgresql://localhost/quire?sslmode=verify-full", "quire", "secret");
        assertThat(fine.name()).isEqualTo("jdbc:postgresql://localhost/quire");
        assertThat(fine.toString()).doesNotContain("secret");
    }

    private static void assertRefused(RecordServer server, String code, String words) {
        Problem problem = catchThrowableOfType(Problem.class, () -> Database.open(server));
        assertThat(problem).hasMessageContaining(words).message().doesNotContain("secret");
        assertThat(problem.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo(code));
    }

    private static void assertUnavailable(String words, ThrowingCallable work) {
        Problem problem = catchThrowableOfType(Problem.class, work);
        assertThat(problem).isNotNull().hasMessageContaining(words);
        assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
    }

    private static void giveUp(Transaction tx) {
        tx.sql("do $$ begin raise exception 'given up' using errcode = '40001'; end $$")
                .run();
    }

    private static void add(Transaction tx, String name) {
        tx.sql("update tally set amount = amount + 1 where name = :name")
                .with("name", name)
                .run();
    }

    private long amount(String name) {
        return database.read(tx -> amount(tx, name));
    }

    private static long amount(Transaction tx, String name) {
        return tx.sql("select amount from tally where name = :name")
                .with("name", name)
                .get(row -> row.number("amount"));
    }

    private static String setting(Transaction tx, String name) {
        return tx.sql("select current_setting(:name) as setting")
                .with("name", name)
                .get(row -> row.text("setting"));
    }

    private static void onAnotherThread(Runnable work) throws Throwable {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            other.submit(work).get();
        } catch (java.util.concurrent.ExecutionException e) {
            throw e.getCause();
        } finally {
            other.shutdown();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
