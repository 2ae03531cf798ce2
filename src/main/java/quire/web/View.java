package quire.web;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.merge.Value;

/** What one page, or a part of it, shows: named values, gathered in the order of writing. */
final class View {

    private final Map<String, Value> members = new LinkedHashMap<>();

    /** Text; null is shown as nothing. */
    View text(String key, @Nullable String text) {
        return value(key, new Value.Text(text == null ? "" : text));
    }

    /** Long text, which three braces print as paragraphs and lists. */
    View prose(String key, @Nullable String text) {
        return value(key, new Value.Prose(text == null ? "" : text));
    }

    View number(String key, long number) {
        return value(key, new Value.Num(BigDecimal.valueOf(number)));
    }

    View flag(String key, boolean truth) {
        return value(key, Value.Flag.of(truth));
    }

    View list(String key, List<View> items) {
        return value(key, new Value.Items(items.stream().<Value>map(View::done).toList()));
    }

    View group(String key, View inside) {
        return value(key, inside.done());
    }

    View value(String key, Value value) {
        members.put(key, value);
        return this;
    }

    /** The text of that name; empty if there is none. */
    String textOf(String key) {
        return members.getOrDefault(key, Value.Items.NONE).text();
    }

    Value.Group done() {
        return new Value.Group(members);
    }
}
