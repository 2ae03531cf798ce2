package quire.app;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Problem;

/**
 * One paper to make, as it stands in the input of a batch.
 *
 * @param number the line in the input, from 1, as an editor counts
 * @param data the answers; empty if there is a problem
 * @param problem why this line cannot be used; null if it can
 */
record BatchLine(
        long number,
        Map<String, @Nullable Object> data,
        @Nullable Problem problem) {

    static BatchLine of(long number, Map<String, @Nullable Object> data) {
        return new BatchLine(number, data, null);
    }

    static BatchLine unusable(long number, Problem problem) {
        return new BatchLine(number, Map.of(), problem);
    }
}
