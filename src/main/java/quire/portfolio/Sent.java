package quire.portfolio;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Ordered;

/**
 * Some answers of one section, on their way into a document.
 *
 * @param section where they belong
 * @param answers plain JSON data by field id; null or an empty text clears an answer, what is not named stays
 * @param base the revision that the sender had in front of them
 * @param key a text of up to 100 characters that the sender has made up for this one save, so that sending it again after
 *     a broken connection does nothing again; null for none
 */
public record Sent(
        String section,
        Map<String, @Nullable Object> answers,
        int base,
        @Nullable String key) {

    /** The most characters that a key may have. */
    public static final int LONGEST_KEY = 100;

    public Sent {
        answers = Ordered.copyOf(answers);
    }

    /** Answers without a key. */
    public static Sent of(String section, Map<String, @Nullable Object> answers, int base) {
        return new Sent(section, answers, base, null);
    }

    /** The same under a key. */
    public Sent under(@Nullable String newKey) {
        return new Sent(section, answers, base, newKey);
    }
}
