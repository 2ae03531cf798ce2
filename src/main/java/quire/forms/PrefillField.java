package quire.forms;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.merge.Shape;
import quire.merge.Value;
import quire.yaml.Part;

/**
 * The employer's standard words, which the employer may change and others only read.
 *
 * @param text the words as shipped
 * @param editableBy the roles that may change them in a paper; none for nobody
 */
public record PrefillField(Question question, String text, List<String> editableBy) implements Field {

    public PrefillField {
        editableBy = List.copyOf(editableBy);
    }

    static Field read(Question question, FieldSource source) {
        Part roles = source.at("editable_by");
        roles.entries().forEach(source::checkRole);
        return new PrefillField(question, source.at("text").text(""), roles.texts());
    }

    @Override
    public FieldType type() {
        return FieldType.PREFILL;
    }

    @Override
    public @Nullable Object standing(@Nullable Object answer) {
        return isAnswered(answer) ? answer : text;
    }

    @Override
    public String emptyMessage() {
        return question.wording().enter();
    }

    @Override
    public void check(Object answer, Review review) {
        Texts.check(answer, review, text -> {});
    }

    @Override
    public Map<String, @Nullable Object> schema() {
        return Texts.schema(this);
    }

    @Override
    public Shape shape() {
        return Shape.plain(Shape.Kind.PROSE).required(required());
    }

    @Override
    public Value value(Object answer) {
        return new Value.Prose(answer instanceof String changed ? changed : text);
    }

    @Override
    public Value blank() {
        return new Value.Prose("");
    }
}
