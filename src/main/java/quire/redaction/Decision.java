package quire.redaction;

import java.time.Instant;

/**
 * What somebody has decided about words that may identify a person. It holds wherever the words stand in the portfolio, and until
 * somebody decides otherwise.
 *
 * @param text the words, letter for letter
 * @param kind what they look like; {@link #TYPED} where no hint led to them
 * @param removes whether they are taken out of coded bundles; otherwise they stay
 * @param by the id of the person
 * @param at when
 */
public record Decision(String text, String kind, boolean removes, String by, Instant at) {

    /** The kind of words that somebody has found with their own eyes. */
    public static final String TYPED = "typed";

    /** The most characters that can be decided about at once. */
    public static final int LONGEST = 200;

    /** What stands in their place on paper. */
    String instead() {
        return TYPED.equals(kind) ? "[removed]" : "[" + HintWords.noun(kind) + "]";
    }
}
