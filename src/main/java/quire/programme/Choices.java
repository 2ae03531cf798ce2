package quire.programme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import quire.core.Problem;

/**
 * What was decided on the settings of a programme, the defaults where nothing was. Immutable; made by
 * {@link Programme#choices}.
 */
public final class Choices {

    private final List<Setting> settings;
    private final Map<String, String> values;

    private Choices(List<Setting> settings, Map<String, String> values) {
        this.settings = List.copyOf(settings);
        this.values = Map.copyOf(values);
    }

    /**
     * The choices that some decisions make.
     *
     * @throws Problem if there is no such setting, or it has no such value
     */
    static Choices of(List<Setting> settings, Map<String, String> decided) {
        Map<String, String> values = new HashMap<>();
        settings.forEach(setting -> values.put(setting.id(), setting.defaultValue()));
        decided.forEach((id, value) -> values.put(id, value(settings, id, value).id()));
        return new Choices(settings, values);
    }

    /** The same, but for one setting, whose value may be anything; for programmes that are not checked yet. */
    Choices assuming(String setting, String value) {
        Map<String, String> assumed = new HashMap<>(values);
        assumed.put(setting, value);
        return new Choices(settings, assumed);
    }

    /** The value chosen for a setting; empty text if there is no such setting. */
    public String get(String setting) {
        return Objects.requireNonNullElse(values.get(setting), "");
    }

    /** A title with the text of the chosen value in place of each {@code {setting}}. */
    String fill(String title) {
        if (!title.contains("{")) {
            return title;
        }
        String filled = title;
        for (Setting setting : settings) {
            String text =
                    setting.find(get(setting.id())).map(Setting.Value::text).orElse("");
            filled = filled.replace("{" + setting.id() + "}", text);
        }
        return filled;
    }

    private static Setting.Value value(List<Setting> settings, String id, String value) {
        return settings.stream()
                .filter(setting -> setting.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("There is no setting “" + id + "”."))
                .find(value)
                .orElseThrow(() -> Problem.notFound("The setting “" + id + "” has no value “" + value + "”."));
    }
}
