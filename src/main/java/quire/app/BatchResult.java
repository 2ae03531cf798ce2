package quire.app;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a batch.
 *
 * @param made how many files were written
 * @param failed the lines that were not made, in their order
 */
record BatchResult(long made, List<Failure> failed) {

    BatchResult {
        failed = List.copyOf(failed);
    }

    /**
     * A line that was not made.
     *
     * @param line in the input, from 1
     * @param reason a sentence
     * @param fault the fault of ours that it was; null if the line is at fault
     */
    record Failure(long line, String reason, @Nullable Throwable fault) {}

    boolean isOurFault() {
        return failed.stream().anyMatch(failure -> failure.fault() != null);
    }
}
