package quire.web.frame;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quire.forms.Condition;
import quire.forms.Field;
import quire.forms.RepeatField;
import quire.forms.Visibility;

/**
 * Conditions as a browser needs them to show and hide questions while somebody answers: tests on questions of this page
 * as they are, tests on anything else, and on what nobody can change here, already decided.
 */
public final class Conditions {

    private final Set<String> onThisPage = new HashSet<>();

    public Conditions(List<Field> fields) {
        for (Field field : fields) {
            add(field);
            if (field instanceof RepeatField repeat) {
                repeat.items().forEach(this::add);
            }
        }
    }

    private void add(Field field) {
        if (!field.filledByRecord()) {
            onThisPage.add(field.id());
        }
    }

    public Map<String, @Nullable Object> data(Condition condition, Visibility sight) {
        if (condition instanceof Condition.All all) {
            return Map.of("all", each(all.parts(), sight));
        } else if (condition instanceof Condition.Any any) {
            return Map.of("any", each(any.parts(), sight));
        } else if (condition instanceof Condition.Not not) {
            return Map.of("not", data(not.part(), sight));
        }
        boolean here = condition.tests().allMatch(test -> !test.looksAtRecord() && onThisPage.contains(test.field()));
        return here ? condition.data() : Map.of("known", condition.holds(sight::looked));
    }

    private List<Map<String, @Nullable Object>> each(List<Condition> parts, Visibility sight) {
        return parts.stream().map(part -> data(part, sight)).toList();
    }
}
