package quire.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Json;

/** Puts answers of another version into a form, one by one, and gathers what has no place there. */
final class AnswerMover {

    private final Form to;
    private final LocalDate today;
    private final List<MovedAnswers.Left> left = new ArrayList<>();

    AnswerMover(Form to, LocalDate today) {
        this.to = to;
        this.today = today;
    }

    List<MovedAnswers.Left> left() {
        return left;
    }

    /**
     * An answer as the form can hold it; null for not at all.
     *
     * @param section where it was asked
     */
    @Nullable
    Object moved(String section, Field field, Object answer) {
        Field next = to.field(field.id()).orElse(null);
        if (next == null || !continues(field, next)) {
            leave(section, field, field.label(), answer);
            return null;
        } else if (field instanceof RepeatField repeat
                && next instanceof RepeatField other
                && answer instanceof List<?> list) {
            return entries(section, repeat, other, list);
        }
        return fitting(section, field, next, field.label(), answer, null);
    }

    /** The values of the block at the head. */
    @Nullable
    Map<String, @Nullable Object> record(Form from, Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> moved = new LinkedHashMap<>(values);
        List<Field> known = to.record() == null ? List.of() : to.record().fields();
        for (Field field :
                from.record() == null ? List.<Field>of() : from.record().fields()) {
            Object value = moved.get(field.id());
            boolean stays = known.stream()
                    .anyMatch(next -> next.id().equals(field.id())
                            && next.type() == field.type()
                            && (value == null || isKept(next, value, null)));
            if (value != null && !stays) {
                leave("", field, field.label(), value);
            }
            if (!stays) {
                moved.remove(field.id());
            }
        }
        return to.record() == null ? null : moved;
    }

    /** What people typed is not to be written over by what the record knows. */
    private static boolean continues(Field field, Field next) {
        return field.type() == next.type() && (field.filledByRecord() || !next.filledByRecord());
    }

    private @Nullable Object fitting(
            String section, Field field, Field next, String label, Object answer, @Nullable RepeatField around) {
        if (isKept(next, answer, around)) {
            return answer;
        }
        leave(section, field, label, answer);
        Object shorter = shorter(next, answer);
        return shorter != null && isKept(next, shorter, around) ? shorter : null;
    }

    /** What is left of an answer of several parts when those go that the form does not have. */
    private static @Nullable Object shorter(Field next, Object answer) {
        if (next instanceof ChoicesField choices && answer instanceof List<?> chosen) {
            List<?> known = chosen.stream()
                    .filter(one -> choices.list().find(one).isPresent())
                    .toList();
            return known.isEmpty() ? null : known;
        } else if (next instanceof FilesField files && answer instanceof List<?> some && some.size() > files.max()) {
            return some.subList(0, files.max());
        }
        return null;
    }

    private @Nullable Object entries(String section, RepeatField repeat, RepeatField next, List<?> answer) {
        List<Object> moved = new ArrayList<>();
        int number = 0;
        for (Object one : answer) {
            number++;
            if (one instanceof Map<?, ?> map) {
                Map<String, @Nullable Object> entry = Json.asObject(map);
                String label = heading(repeat, entry, number) + ": ";
                boolean fits = next.rows() == null
                        ? moved.size() < next.max()
                        : next.rows().find(entry.get("row")).isPresent();
                Map<String, @Nullable Object> kept = entry(section, repeat, fits ? next : null, label, entry);
                if (fits) {
                    moved.add(kept);
                }
            }
        }
        if (isKept(next, moved, null)) {
            return moved;
        }
        leave(section, repeat, repeat.label(), answer);
        return null;
    }

    private static String heading(RepeatField repeat, Map<String, @Nullable Object> entry, int number) {
        ChoiceList rows = repeat.rows();
        return rows == null
                ? repeat.label() + " " + number
                : repeat.label() + ", "
                        + rows.find(entry.get("row")).map(ChoiceList.Item::text).orElse(Integer.toString(number));
    }

    private Map<String, @Nullable Object> entry(
            String section,
            RepeatField repeat,
            @Nullable RepeatField next,
            String label,
            Map<String, @Nullable Object> entry) {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>(entry);
        for (Field item : repeat.items()) {
            Object answer = entry.get(item.id());
            if (answer == null) {
                continue;
            }
            Field other = next == null ? null : continuing(item, next);
            Object fitting = null;
            if (other == null) {
                leave(section, item, label + item.label(), answer);
            } else {
                fitting = fitting(section, item, other, label + item.label(), answer, next);
            }
            if (fitting == null) {
                kept.remove(item.id());
            } else {
                kept.put(item.id(), fitting);
            }
        }
        return kept;
    }

    private static @Nullable Field continuing(Field item, RepeatField next) {
        return next.items().stream()
                .filter(one -> one.id().equals(item.id()) && continues(item, one))
                .findFirst()
                .orElse(null);
    }

    private void leave(String section, Field field, String label, Object answer) {
        if (field.isAnswered(answer) && field.type() != FieldType.STATEMENT) {
            left.add(new MovedAnswers.Left(section, field.id(), label, answer));
        }
    }

    /** Whether a draft can hold an answer. */
    private boolean isKept(Field field, Object answer, @Nullable RepeatField around) {
        List<Finding> findings = new ArrayList<>();
        Visibility sight = Visibility.of(to, Answers.NONE);
        Review.of(around == null ? sight : sight.inItem(around, Map.of(field.id(), answer)), today, false, findings)
                .examine(field, answer);
        return !Finding.anyError(findings);
    }
}
