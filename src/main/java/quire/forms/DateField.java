package quire.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quire.merge.Shape;
import quire.merge.Value;

/**
 * A day, without a time and without a zone.
 *
 * @param notBefore the earliest day; null for no limit
 * @param notAfter the latest day; null for no limit
 */
public record DateField(
        Question question,
        @Nullable DateBound notBefore,
        @Nullable DateBound notAfter) implements Field {

    static Field read(Question question, FieldSource source) {
        DateBound notBefore = DateBound.read(source.at("not_before"));
        DateBound notAfter = DateBound.read(source.at("not_after"));
        if (notBefore instanceof DateBound.Day first
                && notAfter instanceof DateBound.Day last
                && first.date().isAfter(last.date())) {
            source.fault(
                    "not_before",
                    "bounds",
                    "The field " + source.name() + " may not be before " + Dates.inWords(first.date())
                            + " and not after " + Dates.inWords(last.date()) + ", so no date fits.");
        }
        return new DateField(question, notBefore, notAfter);
    }

    /** The other fields that limit this one. */
    Stream<String> boundBy() {
        return Stream.of(notBefore, notAfter)
                .filter(DateBound.SameAs.class::isInstance)
                .map(bound -> ((DateBound.SameAs) bound).field());
    }

    @Override
    public FieldType type() {
        return FieldType.DATE;
    }

    @Override
    public String emptyMessage() {
        return question.wording().enterDate();
    }

    @Override
    public void check(Object answer, Review review) {
        LocalDate date = Dates.parse(answer);
        if (date == null) {
            review.breaks("format", question.wording().must("be a real date"));
        } else if (review.complete()) {
            checkEarliest(date, review);
            checkLatest(date, review);
        }
    }

    private void checkEarliest(LocalDate date, Review review) {
        LocalDate earliest = day(notBefore, review);
        if (earliest != null && date.isBefore(earliest)) {
            String rule = notBefore instanceof DateBound.Today
                    ? "be today or in the future"
                    : "be the same as or after " + Dates.inWords(earliest);
            review.breaks("not_before", question.wording().must(rule));
        }
    }

    private void checkLatest(LocalDate date, Review review) {
        LocalDate latest = day(notAfter, review);
        if (latest != null && date.isAfter(latest)) {
            String rule = notAfter instanceof DateBound.Today
                    ? "be today or in the past"
                    : "be the same as or before " + Dates.inWords(latest);
            review.breaks("not_after", question.wording().must(rule));
        }
    }

    private static @Nullable LocalDate day(@Nullable DateBound bound, Review review) {
        if (bound instanceof DateBound.Today) {
            return review.today();
        } else if (bound instanceof DateBound.Day day) {
            return day.date();
        } else if (bound instanceof DateBound.SameAs other) {
            return Dates.parse(review.sight().answer(other.field()));
        }
        return null;
    }

    @Override
    public Map<String, @Nullable Object> schema() {
        Map<String, @Nullable Object> schema = Texts.described(this);
        schema.put("anyOf", List.of(Dates.SCHEMA, Blank.SCHEMA));
        return schema;
    }

    @Override
    public @Nullable String objection(Condition.Test test) {
        return switch (test.operator()) {
            case IS, IS_NOT, IN, GT, LT ->
                test.operands().stream().allMatch(day -> Dates.parse(day) != null)
                        ? null
                        : "a date is compared with dates such as 2026-03-14";
            case INCLUDES -> "a date does not include anything";
            case ANSWERED -> null;
        };
    }

    @Override
    public Shape shape() {
        return Dates.shape().required(required());
    }

    @Override
    public Value value(Object answer) {
        LocalDate date = Dates.parse(answer);
        return date == null ? blank() : Dates.shown(date);
    }

    @Override
    public Value blank() {
        return Dates.blank();
    }
}
