package quire.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import quire.store.Database;
import quire.store.RecordPlace;
import quire.store.RecordServer;
import quire.testkit.OwnProcess;
import quire.testkit.Relay;
import quire.testkit.TestDatabase;

/** A server whose database is gone, or whose writers wait for somebody who does not let go. */
class LostDatabaseIT {

    private static final int AT_ONCE = 12;

    private SmallHouse.Pair pair;

    @Test
    void r07_whoWaitsTooLongForAnotherProgramIsToldToComeBackAndLosesNothing() throws Exception {
        try (TestDatabase place = TestDatabase.of(TestDatabase.Kind.SQLITE);
                OwnProcess server = serve(place, place.place())) {
            Desk desk = Desk.at(server, pair);
            desk.saved("Before", "one");
            try (Connection other = DriverManager.getConnection(
                            "jdbc:sqlite:" + place.folder().resolve("quire.db"));
                    Statement statement = other.createStatement()) {
                statement.execute("begin immediate");
                manyAreTold(desk);
                desk.look().expect(200).says("Before");
                desk.get("/health").expect(200);
                statement.execute("rollback");
            }
            desk.saved("After", "one of many 0");
            desk.look().says("After");
        }
    }

    @Test
    void r07_whoWaitsTooLongForAnotherNodeIsToldToComeBackAndLosesNothing() throws Exception {
        try (TestDatabase place = TestDatabase.of(TestDatabase.Kind.POSTGRESQL);
                OwnProcess server = serve(place, place.place())) {
            Desk desk = Desk.at(server, pair);
            desk.saved("Before", "one");
            String url = ((RecordServer) place.place()).url() + "?user=postgres";
            try (Connection other = DriverManager.getConnection(url);
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("lock table trail_head in exclusive mode");
                manyAreTold(desk);
                desk.look().expect(200).says("Before");
                other.rollback();
            }
            desk.saved("After", "one of many 0");
        }
    }

    @Test
    void r07_aDatabaseThatIsGoneIsToldOnEveryPageAndComesBackByItself() throws Exception {
        try (TestDatabase place = TestDatabase.of(TestDatabase.Kind.POSTGRESQL);
                Relay relay = Relay.to((RecordServer) place.place());
                OwnProcess server = serve(place, relay.server())) {
            Desk desk = Desk.at(server, pair);
            desk.saved("Before", "one");
            relay.refuse();
            told(desk, "While it was gone", "two");
            desk.look()
                    .expect(503)
                    .has("Retry-After", "5")
                    .says("The service is busy", "Everything that was saved before is safe", "Try again");
            desk.get("/health").expect(503).has("Retry-After", "5").has("Content-Type", "application/problem+json");
            desk.get("/api/v1/forms").expect(401);
            relay.accept();
            comesBack(desk);
            desk.look().expect(200).says("While it was gone");
        }
    }

    private OwnProcess serve(TestDatabase place, RecordPlace as) throws Exception {
        try (Database database = place.open()) {
            pair = SmallHouse.in(database, 1, SmallHouse.now()).get(0);
        }
        return OwnProcess.start(as);
    }

    private static void told(Desk desk, String text, String key) {
        desk.autosave(text, key).expect(503).has("Retry-After", "5").has("Content-Type", "application/problem+json");
        desk.press(text)
                .expect(503)
                .has("Retry-After", "5")
                .says(
                        "This is not saved yet",
                        "What you wrote is still on this page",
                        text,
                        "name=\"_stamp\" value=\"");
    }

    /** However many wait, each is told. */
    private static void manyAreTold(Desk desk) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Integer>> saves = IntStream.range(0, AT_ONCE)
                    .mapToObj(i -> (Callable<Integer>) () ->
                            desk.autosave("Words of many", "one of many " + i).status())
                    .toList();
            for (Future<Integer> status : people.invokeAll(saves)) {
                assertThat(status.get()).isEqualTo(503);
            }
        } finally {
            people.shutdownNow();
        }
        told(desk, "Words that wait", "two");
    }

    /** Connections that have died are noticed as they are used, so the first knocks may still be in vain. */
    private static void comesBack(Desk desk) {
        for (int knock = 0; knock < 20; knock++) {
            if (desk.autosave("While it was gone", "two").status() == 200) {
                return;
            }
        }
        throw new AssertionError("The server does not come back");
    }
}
