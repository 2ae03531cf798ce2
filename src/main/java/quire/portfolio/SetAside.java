package quire.portfolio;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers that were refused because the same questions had been changed meanwhile. They are kept, so that nobody's words
 * are lost.
 *
 * @param number from 1, in the order of arrival
 * @param section where they belong
 * @param base the revision they were based on
 * @param answers what was to be saved
 * @param at when they arrived
 */
public record SetAside(int number, String section, int base, Map<String, @Nullable Object> answers, Instant at) {

    public SetAside {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }
}
