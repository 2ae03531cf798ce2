package quire.forms;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.merge.Shape;
import quire.merge.Value;

/** How one chosen item looks to a template: its text, with {@code id} and {@code is.<item>} beside it. */
final class Choosing {

    private Choosing() {}

    static Value.Shown shown(ChoiceList.@Nullable Item chosen, ChoiceList list) {
        Map<String, Value> is = new LinkedHashMap<>();
        for (ChoiceList.Item item : list.items()) {
            is.put(item.id(), Value.Flag.of(item.equals(chosen)));
        }
        Map<String, Value> members = new LinkedHashMap<>();
        members.put("id", new Value.Text(chosen == null ? "" : chosen.id()));
        members.put("is", new Value.Group(is));
        return new Value.Shown(chosen == null ? "" : chosen.text(), chosen != null, members);
    }

    static Shape shape(ChoiceList list) {
        Map<String, Shape> is = new LinkedHashMap<>();
        list.ids().forEach(id -> is.put(id, Shape.plain(Shape.Kind.YESNO)));
        Map<String, Shape> members = new LinkedHashMap<>();
        members.put("id", Shape.plain(Shape.Kind.TEXT));
        members.put("is", Shape.group(is));
        return Shape.plain(Shape.Kind.CHOICE).with(members).offering(list.texts());
    }

    /** The thing that a fixed row is for, with what the list says of it where that is short enough to stand beside it. */
    static Value.Shown row(ChoiceList.@Nullable Item item, ChoiceList rows) {
        Value.Shown shown = shown(item, rows);
        Map<String, Value> members = new LinkedHashMap<>(shown.members());
        members.put("hint", new Value.Text(item == null ? "" : item.shortHint()));
        return new Value.Shown(shown.text(), shown.truthy(), members);
    }

    static Shape rowShape(ChoiceList rows) {
        Map<String, Shape> members = new LinkedHashMap<>(shape(rows).members());
        members.put("hint", Shape.plain(Shape.Kind.TEXT));
        return shape(rows).with(members);
    }

    /** Why a condition's operand cannot be an item of the list; null if it can. */
    static @Nullable String objection(Condition.Test test, ChoiceList list) {
        for (Object operand : test.operands()) {
            if (list.find(operand).isEmpty()) {
                return "“" + operand + "” is not in the list “" + list.id() + "”, which has "
                        + String.join(", ", list.ids());
            }
        }
        return null;
    }
}
