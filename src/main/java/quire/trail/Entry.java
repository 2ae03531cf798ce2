package quire.trail;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quire.core.Json;
import quire.core.Ordered;

/**
 * Something that was done, on its way into the trail. The trail is kept for ever and read by administrators, so an entry
 * holds ids, counts, digests and the names of fields, never an answer or the name of a person.
 *
 * @param actor the id of who did it, or a word for a part of the program
 * @param action what was done, in lower case with dots: {@code person.added}
 * @param kind what it was done to: {@code person}, {@code document}
 * @param subject the id of that
 * @param portfolio the portfolio it belongs to; null where it belongs to none
 * @param details a few more facts as plain JSON data
 */
public record Entry(
        String actor,
        String action,
        String kind,
        String subject,
        @Nullable String portfolio,
        Map<String, @Nullable Object> details) {

    /** As canonical JSON; more would be a text, and texts do not belong here. */
    private static final int LONGEST_DETAILS = 4_000;

    private static final Pattern WORD = Pattern.compile("[a-z][a-z_]*(\\.[a-z][a-z_]*)*");

    public Entry {
        details = Ordered.copyOf(details);
    }

    /** Checked on the way in only: what somebody has put into the database must still be shown. */
    void check() {
        if (actor.isBlank() || subject.isBlank()) {
            throw new IllegalArgumentException("An entry says who did it and to what");
        }
        if (!WORD.matcher(action).matches() || !WORD.matcher(kind).matches()) {
            throw new IllegalArgumentException("Not words of the trail: " + action + ", " + kind);
        }
        if (Json.canonical(details).length() > LONGEST_DETAILS) {
            throw new IllegalArgumentException("The details of " + action + " are too long for the trail");
        }
    }

    /** An entry without portfolio and details. */
    public static Entry of(String actor, String action, String kind, String subject) {
        return new Entry(actor, action, kind, subject, null, Map.of());
    }

    /** The same in a portfolio. */
    public Entry in(@Nullable String newPortfolio) {
        return new Entry(actor, action, kind, subject, newPortfolio, details);
    }

    /** The same with one more detail; a null is left out. */
    public Entry with(String key, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, @Nullable Object> more = new LinkedHashMap<>(details);
        more.put(key, value);
        return new Entry(actor, action, kind, subject, portfolio, more);
    }
}
