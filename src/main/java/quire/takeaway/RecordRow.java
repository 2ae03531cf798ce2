package quire.takeaway;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quire.core.Json;
import quire.core.Ordered;

/**
 * One row of the record as it travels.
 *
 * @param values texts, whole numbers and truths by column
 */
record RecordRow(Map<String, @Nullable Object> values) {

    RecordRow {
        values = Ordered.copyOf(values);
    }

    @Nullable
    Object get(String column) {
        return values.get(column);
    }

    String text(String column) {
        return (String) Objects.requireNonNull(values.get(column), column);
    }

    @Nullable
    String find(String column) {
        return (String) values.get(column);
    }

    int count(String column) {
        return Math.toIntExact((Long) Objects.requireNonNull(values.get(column), column));
    }

    boolean has(String column) {
        return values.get(column) != null;
    }

    /** A text that is a JSON object. */
    Map<String, @Nullable Object> object(String column) {
        return Json.readObject(text(column), column);
    }

    /** The same with another value in one column. */
    RecordRow with(String column, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(values);
        changed.put(column, value);
        return new RecordRow(changed);
    }
}
