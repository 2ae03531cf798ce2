package quire.trail;

import org.jspecify.annotations.Nullable;

/**
 * What a look at the whole trail found.
 *
 * @param checked how many entries were found right, from the first one on
 * @param head the last entry that was found right: what to note as an anchor if the trail is whole
 * @param fault the first thing that is wrong; null if the trail is whole
 */
public record Verdict(long checked, Head head, @Nullable Fault fault) {

    /**
     * The first difference between the trail and what it promises.
     *
     * @param seq the number of the entry
     * @param sentence what is wrong, for a person
     */
    public record Fault(long seq, String sentence) {}

    /** Whether nothing is wrong. */
    public boolean isWhole() {
        return fault == null;
    }
}
