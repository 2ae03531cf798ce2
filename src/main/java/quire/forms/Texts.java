package quire.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What all fields that hold text have in common. */
final class Texts {

    private Texts() {}

    /**
     * Checks that an answer is text within the hard limit, and where a complete answer is asked for, the rest.
     *
     * @param limits the form's own limits
     */
    static void check(Object answer, Review review, Consumer<String> limits) {
        if (!(answer instanceof String text)) {
            review.wrongKind("text");
        } else if (Words.characters(text) > Words.HARD_LIMIT) {
            review.wrong(
                    "limit",
                    "The answer has " + Words.characters(text) + " characters. No answer may have more than "
                            + Words.HARD_LIMIT + ".");
        } else if (review.complete()) {
            limits.accept(text);
        }
    }

    static Map<String, @Nullable Object> schema(Field field) {
        Map<String, @Nullable Object> schema = described(field);
        schema.put("type", List.of("string", "null"));
        schema.put("maxLength", Words.HARD_LIMIT);
        return schema;
    }

    /** A schema that says what is asked, for whoever reads it. */
    static Map<String, @Nullable Object> described(Field field) {
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put("title", field.label());
        if (field.hint() != null) {
            schema.put("description", field.hint());
        }
        if (field.filledByRecord()) {
            schema.put("readOnly", true);
        }
        return schema;
    }
}
