package quire.bundle;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;

/**
 * Whether a file is a bundle of this installation, as it was made. It names nobody.
 *
 * @param kind what was found
 * @param file the digest of the file
 * @param title what the bundle is called; empty where nothing is known
 * @param number which version it is, or which one a supplement continues; 0 where nothing is known
 * @param supplement which supplement to that version it is; 0 for none
 * @param supplements how many supplements continue it
 * @param made when it was made; null where nothing is known
 * @param changed the titles of what is not as it was; empty where all is, or nobody can say
 */
public record BundleVerdict(
        Kind kind,
        Digest file,
        String title,
        int number,
        int supplement,
        int supplements,
        @Nullable Instant made,
        List<String> changed) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    public BundleVerdict {
        changed = List.copyOf(changed);
    }

    /** What can be said of a file. */
    public enum Kind {
        /** A bundle bit by bit, and the newest of its kind. */
        UNCHANGED,
        /** A bundle bit by bit; a later version was made since. */
        SUPERSEDED,
        /** It says that it is a bundle, and its bytes are others. */
        CHANGED,
        /** Nothing is known of it. */
        UNKNOWN
    }

    /** In a few words. */
    public String heading() {
        return switch (kind) {
            case UNCHANGED -> "Issued by this service, and unchanged";
            case SUPERSEDED -> "Issued by this service, but not the newest";
            case CHANGED -> "Changed after it was issued";
            case UNKNOWN -> "Not from here";
        };
    }

    /** What that means, in a few sentences. */
    public String explanation() {
        String what = (supplement > 0 ? "supplement " + supplement + " to " : "")
                + ("“" + title + "”, version " + number + ", made on ")
                + (made == null ? "" : DAY.format(made.atZone(ZoneOffset.UTC)));
        return switch (kind) {
            case UNCHANGED -> "This is " + what + ". Not a letter of it has changed since." + more();
            case SUPERSEDED ->
                "This is " + what
                        + ". Not a letter of it has changed since, but a later version"
                        + (supplement > 0 ? " of what it continues" : "")
                        + " was made. Ask for the newest one.";
            case CHANGED ->
                "This file says that it is " + what
                        + ", but somebody, or the program it was saved with, has changed it."
                        + " Do not rely on it. Not as it was: " + String.join("; ", changed) + ".";
            case UNKNOWN -> "This service has not made this file as a bundle.";
        };
    }

    private String more() {
        return switch (supplements) {
            case 0 -> "";
            case 1 -> " One supplement continues it: ask for that too.";
            default -> " There are " + supplements + " supplements that continue it: ask for those too.";
        };
    }

    static BundleVerdict unknown(Digest file) {
        return new BundleVerdict(Kind.UNKNOWN, file, "", 0, 0, 0, null, List.of());
    }

    public boolean isKnown() {
        return kind != Kind.UNKNOWN;
    }

    public boolean isGood() {
        return kind == Kind.UNCHANGED;
    }
}
