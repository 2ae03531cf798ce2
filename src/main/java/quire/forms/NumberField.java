package quire.forms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Ordered;
import quire.merge.Shape;
import quire.merge.Value;

/**
 * A number.
 *
 * @param min the least; null for no limit
 * @param max the most; null for no limit
 * @param decimals how many places after the point it may have
 * @param unit what is counted, for example {@code hours}; null for a bare number
 */
public record NumberField(
        Question question,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        int decimals,
        @Nullable String unit) implements Field {

    /** Beyond this a number could not keep its value in canonical JSON. */
    static final BigDecimal LARGEST = new BigDecimal("999999999999");

    private static final int PENCE = 2;

    static Field read(Question question, FieldSource source) {
        BigDecimal min = source.at("min").number();
        BigDecimal max = source.at("max").number();
        if (min != null && max != null && min.compareTo(max) > 0) {
            source.fault(
                    "min",
                    "bounds",
                    "The field " + source.name() + " has the “min” " + min.toPlainString()
                            + ", which is more than its “max” " + max.toPlainString() + ".");
        }
        return new NumberField(
                question,
                min,
                max,
                source.at("decimals").whole(0),
                source.at("unit").text());
    }

    @Override
    public FieldType type() {
        return FieldType.NUMBER;
    }

    @Override
    public String emptyMessage() {
        return question.wording().enterNumber();
    }

    @Override
    public void check(Object answer, Review review) {
        Wording wording = question.wording();
        if (!(answer instanceof BigDecimal number)) {
            review.breaks("format", wording.must(decimals == 0 ? "be a whole number" : "be a number"));
        } else if (number.abs().compareTo(LARGEST) > 0) {
            review.wrong("limit", wording.must("be between -" + LARGEST + " and " + LARGEST));
        } else if (review.complete()) {
            checkLimits(number, review, wording);
        }
    }

    private void checkLimits(BigDecimal number, Review review, Wording wording) {
        if (number.stripTrailingZeros().scale() > decimals) {
            review.breaks(
                    "format",
                    wording.must(
                            decimals == 0
                                    ? "be a whole number"
                                    : "have " + decimals + (decimals == 1 ? " decimal place" : " decimal places")
                                            + " or fewer"));
        } else if (min != null && number.compareTo(min) < 0) {
            review.breaks("min", wording.must(range()));
        } else if (max != null && number.compareTo(max) > 0) {
            review.breaks("max", wording.must(range()));
        }
    }

    private String range() {
        if (min != null && max != null) {
            return "be between " + min.toPlainString() + " and " + max.toPlainString();
        }
        return min != null
                ? "be " + min.toPlainString() + " or more"
                : "be " + (max == null ? "" : max.toPlainString()) + " or less";
    }

    @Override
    public Map<String, @Nullable Object> schema() {
        Map<String, @Nullable Object> schema = Texts.described(this);
        schema.put(
                "anyOf",
                List.of(Ordered.of("type", "number", "minimum", LARGEST.negate(), "maximum", LARGEST), Blank.SCHEMA));
        return schema;
    }

    @Override
    public @Nullable String objection(Condition.Test test) {
        return switch (test.operator()) {
            case IS, IS_NOT, IN, GT, LT ->
                test.operands().stream().allMatch(BigDecimal.class::isInstance)
                        ? null
                        : "a number is compared with numbers";
            case INCLUDES -> "a number does not include anything";
            case ANSWERED -> null;
        };
    }

    @Override
    public Shape shape() {
        return Shape.plain(Shape.Kind.NUMBER)
                .with(Map.of("number", Shape.plain(Shape.Kind.NUMBER)))
                .required(required());
    }

    @Override
    public Value value(Object answer) {
        if (!(answer instanceof BigDecimal number) || number.abs().compareTo(LARGEST) > 0) {
            return blank();
        }
        BigDecimal printed = printed(number);
        String text = String.format(Locale.UK, "%,." + printed.scale() + "f", printed);
        return new Value.Shown(unit == null ? text : text + " " + unit, true, Map.of("number", new Value.Num(printed)));
    }

    @Override
    public Value blank() {
        return new Value.Shown("", false, Map.of("number", new Value.Text("")));
    }

    /** With as few places as it needs: 7.0 is 7. Where there are two, it is pounds and pence: 7.5 is 7.50. */
    private BigDecimal printed(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        int fewest = decimals == PENCE ? PENCE : 0;
        return shortest.setScale(Math.max(shortest.scale(), fewest), RoundingMode.UNNECESSARY);
    }
}
