package quire.forms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.core.Ordered;

/**
 * What a choice may choose from.
 *
 * @param id unique in the form
 * @param standard the standard that the items were taken from; null for items of the form's own
 * @param items in the order of the paper
 */
public record ChoiceList(String id, @Nullable String standard, List<Item> items) {

    private static final int SHORT_HINT = 120;

    public ChoiceList {
        items = List.copyOf(items);
    }

    /**
     * One thing to choose.
     *
     * @param id what is stored, for ever
     * @param text what people read
     * @param hint help under the text
     */
    public record Item(String id, String text, @Nullable String hint) {

        /** The hint where it is a remark rather than a text; otherwise nothing. */
        public String shortHint() {
            return hint == null || Words.characters(hint) > SHORT_HINT ? "" : hint;
        }

        /** As a form file has it. */
        Map<String, Object> data() {
            return hint == null ? Ordered.of("id", id, "text", text) : Ordered.of("id", id, "text", text, "hint", hint);
        }
    }

    public Optional<Item> find(@Nullable Object itemId) {
        return items.stream().filter(item -> item.id().equals(itemId)).findFirst();
    }

    public List<String> ids() {
        return items.stream().map(Item::id).toList();
    }

    public List<String> texts() {
        return items.stream().map(Item::text).toList();
    }
}
