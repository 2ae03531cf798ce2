package quire.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quire.core.Json;

/** Checks the entries of one repeat, each for itself and all for standing once. */
final class EntryCheck {

    private final RepeatField repeat;
    private final @Nullable ChoiceList rows;
    private final Set<Object> seen = new HashSet<>();

    EntryCheck(RepeatField repeat) {
        this.repeat = repeat;
        this.rows = repeat.rows();
    }

    /** @param entries where the rows are fixed, in the order of the form and after them what fits no row */
    void check(List<?> entries, Review review) {
        for (int i = 0; i < entries.size(); i++) {
            String path = review.path() + "[" + i + "]";
            if (entries.get(i) instanceof Map<?, ?> entry) {
                Map<String, @Nullable Object> item = Json.asObject(entry);
                checkEntry(
                        item, review.inEntry(path, name(i, item), review.sight().inItem(repeat, item)));
            } else {
                review.inside(path, review.sight()).wrongKind("a list of objects, one for each entry");
            }
            if (rows != null && i >= rows.items().size()) {
                return; // one stranger says it all
            }
        }
    }

    private String name(int position, Map<String, @Nullable Object> item) {
        return rows == null
                ? "Entry " + (position + 1)
                : rows.find(item.get("row")).map(ChoiceList.Item::text).orElse("Row " + (position + 1));
    }

    private void checkEntry(Map<String, @Nullable Object> item, Review review) {
        String key = rows == null ? "id" : "row";
        List<String> known = new ArrayList<>(List.of(key));
        repeat.items().forEach(field -> known.add(field.id()));
        Members.checkKeys(item, known, review);
        checkName(key, item.get(key), review);
        repeat.items().forEach(field -> review.examine(field, item.get(field.id())));
    }

    private void checkName(String key, @Nullable Object name, Review review) {
        if (rows != null && rows.find(name).isEmpty()) {
            review.wrongKind("rows whose “row” is one of " + String.join(", ", rows.ids()));
        } else if (name != null && !(name instanceof String text && Words.characters(text) <= Members.MAX)) {
            review.wrongKind("entries whose “id” is a short text");
        } else if (name != null && !seen.add(name)) {
            review.wrongKind("entries of which each “" + key + "” stands once");
        }
    }
}
