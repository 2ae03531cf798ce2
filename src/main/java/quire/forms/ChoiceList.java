package quire.forms;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a choice may choose from.
 *
 * @param id unique in the form
 * @param items in the order of the paper
 */
public record ChoiceList(String id, List<Item> items) {

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
    public record Item(String id, String text, @Nullable String hint) {}

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
