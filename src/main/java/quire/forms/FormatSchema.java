package quire.forms;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Json;

/** The published JSON Schema of the form format, and what it has to say about a file. */
public final class FormatSchema {

    private static final String ID = "urn:quire:form-format:1";

    private FormatSchema() {}

    /** Loaded at first use, because the schema library takes its time. */
    private static final class Loaded {
        static final String TEXT = text();
        static final Map<String, @Nullable Object> DATA = Json.readObject(TEXT, "form.schema.json");
        static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(ID, TEXT))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .locale(Locale.ROOT)
                                .build()));
        static final Schema FORM = REGISTRY.getSchema(SchemaLocation.of(ID));
        static final Schema RECORD = REGISTRY.getSchema(SchemaLocation.of(ID + "#/$defs/record"));

        private static String text() {
            try (InputStream schema = FormatSchema.class.getResourceAsStream("form.schema.json")) {
                if (schema == null) {
                    throw new IllegalStateException("form.schema.json is missing from the program");
                }
                return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The schema as text, for editors and programs. */
    public static String text() {
        return Loaded.TEXT;
    }

    /** What the schema finds wrong with a form file. */
    static List<Finding> checkForm(Part root) {
        return check(Loaded.FORM, root, "the form");
    }

    /** What the schema finds wrong with the file of a record block. */
    static List<Finding> checkRecord(Part root) {
        return check(Loaded.RECORD, root, "the record block");
    }

    private static List<Finding> check(Schema schema, Part root, String whole) {
        List<Error> errors = schema.validate(Json.write(root.data()), InputFormat.JSON);
        return SchemaSentences.of(errors, root, whole);
    }

    /**
     * The names that the schema would have taken.
     *
     * @param way from the whole schema to the keyword that failed
     * @param keyword where the names stand: {@code enum} inside the one that failed, {@code properties} beside it
     */
    static List<String> names(List<Object> way, String keyword) {
        Object here = Loaded.DATA;
        for (Object step : keyword.equals("enum") ? way : way.subList(0, Math.max(0, way.size() - 1))) {
            here = step(here, step);
        }
        Object names = step(here, keyword);
        if (names instanceof Map<?, ?> map) {
            return List.copyOf(Json.asObject(map).keySet());
        }
        return names instanceof List<?> list
                ? list.stream().map(Objects::toString).toList()
                : List.of();
    }

    private static @Nullable Object step(@Nullable Object here, Object step) {
        if (here instanceof List<?> list && step instanceof Integer index) {
            return list.get(index);
        }
        return here instanceof Map<?, ?> map ? map.get(step.toString()) : null;
    }
}
