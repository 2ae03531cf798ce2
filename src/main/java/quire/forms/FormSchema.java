package quire.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON Schema (draft 2020-12) of the answers to a form, for programs that send them. */
public final class FormSchema {

    private FormSchema() {}

    /**
     * A schema that accepts what a draft may hold. What a complete document needs beyond that depends on conditions
     * and on the day, so {@link AnswerCheck} alone can say it.
     */
    public static Map<String, @Nullable Object> of(Form form) {
        Map<String, @Nullable Object> properties = properties(form.fields().toList());
        if (form.record() != null) {
            Map<String, @Nullable Object> record =
                    object(properties(form.record().fields()));
            record.put("title", form.record().title());
            record.put("type", List.of("object", "null"));
            properties.put(Answers.RECORD, record);
        }
        properties.put(Answers.SIGNATURES, Signatures.schema(form));
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:quire:form:" + form.id() + ":" + form.version() + ":answers");
        schema.put("title", form.title());
        if (form.about() != null) {
            schema.put("description", form.about());
        }
        schema.putAll(object(properties));
        return schema;
    }

    private static Map<String, @Nullable Object> properties(List<Field> fields) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        fields.forEach(field -> properties.put(field.id(), field.schema()));
        return properties;
    }

    private static Map<String, @Nullable Object> object(Map<String, @Nullable Object> properties) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", properties);
        object.put("additionalProperties", false);
        return object;
    }
}
