package quire.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.store.Database;
import quire.testkit.Child;
import quire.testkit.OnBothDatabases;
import quire.testkit.OwnProcess;
import quire.testkit.TestDatabase;

/**
 * People work over HTTP, and the server is killed in the middle of it, again and again. Whatever was told to be saved is
 * there, and nothing is half done.
 *
 * <p>A few rounds belong to every build; {@code -Dquire.kill.rounds=200} plays as many as one likes, and
 * {@code -Dquire.kill.seed=…} plays the same chances again.
 */
@OnBothDatabases
class KilledServerIT {

    private static final int ROUNDS = Integer.getInteger("quire.kill.rounds", 2);
    private static final long SEED = Long.getLong("quire.kill.seed", System.nanoTime());
    private static final int PAIRS = 2;

    /** In so many rounds everybody gets to everything. */
    private static final int ENOUGH = 10;

    /** So many things are acknowledged in a round at the most. */
    private static final int LONGEST = 100;

    private final Ledger ledger = new Ledger();
    private final Random chance = new Random(SEED);
    private final List<Worker> workers = new ArrayList<>();
    private TestDatabase place;

    @BeforeEach
    void open(TestDatabase place) {
        this.place = place;
        try (Database database = place.open()) {
            for (SmallHouse.Pair pair : SmallHouse.in(database, PAIRS, SmallHouse.now())) {
                AtomicReference<String> paper = new AtomicReference<>("");
                for (String tab : List.of("first tab", "second tab")) {
                    workers.add(writer(tab, pair, false, paper));
                }
                workers.add(writer("assessor", pair, true, paper));
                workers.add(new Promiser(pair, ledger, chance.nextLong()));
            }
        }
    }

    private Writer writer(String tab, SmallHouse.Pair pair, boolean assesses, AtomicReference<String> paper) {
        return new Writer(pair.nqsw() + ", " + tab + ",", pair, assesses, paper, ledger, chance.nextLong());
    }

    @Test
    void r01_losesNothingThatWasSavedAndDoesNothingByHalves() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            try {
                play();
                try (Database database = place.open()) {
                    new Checker(database, ledger).check(ledger.takeTouched());
                }
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("In round " + round + " with -Dquire.kill.seed=" + SEED, e);
            }
        }
        tell();
        if (ROUNDS >= ENOUGH) {
            assertThat(ledger.allSaved()).isNotEmpty();
            assertThat(ledger.allSigned()).isNotEmpty();
        }
    }

    private void play() throws IOException, InterruptedException {
        if (chance.nextInt(8) == 0) {
            startAndKillAtOnce();
        }
        List<Thread> working = new ArrayList<>();
        try (OwnProcess server = OwnProcess.start(place.place())) {
            for (Worker worker : workers) {
                Thread thread = new Thread(() -> worker.work(server.stranger()));
                thread.start();
                working.add(thread);
            }
            ledger.await(1 + chance.nextInt(LONGEST));
        }
        for (Thread thread : working) {
            thread.join();
        }
        assertThat(ledger.allWrong()).isEmpty();
    }

    /** While it opens the record, somewhere between nothing and everything. */
    private void startAndKillAtOnce() throws IOException {
        Child child = OwnProcess.begin(place.place());
        if (chance.nextBoolean()) {
            child.await(line -> line.startsWith("Quire is at "));
        }
        child.kill();
    }

    private void tell() {
        System.out.printf(
                "%s: %d rounds, %d saves, %d comments and %d signatures acknowledged, %d papers begun, %d set aside, %d sent again%n",
                place.kind(),
                ROUNDS,
                ledger.allSaved().size(),
                ledger.allSaid().size(),
                ledger.allSigned().size(),
                ledger.allBegun().size(),
                ledger.allSetAside().size(),
                ledger.allUnknown().size());
    }
}
