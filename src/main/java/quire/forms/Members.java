package quire.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Ordered;

/** Answers that are objects with a few short texts in them: a person, a file. */
final class Members {

    /** The most characters in such a text. */
    static final int MAX = 500;

    private Members() {}

    /** Finds members that are not among the known ones. */
    static void checkKeys(Map<?, ?> object, List<String> known, Review review) {
        for (Object key : object.keySet()) {
            if (!known.contains(key)) {
                review.unknown((String) key, known);
            }
        }
    }

    /** Finds missing members, and those that are no short text. */
    static void checkTexts(Map<?, ?> object, List<String> texts, List<String> required, Review review) {
        for (String member : texts) {
            Object value = object.get(member);
            if (value == null && required.contains(member)) {
                review.wrongKind("an object with “" + member + "”");
            } else if (value != null && !(value instanceof String)) {
                review.wrongKind("an object whose “" + member + "” is text");
            } else if (value instanceof String text && Words.characters(text) > MAX) {
                review.wrong("limit", "The “" + member + "” must be " + MAX + " characters or fewer.");
            }
        }
    }

    /** The object with white space cut off at the ends of its texts. */
    static Object trimmed(Object answer) {
        if (!(answer instanceof Map<?, ?> object)) {
            return answer;
        }
        Map<String, @Nullable Object> trimmed = new LinkedHashMap<>();
        object.forEach(
                (key, value) -> trimmed.put((String) key, value instanceof String text ? Words.trim(text) : value));
        return trimmed;
    }

    static Map<String, @Nullable Object> schema(List<String> known, List<String> required) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        for (String member : known) {
            Object type = required.contains(member) ? "string" : List.of("string", "null");
            properties.put(member, Ordered.of("type", type, "maxLength", MAX));
        }
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    static String text(Map<?, ?> object, String member) {
        Object value = object.get(member);
        return value instanceof String text ? text : "";
    }
}
