package quire.portfolio;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers that were refused because the same questions had been changed meanwhile. They are kept, so that nobody's words
 * are lost.
 *
 * @param number from 1, in the order of arrival
 * @param section where they belong
 * @param base the revision they were based on
 * @param answers what was to be saved
 * @param clashes those of the questions that somebody else had changed; the rest was sent together with them
 * @param at when they arrived
 * @param by the id of the person who sent them
 * @param deputyOf the id of the person for whom they did; null if for themselves
 * @param settledAt when it was said that they are dealt with; null while they are not
 */
public record SetAside(
        int number,
        String section,
        int base,
        Map<String, @Nullable Object> answers,
        Set<String> clashes,
        Instant at,
        String by,
        @Nullable String deputyOf,
        @Nullable Instant settledAt) {

    public SetAside {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        clashes = Set.copyOf(clashes);
    }
}
