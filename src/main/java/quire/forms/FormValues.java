package quire.forms;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.merge.Value;

/** Turns answers into what a template sees. */
public final class FormValues {

    private FormValues() {}

    /**
     * Everything a template may print of one document: each field under its id, and {@code record}, {@code form},
     * {@code document}, {@code signatures}, {@code heading} and {@code sections}. Answers of a wrong kind are left blank, so check them
     * first.
     */
    public static Value.Group of(Form form, Answers answers, DocumentFacts facts) {
        Visibility sight = Visibility.of(form, answers);
        Map<String, Value> values = new LinkedHashMap<>();
        form.fields().forEach(field -> values.put(field.id(), value(field, answers.get(field.id()), sight)));
        Value.Group sections = SectionValues.of(form, values, sight, facts);
        Value.Group record = record(form, answers);
        values.put("record", record);
        values.put("heading", SectionValues.heading(form, record));
        values.put("form", form(form));
        values.put("document", document(form, record, facts));
        values.put("signatures", Signatures.values(form, answers, sight));
        values.putAll(sections.members());
        return new Value.Group(values);
    }

    /** One answer as a template sees it: blank where hidden, a gap where it is required and missing. */
    static Value value(Field field, @Nullable Object answer, Visibility sight) {
        if (!sight.shows(field)) {
            return field.blank();
        }
        Object standing = field.standing(answer);
        if (standing != null && field instanceof RepeatField repeat) {
            return repeat.value(standing, sight);
        } else if (standing != null && field.isAnswered(standing)) {
            return field.value(standing);
        }
        return field.required() ? field.gap() : field.blank();
    }

    private static Value.Group record(Form form, Answers answers) {
        Map<String, Value> values = new LinkedHashMap<>();
        if (form.record() != null) {
            Map<String, @Nullable Object> record = answers.record();
            for (Field field : form.record().fields()) {
                values.put(field.id(), value(field, record.get(field.id()), Visibility.ALONE));
            }
        }
        return new Value.Group(values);
    }

    private static Value form(Form form) {
        Map<String, Value> values = new LinkedHashMap<>();
        values.put("id", new Value.Text(form.id()));
        values.put("title", new Value.Text(form.title()));
        values.put("version", new Value.Num(BigDecimal.valueOf(form.version())));
        values.put("reference", text(form.reference()));
        values.put("code", text(form.code()));
        values.put("about", text(form.about()));
        return new Value.Group(values);
    }

    private static Value document(Form form, Value.Group record, DocumentFacts facts) {
        String foot = form.record() == null ? null : form.record().foot();
        Value atFoot = foot == null ? null : record.member(foot);
        Map<String, Value> values = new LinkedHashMap<>();
        values.put("title", new Value.Text(form.titleOf(facts.number())));
        values.put("number", facts.number() < 1 ? text(null) : new Value.Num(BigDecimal.valueOf(facts.number())));
        values.put("status", new Value.Text(facts.status()));
        values.put("is", new Value.Group(Map.of("draft", Value.Flag.of(facts.draft()))));
        values.put("record", text(facts.signed() == null ? null : facts.signed().mark()));
        values.put("made", Dates.shown(facts.made()));
        values.put("foot", text(atFoot == null ? null : atFoot.text()));
        return new Value.Group(values);
    }

    static Value text(@Nullable String text) {
        return new Value.Text(text == null ? "" : text);
    }
}
