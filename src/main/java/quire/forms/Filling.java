package quire.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quire.core.Json;

/** Keeps apart, within one answer, what people type and what the record fills in. */
public final class Filling {

    private Filling() {}

    /** Whether the record fills in this field, or something inside it. */
    public static boolean in(Field field) {
        return field.filledByRecord()
                || (field instanceof RepeatField repeat
                        && repeat.items().stream().anyMatch(Field::filledByRecord));
    }

    /**
     * An answer whose typed parts come from one side and whose filled parts from the other. Where the record gives the
     * entries of a repeat, those it does not give are gone.
     */
    public static @Nullable Object joined(Field field, @Nullable Object typed, @Nullable Object filled) {
        Object joined = field instanceof RepeatField repeat && in(repeat)
                ? entries(repeat, typed, filled)
                : field.filledByRecord() ? filled : typed;
        return joined == null ? null : field.tidy(joined);
    }

    /**
     * Whether an answer that somebody sent leaves alone what the record has filled in. Filled parts inside the entries
     * of a repeat may be left out.
     */
    public static boolean leavesAlone(Field field, @Nullable Object sent, @Nullable Object known) {
        if (!(field instanceof RepeatField repeat)) {
            return !field.filledByRecord() || same(sent, known);
        }
        String key = repeat.entryKey();
        if (repeat.filledByRecord() && !names(sent, key).equals(names(known, key))) {
            return false;
        }
        return entries(sent).stream().allMatch(entry -> {
            Map<?, ?> before = named(known, key, entry.get(key));
            return repeat.items().stream()
                    .filter(item -> item.filledByRecord() && entry.containsKey(item.id()))
                    .allMatch(item -> same(entry.get(item.id()), before.get(item.id())));
        });
    }

    /**
     * Whether somebody typed into an entry that the record does not give any more.
     *
     * @param sent what they sent
     * @param before the answer they had in front of them
     * @param now the answer as it is
     */
    public static boolean loses(Field field, @Nullable Object sent, @Nullable Object before, @Nullable Object now) {
        return field instanceof RepeatField repeat
                && repeat.filledByRecord()
                && entries(sent).stream()
                        .filter(entry -> named(now, "id", entry.get("id")).isEmpty())
                        .anyMatch(entry -> !sameTyped(repeat, entry, named(before, "id", entry.get("id"))));
    }

    private static boolean sameTyped(RepeatField repeat, Map<?, ?> one, Map<?, ?> other) {
        return repeat.items().stream()
                .filter(item -> !item.filledByRecord())
                .allMatch(item -> same(one.get(item.id()), other.get(item.id())));
    }

    /**
     * The answers of a whole paper, its entries named wherever the record gives them: what people type there can then be
     * told apart from what the record fills in.
     */
    public static Map<String, @Nullable Object> named(Form form, Map<String, ? extends @Nullable Object> answers) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>(answers);
        form.fields()
                .filter(field -> field instanceof RepeatField repeat && repeat.filledByRecord())
                .forEach(field -> named.computeIfPresent(field.id(), (id, entries) -> withIds(entries)));
        return named;
    }

    private static Object withIds(Object answer) {
        List<Object> entries = new ArrayList<>();
        for (Object entry : answer instanceof List<?> list ? list : List.of()) {
            boolean nameless = entry instanceof Map<?, ?> map && map.get("id") == null;
            entries.add(nameless ? named(Json.asObject((Map<?, ?>) entry), "id", "r" + (entries.size() + 1)) : entry);
        }
        return answer instanceof List<?> ? entries : answer;
    }

    private static @Nullable Object entries(RepeatField repeat, @Nullable Object typed, @Nullable Object filled) {
        Object given = repeat.filledByRecord() ? filled : allRows(repeat.rows(), typed);
        if (!(given instanceof List<?>)) {
            return given;
        }
        List<Object> joined = new ArrayList<>();
        for (Map<?, ?> entry : entries(given)) {
            Object name = entry.get(repeat.entryKey());
            Map<?, ?> theirs = repeat.filledByRecord() ? named(typed, repeat.entryKey(), name) : entry;
            Map<?, ?> ours = repeat.filledByRecord() ? entry : named(filled, repeat.entryKey(), name);
            Map<String, Object> both = new LinkedHashMap<>();
            for (Field item : repeat.items()) {
                Object answer = (item.filledByRecord() ? ours : theirs).get(item.id());
                if (answer != null) {
                    both.put(item.id(), answer);
                }
            }
            if (repeat.rows() == null || !both.isEmpty()) {
                joined.add(named(both, repeat.entryKey(), name));
            }
        }
        return joined.isEmpty() && repeat.rows() != null ? null : joined;
    }

    /** The record may fill in a row in which nobody has typed yet. */
    private static @Nullable Object allRows(@Nullable ChoiceList rows, @Nullable Object typed) {
        return rows == null ? typed : Rows.inOrder(rows, typed instanceof List<?> list ? list : List.of());
    }

    private static Map<String, @Nullable Object> named(
            Map<String, ? extends @Nullable Object> answers, String key, @Nullable Object name) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        if (name != null) {
            entry.put(key, name);
        }
        entry.putAll(answers);
        return entry;
    }

    private static List<Map<?, ?>> entries(@Nullable Object answer) {
        List<Map<?, ?>> entries = new ArrayList<>();
        for (Object entry : answer instanceof List<?> list ? list : List.of()) {
            if (entry instanceof Map<?, ?> map) {
                entries.add(map);
            }
        }
        return entries;
    }

    private static List<String> names(@Nullable Object answer, String key) {
        return entries(answer).stream()
                .map(entry -> Objects.toString(entry.get(key)))
                .toList();
    }

    private static Map<?, ?> named(@Nullable Object answer, String key, @Nullable Object name) {
        return entries(answer).stream()
                .filter(entry -> name != null && name.equals(entry.get(key)))
                .findFirst()
                .orElse(Map.of());
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return canonical(one).equals(canonical(other));
    }

    private static String canonical(@Nullable Object answer) {
        return answer == null || answer.equals("") ? "" : Json.canonical(List.of(answer));
    }
}
