package quire.people;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.people.PeopleHouse.NOW;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PaceTest {

    /** S-44: a thousand saves in a minute from one session. */
    @Example
    void s44_aThousandAutosavesAMinuteAreTooMany() {
        Pace pace = Pace.ofAutosaves();
        int taken = 0;
        Duration longest = Duration.ZERO;
        for (int i = 0; i < 1_000; i++) {
            Duration wait = pace.take("session", NOW.plusMillis(60L * i));
            taken += wait.isZero() ? 1 : 0;
            longest = wait.compareTo(longest) > 0 ? wait : longest;
        }
        assertThat(taken).isBetween(170, 180);
        assertThat(longest).isPositive().isLessThanOrEqualTo(Duration.ofMillis(500));
        assertThat(pace.take("another", NOW)).isZero();
    }

    /** Somebody who types fast all day is never told to wait. */
    @Example
    void s44_peopleWhoTypeAreNotSlowed() {
        Pace pace = Pace.ofAutosaves();
        for (int i = 0; i < 5_000; i++) {
            assertThat(pace.take("session", NOW.plusSeconds(i))).isZero();
        }
    }

    /** Whoever waits as long as they are told may go on, whatever the clock does. */
    @Property
    void whoeverWaitsMayGoOn(
            @ForAll @IntRange(min = 1, max = 5) int atOnce,
            @ForAll @IntRange(min = 1, max = 1_000) int millis,
            @ForAll @IntRange(max = 20) int before,
            @ForAll @IntRange(min = -100_000, max = 100_000) int jump) {
        Pace pace = new Pace(atOnce, Duration.ofMillis(millis));
        for (int i = 0; i < before; i++) {
            pace.take("key", NOW);
        }
        Instant now = NOW.plusMillis(jump);
        Duration wait = pace.take("key", now);
        assertThat(wait).isLessThanOrEqualTo(Duration.ofMillis(millis));
        if (!wait.isZero()) {
            assertThat(pace.take("key", now.plus(wait))).isZero();
        }
    }

    @Example
    void holdsOnlySoManyKeys() {
        Pace pace = new Pace(1, Duration.ofHours(1));
        for (int i = 0; i < 20_000; i++) {
            assertThat(pace.take("key " + i, NOW)).isZero();
        }
        assertThat(pace.take("key 19999", NOW)).isPositive();
        assertThat(pace.take("key 0", NOW)).as("forgotten long ago").isZero();
    }
}
