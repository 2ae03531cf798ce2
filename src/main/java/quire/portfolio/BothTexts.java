package quire.portfolio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quire.core.Json;
import quire.forms.ChoicesField;
import quire.forms.Field;
import quire.forms.FilesField;
import quire.forms.LongTextField;
import quire.forms.RepeatField;
import quire.forms.TextField;
import quire.forms.Words;

/** Two answers to one question made into one that holds all of both, where its kind has room for that. */
final class BothTexts {

    private BothTexts() {}

    /**
     * What is saved, and after it what was set aside.
     *
     * @return null if the question cannot hold both, or one of them is no answer
     */
    static @Nullable Object of(Field field, @Nullable Object saved, @Nullable Object mine) {
        if (saved instanceof String first && mine instanceof String second) {
            boolean lines = field instanceof LongTextField || (field instanceof TextField text && text.lines() > 1);
            String both = first.stripTrailing() + "\n\n" + second.strip();
            return lines && Words.characters(both) <= Words.HARD_LIMIT ? both : null;
        } else if (saved instanceof List<?> first && mine instanceof List<?> second) {
            return lists(field, first, second);
        }
        return null;
    }

    private static @Nullable Object lists(Field field, List<?> saved, List<?> mine) {
        List<Object> both = new ArrayList<>(saved);
        if (field instanceof ChoicesField) {
            mine.stream().filter(one -> !saved.contains(one)).forEach(both::add);
            return both;
        } else if (field instanceof FilesField files) {
            mine.stream().filter(one -> !holds(saved, one, "sha256")).forEach(both::add);
            return both.size() <= files.max() ? both : null;
        } else if (field instanceof RepeatField repeat && !repeat.hasGivenEntries()) {
            mine.stream()
                    .filter(one -> saved.stream().noneMatch(other -> AnswerMerge.same(one, other)))
                    .forEach(one -> both.add(holds(saved, one, "id") ? renamed(one) : one));
            return both.size() <= repeat.max() ? both : null;
        }
        return null;
    }

    private static boolean holds(List<?> saved, Object one, String key) {
        Object wanted = one instanceof Map<?, ?> entry ? entry.get(key) : null;
        return wanted != null
                && saved.stream().anyMatch(other -> other instanceof Map<?, ?> map && wanted.equals(map.get(key)));
    }

    /** Both sides have changed the same entry: the one that comes second is an entry of its own. */
    private static Object renamed(Object one) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>(Json.asObject((Map<?, ?>) one));
        entry.put("id", UUID.randomUUID().toString());
        return entry;
    }
}
