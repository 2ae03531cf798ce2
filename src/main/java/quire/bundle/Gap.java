package quire.bundle;

/**
 * Something that a whole bundle would have and this one lacks.
 *
 * @param kind what sort of thing
 * @param title what is missing, such as the title of a paper
 * @param sentence how it stands, for people
 * @param who who has to do something about it; empty where nobody can any more
 */
public record Gap(Kind kind, String title, String sentence, String who) {

    /** What may be missing. */
    public enum Kind {
        /** A paper that was not begun. */
        MISSING,
        /** A paper that is not complete, or that not all have signed. */
        UNSIGNED,
        /** Less evidence than the programme asks for. */
        MINIMUM,
        /** A file that cannot be bound. */
        UNREADABLE,
        /** Something in a coded bundle that nobody has decided about. */
        UNDECIDED
    }
}
