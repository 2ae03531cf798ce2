package quire.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Problem;
import quire.forms.Field;
import quire.forms.RepeatField;

/**
 * The entries of a repeat, one by one.
 *
 * @param key what names an entry
 */
record Entries(String key) {

    /** @throws Problem if the field has no entries */
    static Entries of(Field field) {
        if (field instanceof RepeatField repeat) {
            return new Entries(repeat.entryKey());
        }
        throw Problem.notFound("“" + field.label() + "” has no entries.");
    }

    /** The entry of that name; null if the answer has none. */
    @Nullable
    Object find(@Nullable Object answer, String name) {
        int place = place(list(answer), name);
        return place < 0 ? null : list(answer).get(place);
    }

    /**
     * An answer with one entry as it is in another answer: in its place, or at the end where it is gone by now.
     *
     * @throws Problem if the other answer has no such entry
     */
    List<@Nullable Object> with(@Nullable Object answer, String name, @Nullable Object other) {
        Object wanted = find(other, name);
        if (wanted == null) {
            throw Problem.notFound("There was no such entry at that time.");
        }
        List<@Nullable Object> entries = new ArrayList<>(list(answer));
        int place = place(entries, name);
        if (place < 0) {
            entries.add(wanted);
        } else {
            entries.set(place, wanted);
        }
        return entries;
    }

    private int place(List<?> entries, String name) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i) instanceof Map<?, ?> entry && name.equals(entry.get(key))) {
                return i;
            }
        }
        return -1;
    }

    private static List<?> list(@Nullable Object answer) {
        return answer instanceof List<?> list ? list : List.of();
    }
}
