package quire.core;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Unmodifiable maps that keep their order, which those of {@code Map.of} change from one run to the next. */
public final class Ordered {

    private Ordered() {}

    /** A copy in the same order. */
    public static <V extends @Nullable Object> Map<String, V> copyOf(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /**
     * A map of what is named, in that order.
     *
     * @param more keys and values in turn
     */
    public static Map<String, Object> of(String key, Object value, Object... more) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(key, value);
        for (int i = 0; i < more.length; i += 2) {
            map.put((String) more[i], more[i + 1]);
        }
        return Collections.unmodifiableMap(map);
    }
}
