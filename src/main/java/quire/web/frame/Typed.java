package quire.web.frame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands in the boxes of a page, or came back from it: by the name of the box, its texts in order. A page is drawn
 * from this alone, so that what was typed and refused is drawn exactly as what was saved.
 *
 * <p>A box is named after its field: {@code plan}, {@code visit_date.day}, and inside a repeat
 * {@code capabilities.r2.judgement}, where {@code r2} is the entry. The entries themselves, in order, are the texts of
 * the box {@code capabilities}.
 */
public record Typed(Map<String, List<String>> values) {

    /** Boxes in which nothing stands. */
    public static final Typed NOTHING = new Typed(Map.of());

    public Typed {
        values = Map.copyOf(values);
    }

    /** Boxes with one text each. */
    public static Typed of(Map<String, String> texts) {
        Builder builder = new Builder();
        texts.forEach(builder::add);
        return builder.done();
    }

    /** The text of a box; empty if there is none. */
    public String one(String name) {
        List<String> texts = all(name);
        return texts.isEmpty() ? "" : texts.get(0);
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The entries of a repeat, each once; what cannot be the name of an entry is none. */
    public List<String> entries(String name) {
        return all(name).stream()
                .filter(entry -> entry.matches("[A-Za-z0-9_-]{1,40}"))
                .distinct()
                .toList();
    }

    /** The name of a box inside an entry of a repeat. */
    public static String inside(String repeat, String entry, String field) {
        return repeat + "." + entry + "." + field;
    }

    /** The HTML id that goes with a name. */
    public static String id(String name) {
        return name.replace('.', '-');
    }

    /** Gathers boxes while answers are laid out. */
    public static final class Builder {
        private final Map<String, List<String>> values = new LinkedHashMap<>();

        public void add(String name, String text) {
            values.computeIfAbsent(name, key -> new ArrayList<>()).add(text);
        }

        public Typed done() {
            return new Typed(values);
        }
    }
}
