package quire.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Ordered;
import quire.merge.Shape;
import quire.merge.Value;

/** A question that is answered with yes or no. */
public record YesNoField(Question question) implements Field {

    static Field read(Question question, FieldSource source) {
        return new YesNoField(question);
    }

    @Override
    public FieldType type() {
        return FieldType.YESNO;
    }

    @Override
    public String emptyMessage() {
        return question.wording().selectYes();
    }

    @Override
    public void check(Object answer, Review review) {
        if (!(answer instanceof Boolean)) {
            review.wrongKind("true or false");
        }
    }

    @Override
    public Map<String, @Nullable Object> schema() {
        Map<String, @Nullable Object> schema = Texts.described(this);
        schema.put("anyOf", List.of(Ordered.of("type", "boolean"), Blank.SCHEMA));
        return schema;
    }

    @Override
    public @Nullable String objection(Condition.Test test) {
        return switch (test.operator()) {
            case IS, IS_NOT ->
                test.operand() instanceof Boolean ? null : "a yes or no question is compared with true or false";
            case IN, INCLUDES, GT, LT -> "a yes or no question can be tested with “is: true” or “is: false” only";
            case ANSWERED -> null;
        };
    }

    @Override
    public Shape shape() {
        Map<String, Shape> is = new LinkedHashMap<>();
        is.put("yes", Shape.plain(Shape.Kind.YESNO));
        is.put("no", Shape.plain(Shape.Kind.YESNO));
        return Shape.plain(Shape.Kind.YESNO)
                .with(Map.of("is", Shape.group(is)))
                .offering(List.of("Yes", "No"))
                .required(required());
    }

    @Override
    public Value value(Object answer) {
        return answer instanceof Boolean yes ? shown(yes ? "Yes" : "No", yes, !yes) : blank();
    }

    @Override
    public Value blank() {
        return shown("", false, false);
    }

    private static Value shown(String text, boolean yes, boolean no) {
        Map<String, Value> is = new LinkedHashMap<>();
        is.put("yes", Value.Flag.of(yes));
        is.put("no", Value.Flag.of(no));
        return new Value.Shown(text, yes, Map.of("is", new Value.Group(is)));
    }
}
