package quire.programme;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Ordered;

/**
 * When a milestone should be: one rule, or one for each value of a setting.
 *
 * @param setting the setting that decides; null for one rule whatever is decided
 * @param rules by value of the setting; the only rule stands under the empty text
 */
public record Target(@Nullable String setting, Map<String, DueRule> rules) {

    public Target {
        rules = Ordered.copyOf(rules);
    }

    static Target always(DueRule rule) {
        return new Target(null, Map.of("", rule));
    }

    /**
     * The rule that holds.
     *
     * @throws IllegalStateException if there is none for the value chosen, which the check of a programme rules out
     */
    public DueRule under(Choices choices) {
        String value = setting == null ? "" : choices.get(setting);
        DueRule rule = rules.get(value);
        if (rule == null) {
            throw new IllegalStateException("No rule for “" + value + "” of the setting " + setting);
        }
        return rule;
    }

    Collection<DueRule> all() {
        return rules.values();
    }
}
