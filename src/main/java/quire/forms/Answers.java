package quire.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Json;
import quire.core.Ordered;

/**
 * What was answered in one document, as it is kept: plain data as {@link Json} has it, the answer to each field under
 * the field's id. What does not belong to the form is kept too, so that {@link AnswerCheck} can say so.
 *
 * @param values by field id; besides these {@code record} and {@code signatures}
 * @param findings warnings about what was changed on the way in
 */
public record Answers(Map<String, @Nullable Object> values, List<Finding> findings) {

    /** The key of the record's values. */
    public static final String RECORD = "record";
    /** The key of signatures that a caller supplies. */
    public static final String SIGNATURES = "signatures";

    public static final Answers NONE = new Answers(Map.of(), List.of());

    public Answers {
        values = Ordered.copyOf(values);
        findings = List.copyOf(findings);
    }

    /**
     * Takes answers in: line ends become LF, short texts lose the white space at their ends, what cannot be printed is
     * left out with a warning, and fixed rows are put in the order of the form.
     *
     * @param json what {@link Json} reads
     */
    public static Answers of(Form form, Map<String, ? extends @Nullable Object> json) {
        Intake intake = new Intake();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        json.forEach((key, value) -> values.put(key, intake.clean(value, key)));
        form.fields().forEach(field -> values.computeIfPresent(field.id(), (id, value) -> field.tidy(value)));
        return new Answers(values, intake.findings());
    }

    public @Nullable Object get(String fieldId) {
        return values.get(fieldId);
    }

    /** The record's values; empty if there are none. */
    public Map<String, @Nullable Object> record() {
        return values.get(RECORD) instanceof Map<?, ?> map ? Json.asObject(map) : Map.of();
    }
}
