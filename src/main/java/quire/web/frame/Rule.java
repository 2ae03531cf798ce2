package quire.web.frame;

import org.jspecify.annotations.Nullable;
import quire.people.Deed;

/**
 * Whom an address lets in. Every address has one, and it is asked before anything else is done; {@link quire.people.Permits}
 * gives the answer.
 *
 * @param kind what is asked about
 * @param deed what the visitor wants to do; null where a section of a paper says it, or anybody may
 * @param guests whether it lets in those alone whose browser has a pass for the paper: guests, and those who share a device
 */
public record Rule(Kind kind, @Nullable Deed deed, boolean guests) {

    /** What is asked about. */
    public enum Kind {
        /** Nobody is asked for. */
        ANYBODY,
        /** Nobody is asked for, and what is sent may come from anywhere: it is looked at and forgotten. */
        ANYWHERE,
        /** A program that shows the token of a person. */
        PROGRAM,
        /** The visitor's own account, the whole installation, or an organisation: that of the address or any. */
        DEED,
        /** A paper, of which at least one section may be read, or whose standing at least may be known. */
        PAPER,
        /** A section that is read. */
        READING,
        /** A section that is written. */
        WRITING,
        /** A section that is commented on. */
        COMMENTING,
        /** A section that one more role is let read. */
        RELEASING,
        /** A place of a paper where somebody signs. */
        SIGNING,
        /** A bundle, or an order of one: to look through, or as it goes to a panel. */
        BUNDLE,
        /** A section about which somebody talks: who writes it, and who may comment on it. */
        DISCUSSING
    }

    /** The same for those whose browser has a pass for the paper, and for nobody else. */
    public Rule forGuests() {
        return new Rule(kind, deed, true);
    }

    public static Rule anybody() {
        return new Rule(Kind.ANYBODY, null, false);
    }

    public static Rule anywhere() {
        return new Rule(Kind.ANYWHERE, null, false);
    }

    /** Whether nobody need be signed in. */
    boolean isOpen() {
        return kind == Kind.ANYBODY || kind == Kind.ANYWHERE;
    }

    public static Rule program() {
        return new Rule(Kind.PROGRAM, null, false);
    }

    /** Whoever is signed in. */
    public static Rule signedIn() {
        return may(Deed.USE_ACCOUNT);
    }

    /** Whoever may do this to what the address names. */
    public static Rule may(Deed deed) {
        return new Rule(Kind.DEED, deed, false);
    }

    /** Whoever may open the bundle that the address names. */
    public static Rule opensBundle() {
        return new Rule(Kind.BUNDLE, null, false);
    }

    public static Rule sees() {
        return new Rule(Kind.PAPER, null, false);
    }

    public static Rule reads() {
        return new Rule(Kind.READING, null, false);
    }

    public static Rule writes() {
        return new Rule(Kind.WRITING, null, false);
    }

    public static Rule discusses() {
        return new Rule(Kind.DISCUSSING, null, false);
    }

    public static Rule releases() {
        return new Rule(Kind.RELEASING, null, false);
    }

    public static Rule signs() {
        return new Rule(Kind.SIGNING, null, false);
    }

    public static Rule comments() {
        return new Rule(Kind.COMMENTING, null, false);
    }
}
