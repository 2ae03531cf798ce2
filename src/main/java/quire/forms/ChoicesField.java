package quire.forms;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Ordered;
import quire.merge.Shape;
import quire.merge.Value;

/**
 * Any number of items out of a list.
 *
 * @param list what there is to choose
 * @param min the fewest; null for no limit
 * @param max the most; null for no limit
 */
public record ChoicesField(
        Question question,
        ChoiceList list,
        @Nullable Integer min,
        @Nullable Integer max) implements Field {

    static Field read(Question question, FieldSource source) {
        ChoiceList list = source.list("list");
        Integer min = source.at("min").whole();
        Integer max = source.at("max").whole();
        if (min != null && max != null && min > max) {
            source.fault(
                    "min",
                    "bounds",
                    "The field " + source.name() + " wants at least " + min + " and at most " + max + ".");
        } else if (min != null && !list.items().isEmpty() && min > list.items().size()) {
            source.fault(
                    "min",
                    "bounds",
                    "The field " + source.name() + " wants at least " + min + ", but the list “" + list.id()
                            + "” has only " + list.items().size() + ".");
        }
        return new ChoicesField(question, list, min, max);
    }

    @Override
    public FieldType type() {
        return FieldType.CHOICES;
    }

    @Override
    public boolean isAnswered(@Nullable Object answer) {
        return Field.super.isAnswered(answer) && !(answer instanceof List<?> chosen && chosen.isEmpty());
    }

    @Override
    public String emptyMessage() {
        return question.wording().select();
    }

    @Override
    public void check(Object answer, Review review) {
        if (!(answer instanceof List<?> chosen)) {
            review.wrongKind("a list of ids out of " + String.join(", ", list.ids()));
        } else if (!chosen.stream().allMatch(one -> list.find(one).isPresent())
                || chosen.stream().distinct().count() < chosen.size()) {
            review.breaks(
                    "choice",
                    "Select from the answers offered for " + question.wording().quoted() + ", each once");
        } else if (review.complete()) {
            checkNumber(chosen.size(), review);
        }
    }

    private void checkNumber(int chosen, Review review) {
        if (min != null && chosen > 0 && chosen < min) {
            review.breaks(
                    "min",
                    "Select at least " + min + " for " + question.wording().quoted());
        } else if (max != null && chosen > max) {
            review.breaks(
                    "max",
                    "Select no more than " + max + " for " + question.wording().quoted());
        }
    }

    @Override
    public Map<String, @Nullable Object> schema() {
        Map<String, @Nullable Object> schema = Texts.described(this);
        schema.put(
                "anyOf",
                List.of(
                        Ordered.of("type", "array", "uniqueItems", true, "items", Ordered.of("enum", list.ids())),
                        Blank.SCHEMA));
        return schema;
    }

    @Override
    public @Nullable String objection(Condition.Test test) {
        return switch (test.operator()) {
            case INCLUDES -> Choosing.objection(test, list);
            case ANSWERED -> null;
            case IS, IS_NOT, IN, GT, LT -> "of choices a condition asks “includes: …” or “answered”";
        };
    }

    @Override
    public Shape shape() {
        return Shape.list(Choosing.shape(list)).offering(list.texts()).required(required());
    }

    @Override
    public Value value(Object answer) {
        if (!(answer instanceof List<?> chosen)) {
            return blank();
        }
        return new Value.Items(list.items().stream()
                .filter(item -> chosen.contains(item.id()))
                .map(item -> (Value) Choosing.shown(item, list))
                .toList());
    }

    @Override
    public Value blank() {
        return Value.Items.NONE;
    }
}
