package quire.forms;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which sections and fields are part of a paper as it is answered now. What a condition hides counts as not answered
 * for every other condition, and keeps its answer. Not to be shared between threads.
 */
public final class Visibility {

    /** What is seen where there is no form around: every field without a condition. */
    static final Visibility ALONE = new Visibility(null, Map.of(), Map.of(), Map.of(), Map.of());

    private final @Nullable Visibility around;
    private final Map<String, Field> fields;
    private final Map<String, Section> sectionOf;
    private final Map<String, ? extends @Nullable Object> values;
    private final Map<String, ? extends @Nullable Object> record;
    private final Map<String, Boolean> known = new HashMap<>();

    private Visibility(
            @Nullable Visibility around,
            Map<String, Field> fields,
            Map<String, Section> sectionOf,
            Map<String, ? extends @Nullable Object> values,
            Map<String, ? extends @Nullable Object> record) {
        this.around = around;
        this.fields = fields;
        this.sectionOf = sectionOf;
        this.values = values;
        this.record = record;
    }

    public static Visibility of(Form form, Answers answers) {
        Map<String, Section> sectionOf = new HashMap<>();
        form.sections().forEach(section -> section.fields().forEach(field -> sectionOf.put(field.id(), section)));
        return new Visibility(null, byId(form.fields().toList()), sectionOf, answers.values(), facts(form, answers));
    }

    /** What is seen from inside one item of a repeat: its own fields first, then those of the form. */
    public Visibility inItem(RepeatField repeat, Map<String, ? extends @Nullable Object> item) {
        return new Visibility(this, byId(repeat.items()), Map.of(), item, record);
    }

    public boolean shows(Section section) {
        Condition condition = section.showIf();
        return condition == null || condition.holds(this::looked);
    }

    /** Whether a step of signing is taken; one that is not is skipped. */
    public boolean shows(SignOffStep step) {
        Condition condition = step.showIf();
        return condition == null || condition.holds(this::looked);
    }

    /** Whether a condition holds, looked at from here. */
    public boolean holds(Condition condition) {
        return condition.holds(this::looked);
    }

    /** Whether a field of this form, or of this item, is asked: its own condition and its section's hold. */
    public boolean shows(Field field) {
        Section section = sectionOf.get(field.id());
        Condition condition = field.showIf();
        if (section == null && condition == null) {
            return true;
        }
        Boolean shown = known.get(field.id());
        if (shown == null) {
            shown = (section == null || shows(section)) && (condition == null || condition.holds(this::looked));
            known.put(field.id(), shown);
        }
        return shown;
    }

    /** What a test looks at: null where it is hidden, not answered, or not known here. */
    public @Nullable Object looked(Condition.Test test) {
        return test.looksAtRecord() ? record.get(test.field()) : answer(test.field());
    }

    /** The answer that counts: null where the field is hidden, not answered, or not known here. */
    public @Nullable Object answer(String fieldId) {
        Field field = fields.get(fieldId);
        if (field == null) {
            return around == null ? null : around.answer(fieldId);
        }
        Object answer = values.get(fieldId);
        return field.isAnswered(answer) && shows(field) ? answer : null;
    }

    /** The facts of the record that are known. */
    private static Map<String, @Nullable Object> facts(Form form, Answers answers) {
        Map<String, @Nullable Object> facts = new HashMap<>();
        if (form.record() != null) {
            Map<String, @Nullable Object> record = answers.record();
            form.record().fields().stream()
                    .filter(field -> field.isAnswered(record.get(field.id())))
                    .forEach(field -> facts.put(field.id(), record.get(field.id())));
        }
        return facts;
    }

    private static Map<String, Field> byId(List<Field> fields) {
        Map<String, Field> byId = new LinkedHashMap<>();
        fields.forEach(field -> byId.put(field.id(), field));
        return byId;
    }
}
