package quire.portfolio;

import org.jspecify.annotations.Nullable;

/**
 * What a look at everything that was signed has found.
 *
 * @param signatures how many were found right
 * @param records how many signed records were found right
 * @param files how many files of signed papers were found right
 * @param fault what is wrong first, in the order of the trail; null if nothing is
 */
public record RecordVerdict(
        long signatures, long records, long files, @Nullable Fault fault) {

    /**
     * A difference between what is kept and what the trail, or a hash, says of it.
     *
     * @param seq the number of the entry of the trail that tells of it; 0 where none does
     * @param sentence what is wrong, for a person
     */
    public record Fault(long seq, String sentence) {}

    /** Whether nothing is wrong. */
    public boolean isWhole() {
        return fault == null;
    }
}
