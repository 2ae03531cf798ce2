package quire.web.paper;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The entries of a repeat as people rearrange them. */
final class Entries {

    private static final String ID = "id";

    private final List<Map<String, @Nullable Object>> entries = new ArrayList<>();

    private Entries() {}

    /** @param answer the answer to a repeat, as it is kept */
    static Entries of(@Nullable Object answer) {
        Entries entries = new Entries();
        for (Object entry : answer instanceof List<?> list ? list : List.of()) {
            if (entry instanceof Map<?, ?> map) {
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((key, value) -> copy.put((String) key, value));
                entries.entries.add(copy);
            }
        }
        return entries;
    }

    /** Their names, in order. */
    List<String> ids() {
        return entries.stream().map(entry -> String.valueOf(entry.get(ID))).toList();
    }

    /** Gives every entry that a browser has named a name of ours; names that we gave stay for ever. */
    Entries named(Entries before) {
        Set<Object> ours = new HashSet<>();
        before.entries.forEach(entry -> ours.add(entry.get(ID)));
        entries.stream().filter(entry -> !ours.contains(entry.get(ID))).forEach(entry -> {
            entry.put(ID, fresh(ours));
            ours.add(entry.get(ID));
        });
        return this;
    }

    /** Adds an empty entry at the end and tells its name. */
    String add() {
        Set<Object> taken = new HashSet<>();
        entries.forEach(entry -> taken.add(entry.get(ID)));
        String id = fresh(taken);
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put(ID, id);
        entries.add(entry);
        return id;
    }

    void remove(String id) {
        entries.removeIf(entry -> id.equals(entry.get(ID)));
    }

    /** Moves an entry by one place; at the end of the list it stays. */
    void move(String id, int by) {
        int from = indexOf(id);
        int to = from + by;
        if (from >= 0 && to >= 0 && to < entries.size()) {
            entries.add(to, entries.remove(from));
        }
    }

    /** Puts an entry back where it was. */
    void restore(String id, Entries before) {
        int index = before.indexOf(id);
        if (index >= 0 && indexOf(id) < 0) {
            entries.add(Math.min(index, entries.size()), before.entries.get(index));
        }
    }

    int indexOf(String id) {
        for (int i = 0; i < entries.size(); i++) {
            if (id.equals(entries.get(i).get(ID))) {
                return i;
            }
        }
        return -1;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The answer as it is kept; null for no entries. */
    @Nullable
    Object answer() {
        return entries.isEmpty() ? null : List.copyOf(entries);
    }

    private static String fresh(Set<Object> taken) {
        int number = taken.size() + 1;
        while (taken.contains("r" + number)) {
            number++;
        }
        return "r" + number;
    }
}
