package quire.forms;

import java.util.Map;
import quire.merge.Value;

/** Values as lines of text, a level deeper for each member, so that a difference can be read. */
final class ValueText {

    private final StringBuilder text = new StringBuilder();

    private ValueText() {}

    static String of(Value.Group values) {
        ValueText lines = new ValueText();
        lines.members(values.members(), "");
        return lines.text.toString();
    }

    private void members(Map<String, Value> members, String indent) {
        members.keySet().stream().sorted().forEach(key -> {
            Value value = members.get(key);
            if (value != null) {
                line(key, value, indent);
            }
        });
    }

    private void line(String key, Value value, String indent) {
        text.append(indent).append(key).append(": ").append(words(value)).append('\n');
        String deeper = indent + "  ";
        if (value instanceof Value.Group group) {
            members(group.members(), deeper);
        } else if (value instanceof Value.Shown shown) {
            members(shown.members(), deeper);
        } else if (value instanceof Value.Gap gap) {
            members(gap.members(), deeper);
        } else if (value instanceof Value.Items items) {
            for (int i = 0; i < items.items().size(); i++) {
                line("[" + i + "]", items.items().get(i), deeper);
            }
        }
    }

    private static String words(Value value) {
        String kind = value.getClass().getSimpleName();
        if (value instanceof Value.Gap gap) {
            return kind + " “" + gap.label() + "”";
        } else if (value instanceof Value.Picture picture) {
            return kind + " " + picture.width() + "×" + picture.height() + " “" + picture.alt() + "”";
        } else if (value instanceof Value.Group || value instanceof Value.Items) {
            return kind;
        }
        return kind + " “" + value.text().replace("\n", "⏎") + "”" + (value.truthy() ? "" : " (no)");
    }
}
