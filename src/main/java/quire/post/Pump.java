package quire.post;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quire.store.Database;

/**
 * Takes letters out of the outbox and hands them to the mail server. Nothing of the record is held meanwhile; if the process
 * dies in between, the letter is sent again under the same Message-ID, rather than never.
 */
final class Pump {

    /** Longer than handing over one letter can take. */
    static final Duration IN_HAND = Duration.ofMinutes(10);

    /** Of a letter that waits longer, the clock was wrong when it was put there. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(2);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** About five days. */
    static final int MOST_ATTEMPTS = 120;

    /** What has lain here for so long, because there was no mail server, is news to nobody. */
    private static final Duration STALE = Duration.ofDays(7);

    private static final int AT_ONCE = 50;
    private static final Logger LOG = LoggerFactory.getLogger(Pump.class);

    private final Database database;
    private final Mailer mailer;
    private final Wording wording;
    private final Clock clock;

    Pump(Database database, Mailer mailer, Wording wording, Clock clock) {
        this.database = database;
        this.mailer = mailer;
        this.wording = wording;
        this.clock = clock;
    }

    /** Sends what is due, until nothing is left or the mail server is not to be reached. */
    void run() {
        boolean goesOn = true;
        while (goesOn) {
            List<String> due = database.read(
                    tx -> LetterStore.due(tx, clock.instant(), clock.instant().plus(LONGEST_WAIT), AT_ONCE));
            goesOn = !due.isEmpty();
            for (int i = 0; i < due.size() && goesOn; i++) {
                goesOn = send(due.get(i));
            }
        }
    }

    /** Whether it makes sense to go on with the next. */
    private boolean send(String id) {
        Optional<KeptLetter> taken = take(id);
        if (taken.isEmpty()) {
            return true;
        }
        KeptLetter letter = taken.get();
        Delivery delivery = mailer.send(letter, wording.whole(letter.letter()), clock.instant());
        KeptLetter after = after(letter, delivery);
        database.run(tx -> {
            LetterStore.turn(tx, after);
            if (after.state() == KeptLetter.State.SENT) {
                LetterStore.forgetSecret(tx, id);
            }
        });
        if (!after.reason().isEmpty() && (after.attempts() == 1 || after.state() != KeptLetter.State.WAITING)) {
            // Without the server's words, which name the reader; they stand on the page of the letter.
            LOG.warn("Letter {} was not sent: {}", id, after.state());
        }
        return !(delivery instanceof Delivery.Later later && later.everybody());
    }

    /** Takes a letter in hand, so that nobody else sends it meanwhile; empty if it is not to be sent. */
    private Optional<KeptLetter> take(String id) {
        return database.write(tx -> {
            Instant now = clock.instant();
            KeptLetter letter = LetterStore.hold(tx, id)
                    .filter(found -> found.state() == KeptLetter.State.WAITING)
                    .filter(found -> LetterStore.isDue(found, now, now.plus(LONGEST_WAIT)))
                    .orElse(null);
            if (letter == null) {
                return Optional.empty();
            }
            Optional<String> hopeless = hopeless(letter, now);
            if (hopeless.isPresent()) {
                LetterStore.turn(tx, letter.ended(KeptLetter.State.FAILED, hopeless.get(), now));
                return Optional.empty();
            }
            KeptLetter tried = letter.tried(mailer.messageId(id), now.plus(IN_HAND));
            LetterStore.turn(tx, tried);
            return Optional.of(tried);
        });
    }

    private static Optional<String> hopeless(KeptLetter letter, Instant now) {
        if (letter.isSpent()) {
            return Optional.of("Its link or code was too old before it could be sent.");
        } else if (letter.attempts() == 0 && letter.dueAt().plus(STALE).isBefore(now)) {
            return Optional.of("It lay here for more than seven days, because it could not be sent.");
        }
        return Optional.empty();
    }

    private KeptLetter after(KeptLetter letter, Delivery delivery) {
        Instant now = clock.instant();
        if (delivery instanceof Delivery.Later later) {
            return letter.attempts() >= MOST_ATTEMPTS
                    ? letter.ended(KeptLetter.State.FAILED, later.why(), now)
                    : letter.later(later.why(), now.plus(pause(letter.attempts())));
        } else if (delivery instanceof Delivery.Never never) {
            return letter.ended(KeptLetter.State.BOUNCED, never.why(), now);
        }
        return letter.ended(KeptLetter.State.SENT, "", now);
    }

    /** A minute, two, four, and so on to an hour. */
    static Duration pause(int attempts) {
        Duration pause = Duration.ofMinutes(1L << Math.min(6, Math.max(0, attempts - 1)));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
