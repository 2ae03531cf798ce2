package quire.web.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.core.Json;
import quire.forms.Field;
import quire.forms.LongTextField;
import quire.forms.RepeatField;
import quire.forms.Section;

/**
 * A long text somewhere in a section: a question of its own, or one of an entry.
 *
 * @param field the question that stands directly in the section
 * @param entry the name of the entry; empty for none
 * @param text the long text itself
 */
record BoxName(Field field, String entry, Field text) {

    /** @param name as the box is called: {@code plan}, or {@code needs.e1.activity} */
    static Optional<BoxName> in(Section section, String name) {
        String[] parts = name.split("\\.", -1);
        Field field = find(section.fields(), parts[0]);
        if (parts.length == 1 && field instanceof LongTextField && field.asksPeople()) {
            return Optional.of(new BoxName(field, "", field));
        } else if (parts.length == 3 && field instanceof RepeatField repeat) {
            Field inside = find(repeat.items(), parts[2]);
            return inside instanceof LongTextField && inside.asksPeople()
                    ? Optional.of(new BoxName(field, parts[1], inside))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /**
     * The answer with something more at the end of the text.
     *
     * @return empty if there is no such entry
     */
    Optional<Object> with(@Nullable Object answer, String more) {
        if (!(field instanceof RepeatField repeat)) {
            return Optional.of(longer(answer, more));
        }
        List<Object> entries = new ArrayList<>();
        boolean found = false;
        for (Object one : answer instanceof List<?> list ? list : List.of()) {
            if (one instanceof Map<?, ?> map && entry.equals(map.get(repeat.entryKey()))) {
                Map<String, @Nullable Object> longer = new LinkedHashMap<>(Json.asObject(map));
                longer.put(text.id(), longer(longer.get(text.id()), more));
                entries.add(longer);
                found = true;
            } else {
                entries.add(one);
            }
        }
        return found ? Optional.of(entries) : Optional.empty();
    }

    private static String longer(@Nullable Object before, String more) {
        String text = before instanceof String words ? words.stripTrailing() : "";
        return text.isEmpty() ? more : text + "\n\n" + more;
    }

    private static @Nullable Field find(List<Field> fields, String id) {
        return fields.stream()
                .filter(field -> field.id().equals(id))
                .findFirst()
                .orElse(null);
    }
}
