package quire.yaml;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quire.core.Json;

/**
 * A kind of definition file: its published JSON Schema, and how findings speak of what is in it. The schema may say
 * beside a {@code pattern}, as {@code patternErrorMessage}, what the pattern asks for. Shared between threads.
 */
public final class Format {

    /** Beside a pattern, what it asks for; editors know the word too. */
    static final String SAYS = "patternErrorMessage";

    private final String text;
    private final String fragment;
    private final Map<String, @Nullable Object> schema;
    private final Nouns nouns;
    private final OwnWords ownWords;
    private @Nullable Schema judge;

    private Format(String text, String fragment, Nouns nouns, OwnWords ownWords) {
        this.text = text;
        this.fragment = fragment;
        this.schema = Json.readObject(text, "The schema of " + nouns.whole());
        this.nouns = nouns;
        this.ownWords = ownWords;
    }

    /**
     * A format whose schema is a file of the program.
     *
     * @param room a class beside which the file stands
     * @param resource the file's name
     */
    public static Format of(Class<?> room, String resource, Nouns nouns, OwnWords ownWords) {
        try (InputStream schema = room.getResourceAsStream(resource)) {
            if (schema == null) {
                throw new IllegalStateException(resource + " is missing from the program");
            }
            return new Format(new String(schema.readAllBytes(), StandardCharsets.UTF_8), "", nouns, ownWords);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A format that the same schema describes under {@code $defs}.
     *
     * @param definition the name there
     */
    public Format inside(String definition, Nouns otherNouns) {
        return new Format(text, "#/$defs/" + definition, otherNouns, ownWords);
    }

    /** The schema as text, for editors and programs. */
    public String text() {
        return text;
    }

    /** Writes down everything that the schema finds wrong with a file. */
    public void check(Part root) {
        // The library takes its time to load; most files have no faults, and that can be told without it.
        if (!Conformity.holds(schema, fragment, root.data())) {
            SchemaSentences.of(errors(root.data()), root, this).forEach(root::add);
        }
    }

    /** What the library says. */
    List<Error> errors(@Nullable Object data) {
        return judge().validate(Json.write(data), InputFormat.JSON);
    }

    Map<String, @Nullable Object> schema() {
        return schema;
    }

    String fragment() {
        return fragment;
    }

    Nouns nouns() {
        return nouns;
    }

    OwnWords ownWords() {
        return ownWords;
    }

    private synchronized Schema judge() {
        if (judge == null) {
            String id = Objects.toString(schema.get("$id"));
            Dialect dialect = Dialect.builder(Dialects.getDraft202012())
                    .keyword(new NonValidationKeyword(SAYS))
                    .build();
            SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                    dialect,
                    builder -> builder.schemas(Map.of(id, text))
                            .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                    .locale(Locale.ROOT)
                                    .build()));
            judge = registry.getSchema(SchemaLocation.of(id + fragment));
        }
        return judge;
    }
}
