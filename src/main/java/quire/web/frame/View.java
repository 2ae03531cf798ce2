package quire.web.frame;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.merge.Value;

/** What one page, or a part of it, shows: named values, gathered in the order of writing. */
public final class View {

    private final Map<String, Value> members = new LinkedHashMap<>();

    /** A line of a summary list; a value that is not there is said to be missing. */
    public static View row(String key, @Nullable String value) {
        return new View().text("key", key).prose("value", value).flag("missing", value == null || value.isBlank());
    }

    /** Text; null is shown as nothing. */
    public View text(String key, @Nullable String text) {
        return value(key, new Value.Text(text == null ? "" : text));
    }

    /** Long text, which three braces print as paragraphs and lists. */
    public View prose(String key, @Nullable String text) {
        return value(key, new Value.Prose(text == null ? "" : text));
    }

    public View number(String key, long number) {
        return value(key, new Value.Num(BigDecimal.valueOf(number)));
    }

    public View flag(String key, boolean truth) {
        return value(key, Value.Flag.of(truth));
    }

    public View list(String key, List<View> items) {
        return value(key, new Value.Items(items.stream().<Value>map(View::done).toList()));
    }

    public View group(String key, View inside) {
        return value(key, inside.done());
    }

    public View value(String key, Value value) {
        members.put(key, value);
        return this;
    }

    /** The text of that name; empty if there is none. */
    String textOf(String key) {
        return members.getOrDefault(key, Value.Items.NONE).text();
    }

    public Value.Group done() {
        return new Value.Group(members);
    }
}
