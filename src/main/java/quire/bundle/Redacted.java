package quire.bundle;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Ordered;
import quire.redaction.Reading;

/**
 * How much of a coded bundle was taken out by somebody's decision, as its manifest and its control sheet say it.
 *
 * @param removed how many places were taken out
 * @param left how many hints somebody has decided to leave
 */
record Redacted(int removed, int left) {

    private static final String KEY = "redactions";

    /** Notes what was found in an item among the facts of it. */
    static void put(Reading.Read read, Map<String, @Nullable Object> facts) {
        if (read.removed() + read.left() > 0) {
            facts.put(KEY, Ordered.of("removed", read.removed(), "left", read.left()));
        }
    }

    /** Of all that is in a bundle. */
    static Redacted in(Plan plan) {
        int removed = 0;
        int left = 0;
        for (Plan.Entry entry : plan.entries()) {
            if (entry.facts().get(KEY) instanceof Map<?, ?> found) {
                removed += (int) Manifest.number(found.get("removed"));
                left += (int) Manifest.number(found.get("left"));
            }
        }
        return new Redacted(removed, left);
    }
}
