package quire.trail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quire.core.Digest;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/**
 * A place in the trail and the hash of everything up to it. Kept outside the database, on paper or in a mailbox, it is an
 * anchor: a trail that was rewritten as a whole no longer agrees with it.
 *
 * @param seq the number of the entry; 0 before the first one
 * @param hash the hash of that entry
 */
public record Head(long seq, Digest hash) {

    /** The head of a trail without entries. */
    public static final Head START = new Head(0, new Digest("0".repeat(64)));

    private static final Pattern WRITTEN = Pattern.compile("\\s*(\\d{1,18})[\\s:]+([0-9a-fA-F]{64})\\s*");

    /**
     * Reads a head as {@link #toString} writes it.
     *
     * @throws Problem if it is something else
     */
    public static Head of(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            throw Problem.badInput(Finding.error(
                    "trail-head",
                    "The head of a trail is a number and 64 hexadecimal digits, as they stand on a control sheet.",
                    Place.UNKNOWN));
        }
        return new Head(
                Long.parseLong(parts.group(1)), new Digest(parts.group(2).toLowerCase(java.util.Locale.ROOT)));
    }

    /** The number and the hash with a colon between, for a control sheet. */
    @Override
    public String toString() {
        return seq + ":" + hash;
    }
}
