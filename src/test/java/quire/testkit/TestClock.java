package quire.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands until it is moved, or goes on a little whenever somebody looks at it. */
public final class TestClock extends Clock {

    private final AtomicReference<Instant> now = new AtomicReference<>(WebHouse.CLOCK.instant());
    private final Duration step;

    /** One that stands. */
    public TestClock() {
        this(Duration.ZERO);
    }

    private TestClock(Duration step) {
        this.step = step;
    }

    /** One that goes on with whatever happens, however slow the machine is. */
    public static TestClock goingOn(Duration step) {
        return new TestClock(step);
    }

    /** Lets time go by. */
    public void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    @Override
    public ZoneId getZone() {
        return WebHouse.CLOCK.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }

    @Override
    public Instant instant() {
        return Objects.requireNonNull(now.getAndUpdate(before -> before.plus(step)));
    }
}
