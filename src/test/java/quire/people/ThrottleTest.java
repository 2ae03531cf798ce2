package quire.people;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.people.PeopleHouse.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import quire.testkit.TestDatabase;

class ThrottleTest {

    private static final PeopleHouses HOUSES = new PeopleHouses();

    @AfterContainer
    static void close() {
        HOUSES.close();
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
            @ForAll TestDatabase.Kind place,
            @ForAll Attempt.Kind kind,
            @ForAll @IntRange(max = 25) int failures,
            @ForAll @IntRange(min = -100_000, max = 100_000) int seconds) {
        PeopleHouse house = HOUSES.on(place);
        Attempt attempt = attempt(kind);
        for (int i = 0; i < failures; i++) {
            house.throttle.failed(List.of(attempt), NOW);
        }
        Duration left = house.throttle.wait(List.of(attempt), NOW.plusSeconds(seconds));
        assertThat(left).isLessThanOrEqualTo(kind.delay(failures));
        assertThat(left.isNegative()).isFalse();
        Instant again = NOW.plusSeconds(Math.max(0, seconds)).plus(left);
        assertThat(house.throttle.wait(List.of(attempt), again)).isEqualTo(Duration.ZERO);
    }

    @Property
    void theLongestWaitCounts(@ForAll TestDatabase.Kind place) {
        PeopleHouse house = HOUSES.on(place);
        Attempt much = attempt(Attempt.Kind.PASSWORD);
        Attempt little = attempt(Attempt.Kind.PASSWORD);
        for (int i = 0; i < 5; i++) {
            house.throttle.failed(i < 4 ? List.of(much, little) : List.of(much), NOW);
        }
        assertThat(house.throttle.wait(List.of(little), NOW)).isEqualTo(Duration.ofSeconds(2));
        assertThat(house.throttle.wait(List.of(little, much), NOW)).isEqualTo(Duration.ofSeconds(4));
        assertThat(house.throttle.wait(List.of(attempt(Attempt.Kind.PASSWORD)), NOW))
                .isEqualTo(Duration.ZERO);
    }

    @Property
    void whatLiesLongBackIsForgotten(@ForAll TestDatabase.Kind place) {
        PeopleHouse house = HOUSES.on(place);
        Attempt attempt = attempt(Attempt.Kind.PASSWORD);
        for (int i = 0; i < 20; i++) {
            house.throttle.failed(List.of(attempt), NOW);
        }
        Instant later = NOW.plus(Duration.ofHours(24)).plusSeconds(1);
        house.throttle.failed(List.of(attempt), later);
        assertThat(house.throttle.wait(List.of(attempt), later)).isEqualTo(Duration.ZERO);
        assertThat(house.dump("throttle")
                        .lines()
                        .filter(line -> line.startsWith(attempt.key().hex())))
                .allMatch(line -> line.contains("|1|"));
    }

    @Property
    void aSuccessForgivesWhatFailed(@ForAll TestDatabase.Kind place) {
        PeopleHouse house = HOUSES.on(place);
        Attempt attempt = attempt(Attempt.Kind.CODE);
        for (int i = 0; i < 6; i++) {
            house.throttle.failed(List.of(attempt), NOW);
        }
        house.throttle.succeeded(attempt);
        assertThat(house.throttle.wait(List.of(attempt), NOW)).isEqualTo(Duration.ZERO);
    }

    @Property
    void outlivesARestartAndKeepsNoAddress(@ForAll TestDatabase.Kind place) {
        PeopleHouse house = HOUSES.on(place);
        Attempt attempt = Attempt.password("anna@example.org", "192.0.2.200");
        for (int i = 0; i < 6; i++) {
            house.throttle.failed(List.of(attempt, Attempt.from("192.0.2.200")), NOW);
        }
        Throttle restarted = new Throttle(house.database);
        assertThat(restarted.wait(List.of(Attempt.password("ANNA@Example.org", "192.0.2.200")), NOW))
                .isPositive();
        assertThat(restarted.wait(List.of(Attempt.password("anna@example.org", "192.0.2.201")), NOW))
                .isZero();
        assertThat(house.dump("throttle")).doesNotContain("example.org", "192.0.2.200");
    }

    private static Attempt attempt(Attempt.Kind kind) {
        return new Attempt(kind, quire.core.Digest.of("attempt " + PeopleHouse.next()));
    }
}
