package quire.post;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter in the outbox.
 *
 * @param id names it on pages and in the trail
 * @param letter as it was put there; its secret is gone once it has been sent or is good no more
 * @param attempts how often that was tried since somebody last wanted it sent
 * @param putAt when it was put there
 * @param dueAt when it is tried next, if it waits
 * @param endedAt when it was sent or given up; null while it waits
 * @param messageId the same at every attempt; null before the first
 * @param reason why it was not sent the last time, in words; empty if nothing went wrong
 */
public record KeptLetter(
        String id,
        Kept letter,
        State state,
        int attempts,
        Instant putAt,
        Instant dueAt,
        @Nullable Instant endedAt,
        @Nullable String messageId,
        String reason) {

    /** How far a letter is. */
    public enum State {
        WAITING,
        /** A mail server has taken it. */
        SENT,
        /** The mail server of whoever it was for does not take it, now or ever. */
        BOUNCED,
        /** It was tried for days and given up. */
        FAILED,
        /** Somebody did not want it sent any more. */
        STOPPED
    }

    /**
     * What is kept of a letter.
     *
     * @param hadSecret whether the text has a line for a secret
     * @param secret what goes there; null once it is gone
     */
    public record Kept(
            String key,
            String to,
            String subject,
            String text,
            Letter.About about,
            boolean hadSecret,
            @Nullable String secret) {

        /** Never shown where it might be written down. */
        @Override
        public String toString() {
            return "“" + subject + "”" + (hadSecret ? " with a secret" : "");
        }
    }

    /** Whether it cannot be sent again, because what made it worth reading is gone. */
    public boolean isSpent() {
        return letter.hadSecret() && letter.secret() == null;
    }

    /** The same, to be tried at once. */
    KeptLetter waiting(Instant now) {
        return new KeptLetter(id, letter, State.WAITING, 0, putAt, now, null, messageId, reason);
    }

    /** The same, as it has come to its end. */
    KeptLetter ended(State end, String why, Instant now) {
        return new KeptLetter(id, letter, end, attempts, putAt, dueAt, now, messageId, why);
    }

    /** The same, tried once more and not to be tried by anybody else before then. */
    KeptLetter tried(String message, Instant until) {
        return new KeptLetter(id, letter, State.WAITING, attempts + 1, putAt, until, null, message, "");
    }

    /** The same, to be tried again later. */
    KeptLetter later(String why, Instant then) {
        return new KeptLetter(id, letter, State.WAITING, attempts, putAt, then, null, messageId, why);
    }
}
