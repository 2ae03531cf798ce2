package quire.programme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import quire.yaml.Part;

/** Whatever depends on a setting names one that is there, with values that it has. */
final class SettingRules {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    private final Map<String, Known> values = new LinkedHashMap<>();
    private final Known settings;

    SettingRules(Draft draft) {
        draft.root().member("settings").entries().forEach(setting -> {
            String id = setting.member("id").text("");
            values.putIfAbsent(id, new Known("value", " of the setting “" + id + "”", valuesOf(setting)));
        });
        settings = Known.ofProgramme("setting", values.keySet());
    }

    static void checkDefault(Part setting) {
        String id = setting.member("id").text("");
        new Known("value", " of the setting “" + id + "”", valuesOf(setting)).check(setting.member("default"));
    }

    /** Settings with the values under which something holds. */
    void checkWhen(Part when) {
        when.members().forEach((setting, chosen) -> {
            settings.check(chosen, setting);
            Known known = values.get(setting);
            if (known != null) {
                known.checkAll(chosen);
            }
        });
    }

    /** A setting with a rule for each of its values. */
    void checkTarget(Part target) {
        Part setting = target.member("setting");
        settings.check(setting);
        Known known = values.get(setting.text(""));
        if (known == null) {
            return;
        }
        Map<String, Part> rules = target.member("rules").members();
        rules.forEach((value, rule) -> known.check(rule, value));
        Stream<String> without = known.names().stream().filter(value -> !rules.containsKey(value));
        without.forEach(value -> target.member("rules")
                .fault(
                        "missing-value",
                        "There is no rule for the value “" + value + "” of the setting “" + setting.text()
                                + "”. Add one, or nobody knows the day when it is chosen."));
    }

    /** Settings in braces, in a title that is completed with them. */
    void checkTitle(Part title) {
        placeholders(title).forEach(setting -> settings.check(title, setting));
    }

    /** No settings in braces, where they would be printed as they stand. */
    void checkPlainTitle(Part title) {
        placeholders(title)
                .forEach(setting -> title.fault(
                        "placeholder",
                        "Settings in braces are filled in only in the titles of papers and checks. Say “{" + setting
                                + "}” in words here."));
    }

    private static Stream<String> placeholders(Part title) {
        return PLACEHOLDER.matcher(title.text("")).results().map(match -> match.group(1));
    }

    private static List<String> valuesOf(Part setting) {
        return setting.member("values").entries().stream()
                .map(value -> value.member("id").text(""))
                .toList();
    }
}
