package quire.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Json;

/** A row as one line of a backup: a JSON list of its values, the same whichever database it is read from. */
final class TableLines {

    private static final String BYTES = "base64";

    private TableLines() {}

    static String line(List<@Nullable Object> values) {
        List<@Nullable Object> plain = new ArrayList<>();
        values.forEach(value -> plain.add(
                value instanceof byte[] bytes
                        ? Map.of(BYTES, Base64.getEncoder().encodeToString(bytes))
                        : value));
        return Json.write(plain);
    }

    /** @throws IllegalArgumentException if the line is not such a list of that many values */
    static List<@Nullable Object> values(String line, int columns) {
        if (!(Json.read(line, "A row") instanceof List<?> plain) || plain.size() != columns) {
            throw new IllegalArgumentException("Not a row of " + columns + " values");
        }
        List<@Nullable Object> values = new ArrayList<>();
        plain.forEach(value -> values.add(value(value)));
        return values;
    }

    private static @Nullable Object value(@Nullable Object plain) {
        if (plain instanceof BigDecimal number) {
            return number.longValueExact();
        } else if (plain instanceof Map<?, ?> map && map.get(BYTES) instanceof String bytes) {
            return Base64.getDecoder().decode(bytes);
        } else if (plain == null || plain instanceof String) {
            return plain;
        }
        throw new IllegalArgumentException("Not a value of a row: " + plain.getClass());
    }
}
