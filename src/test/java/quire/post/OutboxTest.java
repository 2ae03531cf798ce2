package quire.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.core.Problem;
import quire.store.Database;
import quire.testkit.AtOnce;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;
import quire.trail.Recorded;
import quire.trail.Sought;
import quire.trail.Trail;

@OnBothDatabases
class OutboxTest {

    private static final Instant NOW = Instant.parse("2026-11-21T14:32:00Z");

    private Database database;
    private Outbox outbox;

    @BeforeEach
    void open(TestDatabase place) {
        database = place.open();
        outbox = new Outbox(database);
    }

    @Test
    void keepsWhatIsPut() {
        put(letter("one").about("document", "d1"));
        KeptLetter kept = only();
        assertThat(kept.state()).isEqualTo(KeptLetter.State.WAITING);
        assertThat(kept.letter().to()).isEqualTo("amina@example.org");
        assertThat(kept.letter().text()).isEqualTo("Hello\n\n/papers\n");
        assertThat(outbox.about("document", "d1")).containsExactly(kept);
        assertThat(outbox.count(KeptLetter.State.WAITING)).isOne();
    }

    @Test
    void keepsOneUnderAKey() {
        put(letter("one"));
        put(Letter.of("one", "somebody@example.org", "Another", "Other words"));
        assertThat(only().letter().to()).isEqualTo("amina@example.org");
    }

    @Test
    void keepsOneOfManyThatArePutAtTheSameMoment() throws InterruptedException {
        Callable<Boolean> work = () -> {
            put(letter("one"));
            return true;
        };
        assertThat(AtOnce.run(Collections.nCopies(4, work)).results()).hasSize(4);
        assertThat(outbox.list(null, 0, 10)).hasSize(1);
    }

    @Test
    void keepsNothingOfWorkThatFails() {
        assertThatThrownBy(() -> database.run(tx -> {
                    outbox.put(tx, letter("one"), NOW);
                    throw new IllegalStateException("the work failed");
                }))
                .hasMessage("the work failed");
        assertThat(outbox.list(null, 0, 10)).isEmpty();
    }

    @Test
    void stopsWhatWaitsAndSendsItAgain() {
        put(letter("one"));
        String id = only().id();
        outbox.stop(id, "olga", NOW);
        outbox.stop(id, "olga", NOW);
        assertThat(only().state()).isEqualTo(KeptLetter.State.STOPPED);
        outbox.sendAgain(id, "olga", NOW.plusSeconds(5));
        assertThat(only().state()).isEqualTo(KeptLetter.State.WAITING);
        assertThat(only().dueAt()).isEqualTo(NOW.plusSeconds(5));
        assertThat(new Trail(database).list(Sought.ALL.subject("letter", id), Trail.NEWEST, 10))
                .extracting(Recorded::entry)
                .extracting(entry -> entry.action() + " by " + entry.actor())
                .containsExactly("letter.sent_again by olga", "letter.stopped by olga");
    }

    @Test
    void forgetsTheSecretOfWhatIsStoppedOrTooOld(TestDatabase place) {
        put(invitation("stopped"));
        outbox.stop(only().id(), "olga", NOW);
        put(invitation("old"));
        outbox.sweep(NOW.plus(Duration.ofDays(1)).minusSeconds(1));
        assertThat(place.dump("letter")).contains("/link/token-of-old").doesNotContain("token-of-stopped");
        outbox.sweep(NOW.plus(Duration.ofDays(1)).plusSeconds(1));
        assertThat(place.dump("letter")).doesNotContain("token-of-old");
        assertThat(outbox.list(null, 0, 10)).allMatch(KeptLetter::isSpent).hasSize(2);
        String old = outbox.list(KeptLetter.State.WAITING, 0, 10).get(0).id();
        assertThatThrownBy(() -> outbox.sendAgain(old, "olga", NOW))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("Ask for a new letter instead");
    }

    @Test
    void forgetsWhatCameToItsEndLongAgo() {
        put(letter("waits"));
        put(letter("stopped"));
        KeptLetter stopped = outbox.list(null, 0, 10).stream()
                .filter(one -> one.letter().key().equals("stopped"))
                .findFirst()
                .orElseThrow();
        outbox.stop(stopped.id(), "olga", NOW);
        outbox.sweep(NOW.plus(Duration.ofDays(401)));
        assertThat(only().letter().key()).isEqualTo("waits");
    }

    @Test
    void knowsWhatIsNotThere() {
        String nowhere = UUID.randomUUID().toString();
        assertThatThrownBy(() -> outbox.get(nowhere)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> outbox.stop(nowhere, "olga", NOW)).isInstanceOf(Problem.class);
    }

    private KeptLetter only() {
        assertThat(outbox.list(null, 0, 10)).hasSize(1);
        return outbox.list(null, 0, 10).get(0);
    }

    private void put(Letter letter) {
        database.run(tx -> outbox.put(tx, letter, NOW));
    }

    private static Letter letter(String key) {
        return Letter.of(key, "amina@example.org", "A paper", "Hello\n\n/papers");
    }

    private static Letter invitation(String key) {
        return Letter.of(
                key,
                "amina@example.org",
                "An invitation",
                "Open your account:\n\n" + Letter.SECRET + "\n",
                new Letter.Secret("/link/token-of-" + key, NOW.plus(Duration.ofDays(1))));
    }
}
