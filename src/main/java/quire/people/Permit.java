package quire.people;

import org.jspecify.annotations.Nullable;

/**
 * The answer to “may this person …?”.
 *
 * @param allowed whether they may; if not, say that there is no such thing
 * @param as in which capacity; null if they may not
 * @param word the same in the word of the form; null if they may not
 * @param deputyFor the id of the person they would do it for, to be named with it; null if they do it for themselves
 * @param throughGlass whether they may only because they have broken the glass, which is to be shown to them
 */
public record Permit(
        boolean allowed,
        @Nullable Capacity as,
        @Nullable String word,
        @Nullable String deputyFor,
        boolean throughGlass) {

    /** They may not. */
    public static final Permit NO = new Permit(false, null, null, null, false);

    /** They may, as what they are to the portfolio or for an organisation. */
    public Permit(boolean allowed, Capacity as, @Nullable String deputyFor, boolean throughGlass) {
        this(allowed, as, as.word(), deputyFor, throughGlass);
    }
}
