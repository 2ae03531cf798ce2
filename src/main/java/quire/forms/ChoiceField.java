package quire.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Ordered;
import quire.merge.Shape;
import quire.merge.Value;

/**
 * One item out of a list.
 *
 * @param list what there is to choose
 */
public record ChoiceField(Question question, ChoiceList list) implements Field {

    static Field read(Question question, FieldSource source) {
        return new ChoiceField(question, source.list("list"));
    }

    @Override
    public FieldType type() {
        return FieldType.CHOICE;
    }

    @Override
    public String emptyMessage() {
        return question.wording().select();
    }

    @Override
    public void check(Object answer, Review review) {
        if (!(answer instanceof String)) {
            review.wrongKind("the id of one item: " + String.join(", ", list.ids()));
        } else if (list.find(answer).isEmpty()) {
            review.breaks(
                    "choice",
                    "Select one of the answers offered for "
                            + question.wording().quoted());
        }
    }

    @Override
    public Map<String, @Nullable Object> schema() {
        Map<String, @Nullable Object> schema = Texts.described(this);
        List<Object> items = new ArrayList<>();
        list.items().forEach(item -> items.add(Ordered.of("const", item.id(), "title", item.text())));
        items.add(Blank.SCHEMA);
        schema.put("anyOf", items);
        return schema;
    }

    @Override
    public @Nullable String objection(Condition.Test test) {
        return switch (test.operator()) {
            case IS, IS_NOT, IN -> Choosing.objection(test, list);
            case INCLUDES -> "“includes” is for the type choices. Write “is” or “in”";
            case GT, LT -> "a choice is not more or less than another. Write “is” or “in”";
            case ANSWERED -> null;
        };
    }

    @Override
    public Shape shape() {
        return Choosing.shape(list).required(required());
    }

    @Override
    public Value value(Object answer) {
        return Choosing.shown(list.find(answer).orElse(null), list);
    }

    @Override
    public Value blank() {
        return Choosing.shown(null, list);
    }
}
