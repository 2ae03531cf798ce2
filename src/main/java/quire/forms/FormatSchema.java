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

/** The published JSON Schema of a kind of definition file, and what it has to say about one. Shared between threads. */
public final class FormatSchema {

    /** The format of forms. */
    public static final FormatSchema FORM = new FormatSchema("form.schema.json", "", "the form");
    /** The format of record blocks, which is a part of that of forms. */
    static final FormatSchema RECORD = new FormatSchema("form.schema.json", "#/$defs/record", "the record block");
    /** The format of standards. */
    public static final FormatSchema STANDARD = new FormatSchema("standard.schema.json", "", "the standard");

    private final String resource;
    private final String fragment;
    private final String whole;
    private @Nullable Loaded loaded;

    /** What is loaded at first use, because the schema library takes its time. */
    private record Loaded(String text, Map<String, @Nullable Object> data, Schema schema) {}

    /**
     * A format.
     *
     * @param resource the schema's file beside this class
     * @param fragment the part of it that describes a whole file
     * @param whole what messages call the file: “the form”
     */
    private FormatSchema(String resource, String fragment, String whole) {
        this.resource = resource;
        this.fragment = fragment;
        this.whole = whole;
    }

    /** The schema as text, for editors and programs. */
    public String text() {
        return loaded().text();
    }

    /** What the schema finds wrong with a file. */
    List<Finding> check(Part root) {
        List<Error> errors = loaded().schema().validate(Json.write(root.data()), InputFormat.JSON);
        return SchemaSentences.of(errors, root, this);
    }

    /** What messages call such a file. */
    String whole() {
        return whole;
    }

    /**
     * The names that the schema would have taken.
     *
     * @param way from the whole schema to the keyword that failed
     * @param keyword where the names stand: {@code enum} inside the one that failed, {@code properties} beside it
     */
    List<String> names(List<Object> way, String keyword) {
        Object here = loaded().data();
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

    private synchronized Loaded loaded() {
        if (loaded == null) {
            loaded = load();
        }
        return loaded;
    }

    private Loaded load() {
        String text = read();
        Map<String, @Nullable Object> data = Json.readObject(text, resource);
        String id = Objects.toString(data.get("$id"));
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(id, text))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .locale(Locale.ROOT)
                                .build()));
        return new Loaded(text, data, registry.getSchema(SchemaLocation.of(id + fragment)));
    }

    private String read() {
        try (InputStream schema = FormatSchema.class.getResourceAsStream(resource)) {
            if (schema == null) {
                throw new IllegalStateException(resource + " is missing from the program");
            }
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
