package quire.portfolio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quire.core.Json;
import quire.core.Ordered;
import quire.forms.Answers;
import quire.forms.Carry;
import quire.forms.Field;
import quire.forms.Form;
import quire.forms.RepeatField;
import quire.forms.Visibility;

/**
 * What an earlier paper hands on to the next one of its kind, because it is not done with.
 *
 * @param answers the entries to begin with, by the id of their repeat
 * @param entries where each comes from
 */
record Carrying(Map<String, @Nullable Object> answers, List<Carried> entries) {

    static final Carrying NONE = new Carrying(Map.of(), List.of());

    Carrying {
        answers = Ordered.copyOf(answers);
        entries = List.copyOf(entries);
    }

    /**
     * What a paper begins with.
     *
     * @param earlier the papers of this form in the portfolio, the first one first
     */
    static Carrying into(Form form, List<Document> earlier) {
        if (earlier.isEmpty()) {
            return NONE;
        }
        Document last = earlier.get(earlier.size() - 1);
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        List<Carried> entries = new ArrayList<>();
        form.fields().forEach(field -> {
            if (field instanceof RepeatField repeat && repeat.carry() != null) {
                List<Object> carried = new ArrayList<>();
                unmet(last, repeat, repeat.carry()).forEach(entry -> carried.add(taken(entry, last, repeat, entries)));
                if (!carried.isEmpty()) {
                    answers.put(repeat.id(), carried);
                }
            }
        });
        return new Carrying(answers, entries);
    }

    /** Judged by the form that the earlier paper was written on. */
    private static List<Map<String, @Nullable Object>> unmet(Document last, RepeatField repeat, Carry carry) {
        Optional<Field> before = last.form().field(repeat.id());
        if (before.isEmpty()
                || !(before.get() instanceof RepeatField held)
                || !(last.answers().get(repeat.id()) instanceof List<?> list)) {
            return List.of();
        }
        Visibility sight = Visibility.of(last.form(), Answers.of(last.form(), last.answers()));
        return list.stream()
                .filter(Map.class::isInstance)
                .map(entry -> Json.asObject((Map<?, ?>) entry))
                .filter(entry -> sight.inItem(held, entry).holds(carry.condition()))
                .limit(repeat.max())
                .toList();
    }

    private static Map<String, @Nullable Object> taken(
            Map<String, @Nullable Object> entry, Document from, RepeatField repeat, List<Carried> entries) {
        Map<String, @Nullable Object> taken = new LinkedHashMap<>(entry);
        Carry carry = repeat.carry();
        taken.keySet().retainAll(carry == null ? List.of() : carry.fields());
        String id = UUID.randomUUID().toString();
        taken.put("id", id);
        entries.add(new Carried(repeat.id(), id, from.id(), from.title(), String.valueOf(entry.get("id"))));
        return taken;
    }
}
