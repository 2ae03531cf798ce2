package quire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import quire.people.Actor;
import quire.people.Organisation;
import quire.people.People;
import quire.store.Database;
import quire.testkit.TestDatabase;

class DemoTest {

    private static final Instant MORNING = Instant.parse("2026-11-12T09:00:00Z");
    private static final Clock MACHINE = Clock.fixed(Instant.parse("2031-07-01T20:15:00Z"), ZoneOffset.UTC);

    @Test
    void timeBeginsOnTheMorningOfTheCohortInAnyYear() throws Exception {
        try (TestDatabase place = TestDatabase.of(TestDatabase.Kind.SQLITE);
                Demo demo = Demo.begin(place.open(), Path.of("samples"), true)) {
            assertThat(demo.clock(MACHINE).instant()).isEqualTo(MORNING);
            assertThat(demo.clock(MACHINE).getZone()).hasToString("Europe/London");
        }
    }

    @Test
    void timeGoesOnFromTheLastThingThatWasDone() throws Exception {
        try (TestDatabase place = TestDatabase.of(TestDatabase.Kind.SQLITE)) {
            Database database = place.open();
            try (Demo demo = Demo.begin(database, Path.of("samples"), true)) {
                Instant later = MORNING.plus(Duration.ofHours(30));
                People.of(database)
                        .organisations()
                        .add(Organisation.Details.of("Northvale Council", ""), Actor.SYSTEM, later);
                assertThat(demo.clock(MACHINE).instant()).isEqualTo(later);
            }
        }
    }

    /** The server would otherwise be there only once all years are laid out, or not at all on a machine that is busy. */
    @Test
    void nobodyWaitsForTheYearsToBeToldThatThereIsAnOperator() throws Exception {
        try (TestDatabase place = TestDatabase.of(TestDatabase.Kind.SQLITE)) {
            Database database = place.open();
            try (Demo demo = Demo.begin(database, Path.of("samples"), true)) {
                LocalDate today =
                        LocalDate.ofInstant(MORNING, demo.clock(MACHINE).getZone());
                Optional<String> code = database.write(tx -> CompletableFuture.supplyAsync(
                                () -> People.of(database).accounts().setUpCode(MORNING, today))
                        .join());
                assertThat(code).isEmpty();
            }
        }
    }
}
