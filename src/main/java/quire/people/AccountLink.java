package quire.people;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a link from a letter is good for. Looking at it uses nothing up: programs that check letters for their readers open
 * every link in them.
 *
 * @param kind null if there is no such link
 * @param person the id of the person it was sent to; null unless it is valid
 */
public record AccountLink(
        @Nullable Kind kind, State state, @Nullable String person) {

    /** What a link is for. */
    public enum Kind {
        /** To open an account. */
        INVITATION(Duration.ofDays(14)),
        /** To choose another password. */
        RESET(Duration.ofMinutes(30));

        private final Duration valid;

        Kind(Duration valid) {
            this.valid = valid;
        }

        /** For how long. */
        public Duration valid() {
            return valid;
        }
    }

    /** Whether it can be used. */
    public enum State {
        VALID,
        /** It was used, or another one sent to the same person was. */
        USED,
        EXPIRED,
        /** It was taken back. */
        ENDED,
        /** There is no such link. */
        UNKNOWN
    }

    /** What to tell somebody who has followed it and cannot use it. */
    public String sentence() {
        boolean invitation = kind == Kind.INVITATION;
        return switch (state) {
            case VALID -> "This link is good.";
            case USED -> "This link has been used. Sign in with the password that you have chosen.";
            case EXPIRED ->
                invitation
                        ? "This invitation is too old. Ask the person who invited you to send another one."
                        : "This link is too old. Ask for another one and use it within half an hour.";
            case ENDED ->
                "This link was taken back. Ask " + (invitation ? "the person who invited you." : "your administrator.");
            case UNKNOWN -> "There is no such link. Check that you have copied the whole of it from the letter.";
        };
    }
}
