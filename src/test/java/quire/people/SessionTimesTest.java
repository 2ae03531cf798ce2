package quire.people;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.people.PeopleHouse.NOW;
import static quire.people.PeopleHouse.TODAY;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import quire.testkit.TestDatabase;

/** whatever a clock does that goes back now and then, a session lives by the time that passed. */
class SessionTimesTest {

    private static final PeopleHouses HOUSES = new PeopleHouses();

    @AfterContainer
    static void close() {
        HOUSES.close();
    }

    /** A request at least every 50 minutes keeps it, until twelve hours have truly passed. */
    @Property(tries = 30)
    void r08_livesAsLongAsTimeTrulyPassed(
            @ForAll TestDatabase.Kind place,
            @ForAll @Size(min = 5, max = 20) List<@IntRange(min = 1, max = 50) Integer> gaps,
            @ForAll @IntRange(max = 19) int when,
            @ForAll @IntRange(max = 180) int back) {
        PeopleHouse house = HOUSES.on(place);
        house.database.run(tx -> tx.sql("delete from session").run());
        Sessions sessions = new Sessions(house.database);
        String token = sessions.open(house.person().id(), null, NOW).token();
        Instant clock = NOW;
        int passed = 0;
        for (int i = 0; i < gaps.size(); i++) {
            int gap = gaps.get(i);
            passed += gap;
            clock = clock.plus(Duration.ofMinutes(i == when ? gap - back : gap));
            boolean open = sessions.find(token, clock, TODAY).isPresent();
            if (passed <= 720) {
                assertThat(open).as("after %s minutes", passed).isTrue();
            } else if (passed > 720 + 50) {
                // At the most the one gap in which the clock went back is not counted.
                assertThat(open).as("after %s minutes", passed).isFalse();
            }
        }
    }

    /** Once it was refused it never opens anything again. */
    @Property(tries = 30)
    void r08_neverComesBackFromTheDead(
            @ForAll TestDatabase.Kind place,
            @ForAll @Size(max = 12) List<@IntRange(min = -200, max = 200) Integer> steps) {
        PeopleHouse house = HOUSES.on(place);
        house.database.run(tx -> tx.sql("delete from session").run());
        Sessions sessions = new Sessions(house.database);
        String token = sessions.open(house.person().id(), null, NOW).token();
        Instant clock = NOW;
        boolean dead = false;
        for (int step : steps) {
            clock = clock.plus(Duration.ofMinutes(step));
            boolean open = sessions.find(token, clock, TODAY).isPresent();
            assertThat(dead && open).isFalse();
            dead |= !open;
        }
    }
}
