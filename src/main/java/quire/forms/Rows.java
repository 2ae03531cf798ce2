package quire.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entries of a repeat whose rows the form gives. */
final class Rows {

    private Rows() {}

    /** One entry for each row, in the order of the form, empty where none was given; after them what fits no row. */
    static List<@Nullable Object> inOrder(ChoiceList rows, List<?> entries) {
        Map<String, @Nullable Object> byRow = new LinkedHashMap<>();
        rows.ids().forEach(id -> byRow.put(id, Map.of("row", id)));
        List<@Nullable Object> strangers = new ArrayList<>();
        List<String> given = new ArrayList<>();
        for (Object entry : entries) {
            if (entry instanceof Map<?, ?> map
                    && map.get("row") instanceof String row
                    && byRow.containsKey(row)
                    && !given.contains(row)) {
                byRow.put(row, entry);
                given.add(row);
            } else {
                strangers.add(entry);
            }
        }
        List<@Nullable Object> inOrder = new ArrayList<>(byRow.values());
        inOrder.addAll(strangers);
        return inOrder;
    }
}
