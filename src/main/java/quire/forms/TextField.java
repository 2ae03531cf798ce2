package quire.forms;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.merge.Shape;
import quire.merge.Value;

/**
 * A short text.
 *
 * @param max the most characters
 * @param lines how many lines the box shows; with 1 the answer is kept on one line
 */
public record TextField(Question question, int max, int lines) implements Field {

    static final int USUAL_MAX = 200;

    static Field read(Question question, FieldSource source) {
        return new TextField(
                question, source.at("max").whole(USUAL_MAX), source.at("lines").whole(1));
    }

    @Override
    public FieldType type() {
        return FieldType.TEXT;
    }

    @Override
    public String emptyMessage() {
        return question.wording().enter();
    }

    @Override
    public void check(Object answer, Review review) {
        Texts.check(answer, review, text -> {
            if (Words.characters(text) > max) {
                review.breaks("max", question.wording().must("be " + max + " characters or fewer"));
            }
        });
    }

    @Override
    public Object tidy(Object answer) {
        if (!(answer instanceof String text)) {
            return answer;
        }
        return Words.trim(lines == 1 ? text.replaceAll("\\s*\\n\\s*", " ") : text);
    }

    @Override
    public Map<String, @Nullable Object> schema() {
        return Texts.schema(this);
    }

    @Override
    public @Nullable String objection(Condition.Test test) {
        return switch (test.operator()) {
            case IS, IS_NOT, IN ->
                test.operands().stream().allMatch(String.class::isInstance)
                        ? null
                        : "a text is compared with texts. Put quotes round it";
            case INCLUDES, GT, LT -> "a text can be tested with is, is_not, in and answered only";
            case ANSWERED -> null;
        };
    }

    @Override
    public Shape shape() {
        return Shape.plain(Shape.Kind.TEXT).required(required());
    }

    @Override
    public Value value(Object answer) {
        return answer instanceof String text ? new Value.Text(text) : blank();
    }

    @Override
    public Value blank() {
        return new Value.Text("");
    }
}
