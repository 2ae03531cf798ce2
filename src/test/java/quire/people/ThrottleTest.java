package quire.people;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.people.PeopleHouse.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;

class ThrottleTest {

    private static final PeopleHouse HOUSE = new PeopleHouse();

    @AfterContainer
    static void close() {
        HOUSE.close();
    }

    /** S-40: it grows, and it has an end. */
    @Property
    void s40_aDelayGrowsToAnEnd(@ForAll Attempt.Kind kind, @ForAll @IntRange(max = 100_000) int failures) {
        Duration delay = kind.delay(failures);
        assertThat(delay.isNegative()).isFalse();
        assertThat(kind.delay(failures + 1)).isGreaterThanOrEqualTo(delay);
        assertThat(delay).isLessThanOrEqualTo(kind.delay(Integer.MAX_VALUE));
        assertThat(kind.delay(Integer.MAX_VALUE)).isLessThanOrEqualTo(Duration.ofHours(1));
    }

    /** S-40, R-08: whenever somebody comes, and whatever the clock did, the wait has an end that is not far. */
    @Property(tries = 60)
    void s40_nobodyIsLockedOut(
            @ForAll Attempt.Kind kind,
            @ForAll @IntRange(max = 25) int failures,
            @ForAll @IntRange(min = -100_000, max = 100_000) int seconds) {
        Attempt attempt = attempt(kind);
        for (int i = 0; i < failures; i++) {
            HOUSE.throttle.failed(List.of(attempt), NOW);
        }
        Duration left = HOUSE.throttle.wait(List.of(attempt), NOW.plusSeconds(seconds));
        assertThat(left).isLessThanOrEqualTo(kind.delay(failures));
        assertThat(left.isNegative()).isFalse();
        Instant again = NOW.plusSeconds(Math.max(0, seconds)).plus(left);
        assertThat(HOUSE.throttle.wait(List.of(attempt), again)).isEqualTo(Duration.ZERO);
    }

    @Example
    void theLongestWaitCounts() {
        Attempt much = attempt(Attempt.Kind.PASSWORD);
        Attempt little = attempt(Attempt.Kind.PASSWORD);
        for (int i = 0; i < 5; i++) {
            HOUSE.throttle.failed(i < 4 ? List.of(much, little) : List.of(much), NOW);
        }
        assertThat(HOUSE.throttle.wait(List.of(little), NOW)).isEqualTo(Duration.ofSeconds(2));
        assertThat(HOUSE.throttle.wait(List.of(little, much), NOW)).isEqualTo(Duration.ofSeconds(4));
        assertThat(HOUSE.throttle.wait(List.of(attempt(Attempt.Kind.PASSWORD)), NOW))
                .isEqualTo(Duration.ZERO);
    }

    @Example
    void whatLiesLongBackIsForgotten() {
        Attempt attempt = attempt(Attempt.Kind.PASSWORD);
        for (int i = 0; i < 20; i++) {
            HOUSE.throttle.failed(List.of(attempt), NOW);
        }
        Instant later = NOW.plus(Duration.ofHours(24)).plusSeconds(1);
        HOUSE.throttle.failed(List.of(attempt), later);
        assertThat(HOUSE.throttle.wait(List.of(attempt), later)).isEqualTo(Duration.ZERO);
        assertThat(HOUSE.dump("throttle")
                        .lines()
                        .filter(line -> line.startsWith(attempt.key().hex())))
                .allMatch(line -> line.contains("|1|"));
    }

    @Example
    void aSuccessForgivesWhatFailed() {
        Attempt attempt = attempt(Attempt.Kind.CODE);
        for (int i = 0; i < 6; i++) {
            HOUSE.throttle.failed(List.of(attempt), NOW);
        }
        HOUSE.throttle.succeeded(attempt);
        assertThat(HOUSE.throttle.wait(List.of(attempt), NOW)).isEqualTo(Duration.ZERO);
    }

    @Example
    void outlivesARestartAndKeepsNoAddress() {
        Attempt attempt = Attempt.password("anna@example.org", "192.0.2.200");
        for (int i = 0; i < 6; i++) {
            HOUSE.throttle.failed(List.of(attempt, Attempt.from("192.0.2.200")), NOW);
        }
        Throttle restarted = new Throttle(HOUSE.database);
        assertThat(restarted.wait(List.of(Attempt.password("ANNA@Example.org", "192.0.2.200")), NOW))
                .isPositive();
        assertThat(restarted.wait(List.of(Attempt.password("anna@example.org", "192.0.2.201")), NOW))
                .isZero();
        assertThat(HOUSE.dump("throttle")).doesNotContain("example.org", "192.0.2.200");
    }

    private static Attempt attempt(Attempt.Kind kind) {
        return new Attempt(kind, quire.core.Digest.of("attempt " + PeopleHouse.next()));
    }
}
