package quire.forms;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Ordered;
import quire.merge.Shape;
import quire.merge.Value;

/**
 * Text that is read and not answered.
 *
 * @param text paragraphs and simple lists
 */
public record StatementField(Question question, String text) implements Field {

    static Field read(Question question, FieldSource source) {
        return new StatementField(question, source.at("text").text(""));
    }

    @Override
    public FieldType type() {
        return FieldType.STATEMENT;
    }

    @Override
    public boolean required() {
        return false;
    }

    @Override
    public String emptyMessage() {
        return "";
    }

    @Override
    public Object standing(@Nullable Object answer) {
        return answer == null ? text : answer;
    }

    @Override
    public void check(Object answer, Review review) {
        if (!answer.equals(text)) {
            review.wrongKind("left out: this is a statement");
        }
    }

    @Override
    public Map<String, @Nullable Object> schema() {
        Map<String, @Nullable Object> schema = Texts.described(this);
        schema.put("anyOf", List.of(Ordered.of("const", text), Blank.SCHEMA));
        return schema;
    }

    @Override
    public @Nullable String objection(Condition.Test test) {
        return "a statement has no answer to look at";
    }

    @Override
    public Shape shape() {
        return Shape.plain(Shape.Kind.PROSE);
    }

    /** The statement itself, whatever was sent as its answer. */
    @Override
    public Value value(Object answer) {
        return new Value.Prose(text);
    }

    @Override
    public Value blank() {
        return new Value.Prose("");
    }
}
