package quire.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Json;

/**
 * What counts of the answers to a section: without what conditions hide, and without what nobody answered. This is what a
 * signature stands for.
 */
public final class ShownAnswers {

    private ShownAnswers() {}

    /** The answers of a section that count, in the order of the form. */
    public static Map<String, @Nullable Object> of(Form form, Answers answers, Section section) {
        Visibility sight = Visibility.of(form, answers);
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        section.fields().forEach(field -> {
            Object answer = sight.answer(field.id());
            if (answer != null) {
                shown.put(field.id(), field instanceof RepeatField repeat ? entries(repeat, answer, sight) : answer);
            }
        });
        return shown;
    }

    /** The questions of a section that somebody answered and a condition hides now: their answers do not count. */
    public static List<Field> hidden(Form form, Answers answers, Section section) {
        Visibility sight = Visibility.of(form, answers);
        return section.fields().stream()
                .filter(field -> field.isAnswered(answers.get(field.id())) && !sight.shows(field))
                .toList();
    }

    private static Object entries(RepeatField repeat, Object answer, Visibility around) {
        List<@Nullable Object> shown = new ArrayList<>();
        for (Object entry : answer instanceof List<?> list ? list : List.of()) {
            if (entry instanceof Map<?, ?> map) {
                shown.add(entry(repeat, Json.asObject(map), around));
            }
        }
        return shown;
    }

    private static Map<String, @Nullable Object> entry(
            RepeatField repeat, Map<String, @Nullable Object> entry, Visibility around) {
        Visibility inside = around.inItem(repeat, entry);
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        if (entry.get(repeat.entryKey()) != null) {
            shown.put(repeat.entryKey(), entry.get(repeat.entryKey()));
        }
        repeat.items().forEach(item -> {
            Object answer = inside.answer(item.id());
            if (answer != null) {
                shown.put(item.id(), answer);
            }
        });
        return shown;
    }
}
