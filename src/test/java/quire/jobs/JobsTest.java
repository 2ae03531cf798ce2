package quire.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.store.Database;
import quire.testkit.Child;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

/** Work is done, by one at a time, and again if whoever was at it has died. */
@OnBothDatabases
class JobsTest {

    private static final Jobs.Pace QUICK = new Jobs.Pace(Duration.ofMillis(100), Duration.ofMillis(250));
    private static final Clock CLOCK = Clock.systemUTC();

    private TestDatabase place;

    @BeforeEach
    void open(TestDatabase place) {
        this.place = place;
    }

    @Test
    void doesWorkThatComesRound() throws InterruptedException {
        Semaphore done = new Semaphore(0);
        Job job = Job.after(Duration.ofMillis(50), "count", done::release);
        try (Database database = place.open();
                Jobs jobs = Jobs.start(database, List.of(job), CLOCK, QUICK)) {
            assertThat(jobs).isNotNull();
            assertDone(done, 3);
        }
    }

    @Test
    void doesWorkAtOnceWhenNudged() throws InterruptedException {
        Semaphore done = new Semaphore(0);
        Job job = Job.after(Duration.ofDays(1), "seldom", done::release);
        try (Database database = place.open();
                Jobs jobs = Jobs.start(database, List.of(job), CLOCK, QUICK)) {
            assertDone(done, 1);
            database.listen("topic", () -> jobs.nudge("seldom"));
            // The first round may still be putting its things away, and then takes no notice.
            while (!done.tryAcquire(200, TimeUnit.MILLISECONDS)) {
                database.run(tx -> tx.tell("topic"));
            }
        }
    }

    @Test
    void goesOnAfterWorkThatFailed() throws InterruptedException {
        Semaphore done = new Semaphore(0);
        AtomicInteger rounds = new AtomicInteger();
        Job job = Job.after(Duration.ofMillis(50), "fails", () -> {
            if (rounds.incrementAndGet() == 1) {
                throw new IllegalStateException("the first time it fails");
            }
            done.release();
        });
        try (Database database = place.open();
                Jobs jobs = Jobs.start(database, List.of(job), CLOCK, QUICK)) {
            assertThat(jobs).isNotNull();
            assertDone(done, 2);
        }
    }

    /** M9: looking for work needs no turn of the one writer, so both go on side by side. */
    @Test
    void doesWorkWhileSomebodyWrites() throws InterruptedException {
        Semaphore done = new Semaphore(0);
        Job job = Job.after(Duration.ofMillis(50), "beside", done::release);
        try (Database database = place.open();
                Jobs jobs = Jobs.start(database, List.of(job), CLOCK, QUICK)) {
            assertThat(jobs).isNotNull();
            database.write(tx -> {
                tx.sql("insert into form_version values ('a', 'f', 1, '{}', '')")
                        .run();
                assertDone(done, 2);
                return true;
            });
        }
    }

    @Test
    void tellsNobodyOfWorkThatWasUndone() {
        AtomicInteger told = new AtomicInteger();
        try (Database database = place.open()) {
            database.listen("topic", told::incrementAndGet);
            try {
                database.run(tx -> {
                    tx.tell("topic");
                    throw new IllegalStateException("undone");
                });
            } catch (IllegalStateException e) {
                assertThat(told).hasValue(0);
            }
            database.run(tx -> tx.tell("topic"));
            assertThat(told).hasValue(1);
        }
    }

    @Test
    void r12_workOfAProcessThatWasKilledIsBegunAgain() throws IOException, InterruptedException {
        Child.start(Worker.class, TestDatabase.told(place.place())).killAfter(lines -> lines.contains("at it"));
        Semaphore done = new Semaphore(0);
        Job job = Job.after(Duration.ofDays(1), "long", done::release);
        try (Database database = place.open();
                Jobs jobs = Jobs.start(database, List.of(job), CLOCK, QUICK)) {
            assertThat(jobs).isNotNull();
            assertDone(done, 1);
        }
    }

    /** The child: begins work that never ends. */
    static final class Worker {

        public static void main(String[] arguments) throws InterruptedException {
            Database database = Database.open(TestDatabase.place(arguments[0]));
            Job job = Job.after(Duration.ofDays(1), "long", () -> {
                System.out.println("at it");
                System.out.flush();
                await(new CountDownLatch(1));
            });
            Jobs jobs = Jobs.start(database, List.of(job), CLOCK, QUICK);
            new CountDownLatch(1).await();
            jobs.close();
        }

        private static void await(CountDownLatch never) {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void twoNodesDoTheSameWorkByTurns() throws InterruptedException {
        if (!place.isOnServer()) {
            // A data folder belongs to one process.
            return;
        }
        AtomicInteger atIt = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Semaphore done = new Semaphore(0);
        Job job = Job.after(Duration.ofMillis(10), "shared", () -> {
            most.accumulateAndGet(atIt.incrementAndGet(), Math::max);
            pause();
            atIt.decrementAndGet();
            done.release();
        });
        try (Database one = place.open();
                Database two = place.open();
                Jobs first = Jobs.start(one, List.of(job), CLOCK, QUICK);
                Jobs second = Jobs.start(two, List.of(job), CLOCK, QUICK)) {
            assertThat(first).isNotSameAs(second);
            assertDone(done, 6);
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void aDamagedWorkbenchIsMadeAnew() throws IOException, InterruptedException {
        if (place.isOnServer()) {
            return;
        }
        Path file = place.folder().resolve("work.db");
        Files.writeString(file, "no database at all, but long enough to be looked at as if it were one ".repeat(20));
        Semaphore done = new Semaphore(0);
        try (Database database = place.open();
                Jobs jobs = Jobs.start(
                        database, List.of(Job.after(Duration.ofDays(1), "one", done::release)), CLOCK, QUICK)) {
            assertThat(jobs).isNotNull();
            assertDone(done, 1);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(30);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void assertDone(Semaphore done, int times) {
        try {
            assertThat(done.tryAcquire(times, 2, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
