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
