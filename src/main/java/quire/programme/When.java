package quire.programme;

import java.util.List;
import java.util.Map;
import quire.core.Ordered;

/**
 * Under which settings something holds.
 *
 * @param allowed for each setting named, the values of which one must be chosen
 */
public record When(Map<String, List<String>> allowed) {

    public static final When ALWAYS = new When(Map.of());

    public When {
        allowed = Ordered.copyOf(allowed);
    }

    public boolean holds(Choices choices) {
        return allowed.entrySet().stream()
                .allMatch(setting -> setting.getValue().contains(choices.get(setting.getKey())));
    }
}
