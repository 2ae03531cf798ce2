package quire.programme;

import java.util.List;
import java.util.Optional;

/**
 * A question on which practice differs, and what may be decided.
 *
 * @param id unique in the programme
 * @param question what is decided
 * @param decidedBy who decides
 * @param defaultValue the id of the value that holds until somebody decides otherwise
 * @param values what may be chosen
 * @param source where the question comes from
 */
public record Setting(
        String id, String question, DecidedBy decidedBy, String defaultValue, List<Value> values, String source) {

    /** Whether a setting is decided once for everybody, or for each person. */
    public enum DecidedBy {
        PROGRAMME,
        PORTFOLIO
    }

    /**
     * One way to decide.
     *
     * @param id unique in the setting
     * @param text what people read
     */
    public record Value(String id, String text) {}

    public Setting {
        values = List.copyOf(values);
    }

    public Optional<Value> find(String valueId) {
        return values.stream().filter(value -> value.id().equals(valueId)).findFirst();
    }
}
