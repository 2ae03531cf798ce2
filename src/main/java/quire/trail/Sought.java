package quire.trail;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which entries somebody wants to see. Immutable; one without conditions seeks them all.
 *
 * @param conditions columns of the trail and what stands in them
 */
public record Sought(Map<String, String> conditions) {

    /** Every entry. */
    public static final Sought ALL = new Sought(Map.of());

    public Sought {
        conditions = Map.copyOf(conditions);
    }

    /** What was done in one portfolio. */
    public Sought portfolio(String id) {
        return and("portfolio", id);
    }

    /** What was done to one thing. */
    public Sought subject(String kind, String id) {
        return and("subject_kind", kind).and("subject", id);
    }

    /** What somebody did. */
    public Sought actor(String id) {
        return and("actor", id);
    }

    /** Where a certain thing was done. */
    public Sought action(String action) {
        return and("action", action);
    }

    private Sought and(String column, String value) {
        Map<String, String> more = new LinkedHashMap<>(conditions);
        more.put(column, value);
        return new Sought(more);
    }
}
