package quire.people;

import java.time.Duration;
import quire.core.Digest;

/**
 * What a failed attempt is counted by. Of addresses and e-mail addresses only a digest is kept.
 *
 * @param kind how many are forgiven, and how long one waits after more
 * @param key the digest of what such attempts have in common
 */
public record Attempt(Kind kind, Digest key) {

    /** A sort of attempt. */
    public enum Kind {
        /** Passwords for one account from one address. */
        PASSWORD(3, Duration.ofMinutes(15), Duration.ofHours(24)),
        /** Anything from one address: a whole office may stand behind it, so much is forgiven and nobody waits long. */
        ADDRESS(50, Duration.ofMinutes(1), Duration.ofHours(1)),
        /** Codes of the second step, wherever they come from: whoever guesses there knows the password. */
        CODE(5, Duration.ofMinutes(15), Duration.ofHours(24)),
        /** Tokens of programs from one address, where often only one of many programs is at fault. */
        TOKEN(50, Duration.ofMinutes(1), Duration.ofHours(1)),
        /** Links of letters, from one address, that are none. */
        LINK(50, Duration.ofMinutes(1), Duration.ofHours(1)),
        /** Letters with links to one mailbox. */
        LETTER(3, Duration.ofHours(1), Duration.ofHours(24));

        private static final Duration FIRST = Duration.ofSeconds(1);

        private final int forgiven;
        private final Duration longest;
        private final Duration remembered;

        Kind(int forgiven, Duration longest, Duration remembered) {
            this.forgiven = forgiven;
            this.longest = longest;
            this.remembered = remembered;
        }

        /** How long to wait after so many failures: nothing, then a second, and each time double. */
        Duration delay(int failures) {
            int doublings = failures - forgiven;
            if (doublings < 0) {
                return Duration.ZERO;
            }
            Duration delay = doublings > 20 ? longest : FIRST.multipliedBy(1L << doublings);
            return delay.compareTo(longest) > 0 ? longest : delay;
        }

        /** After so long without another one, all is forgotten. */
        Duration remembered() {
            return remembered;
        }
    }

    /**
     * A password for an account, known or not.
     *
     * @param address as a trusted proxy or the connection gives it, never as the client says
     */
    public static Attempt password(String email, String address) {
        return of(Kind.PASSWORD, EmailAddress.folded(email) + '\n' + address);
    }

    /** Anything from an address. */
    public static Attempt from(String address) {
        return of(Kind.ADDRESS, address);
    }

    /** A code of the second step of somebody. */
    public static Attempt code(String person) {
        return of(Kind.CODE, person);
    }

    /** A token that a program at an address shows. */
    static Attempt token(String address) {
        return of(Kind.TOKEN, address);
    }

    /** A link that is none, followed from an address. */
    static Attempt link(String address) {
        return of(Kind.LINK, address);
    }

    /** A letter with a link to a mailbox, known or not. */
    public static Attempt letter(String email) {
        return of(Kind.LETTER, EmailAddress.folded(email));
    }

    private static Attempt of(Kind kind, String what) {
        return new Attempt(kind, Digest.of(kind + "\n" + what));
    }
}
