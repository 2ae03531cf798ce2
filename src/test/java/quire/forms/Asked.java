package quire.forms;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Json;
import quire.merge.Value;

/** One field in the smallest form around it, and what becomes of answers to it. */
final class Asked {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final Form form;
    private final Field field;

    private Asked(Form form) {
        this.form = form;
        this.field = form.fields().findFirst().orElseThrow();
    }

    /** @param keys the keys of the field but its id, as YAML on one line: {@code type: text, label: Name} */
    static Asked field(String keys) {
        return new Asked(form("{id: it, " + keys + "}"));
    }

    /** A form of these fields. */
    static Form form(String... fields) {
        FormReader.Read read = FormReader.read(yaml(fields), "form");
        return read.orThrow();
    }

    /** The messages about a form of these fields. */
    static List<String> faults(String... fields) {
        return FormReader.read(yaml(fields), "form").findings().stream()
                .map(Finding::message)
                .toList();
    }

    static Answers answers(Form form, String json) {
        return Answers.of(form, Json.readObject(json, "answers"));
    }

    static Schema schema(Map<String, @Nullable Object> schema) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                        .formatAssertionsEnabled(true)
                        .build()));
        return registry.getSchema(Json.write(schema), InputFormat.JSON);
    }

    Field field() {
        return field;
    }

    /** What a draft with this answer is refused for. */
    List<String> draft(String json) {
        return messages(check(json).draft());
    }

    /** What is missing for this answer to be complete. */
    List<String> complete(String json) {
        return messages(check(json).complete());
    }

    /** The codes and paths of what is missing for this answer to be complete. */
    List<String> codes(String json) {
        return check(json).complete().stream()
                .map(finding -> finding.code() + " " + finding.place().path())
                .toList();
    }

    /** Whether the JSON Schema of the answers takes this one. */
    boolean schemaTakes(String json) {
        return schema(FormSchema.of(form))
                .validate("{\"it\": " + json + "}", InputFormat.JSON)
                .isEmpty();
    }

    /** What a template sees. */
    Value value(String json) {
        Value value = FormValues.of(form, answers(form, "{\"it\": " + json + "}"), DocumentFacts.draft(TODAY))
                .member("it");
        if (value == null) {
            throw new AssertionError("The field has no value at all");
        }
        return value;
    }

    /** What a template sees under a dotted key of the field, as text. */
    String text(String json, String key) {
        Value value = value(json);
        for (String name : key.split("\\.", -1)) {
            Value member = value.member(name);
            if (member == null) {
                throw new AssertionError("No member “" + name + "” of " + value);
            }
            value = member;
        }
        return value instanceof Value.Flag flag ? String.valueOf(flag.truthy()) : value.text();
    }

    private AnswerCheck check(String json) {
        return AnswerCheck.of(form, answers(form, "{\"it\": " + json + "}"), TODAY);
    }

    private static List<String> messages(List<Finding> findings) {
        return findings.stream().map(Finding::message).toList();
    }

    private static String yaml(String... fields) {
        return """
                form: tiny
                version: 1
                title: Tiny
                roles:
                  writer: {label: Writer}
                lists:
                  judgement:
                    - {id: met, text: Met}
                    - {id: developing, text: Developing}
                    - {id: not_met, text: Not met}
                sections:
                  - id: only
                    title: Only
                    owner: writer
                    fields:
                """
                + String.join(
                        "",
                        List.of(fields).stream()
                                .map(field -> "      - " + field + "\n")
                                .toList());
    }
}
