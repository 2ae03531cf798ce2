package quire.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.seal.SealCheck;
import quire.seal.SealKey;
import quire.seal.SealVerdict;
import quire.testkit.TestTimeAuthority;

/** What becomes of an order when something is in its way. */
class BundleWorkTest {

    private static final String CODE = "EM-2026-003";
    private static final String REASON = "The panel meets before the year is over.";
    /** However busy the machine is, what stops at all stops in time. */
    private static final Stint.Limit SHORT = new Stint.Limit(Duration.ofSeconds(2), Duration.ofMinutes(2));

    private static final Stint.Limit SHORT_AND_STERN = new Stint.Limit(Duration.ofSeconds(2), Duration.ofMillis(200));

    private static BundleHouse house;

    private final SealKey own = SealKey.make("Northvale Council", BundleHouse.NOW);
    private TestTimeAuthority authority;

    @BeforeAll
    static void live() {
        house = new BundleHouse();
    }

    @AfterAll
    static void end() {
        house.close();
    }

    @BeforeEach
    void open() throws Exception {
        authority = new TestTimeAuthority();
    }

    @AfterEach
    void close() {
        authority.close();
    }

    @Test
    void waitsForTheAuthorityOfTheTimeAndSealsWithTheOperatorsKey() {
        SealKeys keys =
                new SealKeys(house.database(), Optional.of(own), Optional.of(authority.required()), "Northvale");
        authority.answering(503);
        Order order = house.ordered(CODE, "external-core", Edition.FINAL, REASON);
        run(keys, Duration.ZERO);
        Order waiting = house.bundles().getOrder(order.id());
        assertThat(waiting.state()).isEqualTo(Order.State.WAITING);
        assertThat(waiting.step())
                .contains("time-stamping authority at " + authority.address(), "It is tried again by itself.");
        assertThat(waiting.attempts()).isZero();
        authority.answering(200);
        run(keys, Duration.ofSeconds(10));
        assertThat(house.bundles().getOrder(order.id())).isEqualTo(waiting);
        run(keys, Duration.ofSeconds(30));
        Order done = house.bundles().getOrder(order.id());
        assertThat(done.state()).as(done.failure()).isEqualTo(Order.State.DONE);
        byte[] file = house.file(house.bundles().get(String.valueOf(done.bundle())));
        SealVerdict seal = new SealCheck(List.of(own.certificate())).of(file);
        assertThat(seal.kind()).isEqualTo(SealVerdict.Kind.WHOLE);
        assertThat(seal.stamp()).isNotNull();
        assertThat(seal.stamp().at()).isEqualTo(TestTimeAuthority.TIME);
        assertThat(keys.certificates()).contains(own.certificate());
    }

    @Test
    void givesUpAfterADay() {
        SealKeys keys = new SealKeys(
                house.database(),
                Optional.of(own),
                Optional.of(authority.answering(503).required()),
                "Northvale");
        Order order = house.ordered(CODE, "internal", Edition.FINAL, REASON);
        run(keys, Duration.ZERO);
        run(keys, Duration.ofHours(25));
        Order over = house.bundles().getOrder(order.id());
        assertThat(over.state()).isEqualTo(Order.State.FAILED);
        assertThat(over.failure()).contains("does not answer as it should, so nothing was sealed");
        assertThat(over.bundle()).isNull();
    }

    @Test
    void r11_endsWhatStandsStillThreeTimesAndThenFailsIt() {
        Order order = house.ordered(CODE, "external-core", Edition.DRAFT, "");
        for (int attempt = 1; attempt <= 3; attempt++) {
            Clock clock = new StandingClock(BundleHouse.NOW.plusSeconds(30L * attempt));
            house.work(house.keys(), clock, SHORT).run();
            Order now = house.bundles().getOrder(order.id());
            assertThat(now.attempts()).isEqualTo(attempt);
            assertThat(now.state()).isEqualTo(attempt < 3 ? Order.State.WAITING : Order.State.FAILED);
        }
        assertThat(house.bundles().getOrder(order.id()).failure())
                .contains("Nothing moved for 2 seconds while ", "so it was ended.", "tried three times");
        assertThat(house.bundles().ofPortfolio(house.portfolio(CODE).id()))
                .noneMatch(bundle -> bundle.edition() == Edition.DRAFT);
    }

    @Test
    void r11_doesNotBeginAgainWhatDoesNotEvenStop() {
        Order order = house.ordered("EM-2026-005", "external-core", Edition.FINAL, REASON);
        try (StubbornClock clock = new StubbornClock()) {
            house.work(house.keys(), clock, SHORT_AND_STERN).run();
        }
        Order over = house.bundles().getOrder(order.id());
        assertThat(over.state()).isEqualTo(Order.State.FAILED);
        assertThat(over.failure()).isEqualTo("Nothing moved for 2 seconds while it was begun, so it was ended.");
    }

    @Test
    void asksEverLessOften() {
        assertThat(BundleWork.pause(Duration.ZERO)).isEqualTo(Duration.ofSeconds(20));
        assertThat(BundleWork.pause(Duration.ofMinutes(3))).isEqualTo(Duration.ofMinutes(3));
        assertThat(BundleWork.pause(Duration.ofHours(3))).isEqualTo(Duration.ofMinutes(15));
    }

    private static void run(SealKeys keys, Duration later) {
        house.work(keys, at(later), Stint.Limit.USUAL).run();
    }

    private static Clock at(Duration later) {
        return Clock.fixed(BundleHouse.NOW.plus(later), BundleHouse.LONDON);
    }

    /** A clock that shows the same time to everybody, and may do something to whoever looks. */
    private abstract static class Watched extends Clock {

        private final Instant now;

        Watched(Instant now) {
            this.now = now;
        }

        abstract void seenBy(List<String> methods);

        @Override
        public Instant instant() {
            seenBy(StackWalker.getInstance()
                    .walk(frames ->
                            frames.map(StackWalker.StackFrame::getMethodName).toList()));
            return now;
        }

        @Override
        public ZoneId getZone() {
            return BundleHouse.LONDON;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Whoever ends an order stands still until they are told to stop. */
    private static final class StandingClock extends Watched {

        StandingClock(Instant now) {
            super(now);
        }

        @Override
        void seenBy(List<String> methods) {
            if (methods.contains("finish")) {
                try {
                    Thread.sleep(600_000);
                } catch (InterruptedException e) {
                    throw new IllegalStateException("Told to stop", e);
                }
            }
        }
    }

    /** Whoever begins to build stands still, whatever they are told, until this is closed. */
    private static final class StubbornClock extends Watched implements AutoCloseable {

        private final Semaphore leave = new Semaphore(0);

        StubbornClock() {
            super(BundleHouse.NOW);
        }

        @Override
        void seenBy(List<String> methods) {
            if (methods.contains("build")) {
                leave.acquireUninterruptibly();
            }
        }

        @Override
        public void close() {
            leave.release();
        }
    }
}
