package quire.portfolio;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Ordered;
import quire.programme.FillSource;

/**
 * One thing of which the record knows something.
 *
 * @param key names it among others of its kind, for ever
 * @param facts what is known of it, by the names that {@link FillSource.Take} has for them; null where there is nothing to know
 */
record Known(String key, Map<String, @Nullable Object> facts) {

    Known {
        facts = Ordered.copyOf(facts);
    }

    /** A fact as an answer; null where there is none. */
    @Nullable
    Object answer(FillSource.Take take) {
        Object fact = facts.get(take.fact());
        if (fact instanceof Word word) {
            return take.say().isEmpty() ? word.text() : take.say().get(word.id());
        }
        return fact;
    }

    /**
     * A fact that a form may have a word of its own for.
     *
     * @param id what it is called in programmes
     * @param text what people call it
     */
    record Word(String id, String text) {}
}
