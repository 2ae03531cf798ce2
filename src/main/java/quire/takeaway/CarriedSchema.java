package quire.takeaway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Json;
import quire.core.Ordered;

/** The JSON Schema of {@code portfolio.json}, made of the same tables that write and read it. */
final class CarriedSchema {

    private static final Map<String, Object> TEXT = Ordered.of("type", "string");
    private static final Map<String, Object> DIGEST = Ordered.of("type", "string", "pattern", "^[0-9a-f]{64}$");

    private CarriedSchema() {}

    static String text() {
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "A portfolio that was taken out of Quire");
        schema.put(
                "description", "Moments are in UTC. Texts of canonical JSON (RFC 8785) are kept as they were hashed.");
        schema.putAll(object(properties()));
        return Json.write(schema);
    }

    private static Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("$schema", TEXT);
        properties.put("format", Ordered.of("const", Manifest.FORMAT));
        properties.put("version", Ordered.of("const", (long) Manifest.VERSION));
        properties.put("complete", Ordered.of("type", "boolean"));
        properties.put("exported_at", Ordered.of("type", "string", "format", "date-time"));
        properties.put(
                "origin",
                object(Ordered.of(
                        "organisation",
                        TEXT,
                        "address",
                        TEXT,
                        "trail_head",
                        Ordered.of("type", "string", "pattern", "^[0-9]+:[0-9a-f]{64}$"))));
        properties.put(
                "people",
                list(object(Ordered.of(
                        "id",
                        TEXT,
                        "name",
                        TEXT,
                        "post",
                        TEXT,
                        "registration",
                        Ordered.of("type", List.of("string", "null"))))));
        properties.put("files", list(object(Ordered.of("sha256", DIGEST, "path", TEXT))));
        properties.put("left_out", list(TEXT));
        Map<String, Object> tables = new LinkedHashMap<>();
        RecordTables.all().forEach(table -> tables.put(table.name(), list(table.schema())));
        properties.put("record", object(tables));
        return properties;
    }

    private static Map<String, Object> object(Map<String, Object> properties) {
        return Ordered.of(
                "type",
                "object",
                "properties",
                properties,
                "required",
                List.copyOf(properties.keySet()),
                "additionalProperties",
                false);
    }

    private static Map<String, Object> list(Object items) {
        return Ordered.of("type", "array", "items", items);
    }
}
