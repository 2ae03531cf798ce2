package quire.post;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quire.core.Problem;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Entry;
import quire.trail.Trail;

/**
 * What the program has written to people. A letter is put here in the transaction that it tells of, so that neither is there
 * without the other; nothing is sent before that has been committed. May be shared between threads.
 */
public final class Outbox {

    /** What those listen for who send what is here. */
    public static final String TOPIC = "letters";

    /** For how long it can be seen what became of a letter. */
    private static final Duration REMEMBERED = Duration.ofDays(400);

    private final Database database;
    private final Trail trail;

    public Outbox(Database database) {
        this.database = database;
        this.trail = new Trail(database);
    }

    /**
     * Puts a letter here, once, however often it is put under its key.
     *
     * @param tx the transaction that does what the letter tells of
     */
    public void put(Transaction tx, Letter letter, Instant now) {
        // Two that put it at the same moment both find none; the database then has one of them begin again.
        if (!LetterStore.hasKey(tx, letter.key())) {
            LetterStore.insert(tx, UUID.randomUUID().toString(), letter, now);
            tx.tell(TOPIC);
        }
    }

    /**
     * Letters, the newest first.
     *
     * @param state only those in this state; null for all
     */
    public List<KeptLetter> list(KeptLetter.@Nullable State state, int skipped, int most) {
        return database.read(tx -> LetterStore.list(tx, state, skipped, most));
    }

    /** What was written about something, the newest first: to tell, beside it, what became of that. */
    public List<KeptLetter> about(String kind, String id) {
        return database.read(tx -> LetterStore.about(tx, kind, id));
    }

    /** How many are in a state. */
    public long count(KeptLetter.State state) {
        return database.read(tx -> LetterStore.count(tx, state));
    }

    /**
     * The letter of that id.
     *
     * @throws Problem of the kind NOT_FOUND if there is no such letter
     */
    public KeptLetter get(String id) {
        return find(id).orElseThrow(Outbox::none);
    }

    public Optional<KeptLetter> find(String id) {
        return database.read(tx -> LetterStore.find(tx, id));
    }

    /**
     * Has a letter sent that was not, or that did not arrive. It has the same Message-ID as before, so that a mailbox that has
     * it shows it once.
     *
     * @param person who wants that
     * @throws Problem of the kind CONFLICT if what made it worth reading is gone
     */
    public void sendAgain(String id, String person, Instant now) {
        database.run(tx -> {
            KeptLetter letter = LetterStore.hold(tx, id).orElseThrow(Outbox::none);
            if (letter.isSpent()) {
                throw Problem.of(
                        Problem.Kind.CONFLICT,
                        "The link or code of this letter is used up or too old. Ask for a new letter instead.");
            }
            if (letter.state() != KeptLetter.State.WAITING || letter.dueAt().isAfter(now)) {
                LetterStore.turn(tx, letter.waiting(now));
                tx.tell(TOPIC);
                trail.add(tx, Entry.of(person, "letter.sent_again", "letter", id), now);
            }
        });
    }

    /**
     * Keeps a letter from being sent that waits.
     *
     * @param person who wants that
     * @throws Problem of the kind CONFLICT if it has been sent
     */
    public void stop(String id, String person, Instant now) {
        database.run(tx -> {
            KeptLetter letter = LetterStore.hold(tx, id).orElseThrow(Outbox::none);
            if (letter.state() == KeptLetter.State.STOPPED) {
                return;
            } else if (letter.state() != KeptLetter.State.WAITING) {
                throw Problem.of(Problem.Kind.CONFLICT, "This letter does not wait any more, so it cannot be stopped.");
            }
            LetterStore.turn(tx, letter.ended(KeptLetter.State.STOPPED, "", now));
            LetterStore.forgetSecret(tx, id);
            trail.add(tx, Entry.of(person, "letter.stopped", "letter", id), now);
        });
    }

    /** Writes down that somebody has read what only its reader may have. */
    void noteOpened(String id, String person, Instant now) {
        database.run(tx -> trail.add(tx, Entry.of(person, "letter.opened", "letter", id), now));
    }

    /** Forgets secrets that are good for nothing any more, and letters that nobody can still ask about. */
    public void sweep(Instant now) {
        database.run(tx -> {
            LetterStore.forgetSecrets(tx, now);
            LetterStore.forget(tx, now.minus(REMEMBERED));
        });
    }

    private static Problem none() {
        return Problem.notFound("There is no such letter.");
    }
}
