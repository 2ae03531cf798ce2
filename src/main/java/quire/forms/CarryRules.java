package quire.forms;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.core.Nearest;
import quire.yaml.Part;

/** What a repeat hands on to the next paper is typed by people and stands in its entries. */
final class CarryRules {

    private CarryRules() {}

    static @Nullable Carry read(FieldSource source, List<Field> items) {
        Part carry = source.at("carry");
        if (!carry.isPresent()) {
            return null;
        }
        if (source.at("rows").isPresent() || source.at("filled_by").isPresent()) {
            carry.fault(
                    "carry",
                    "The entries of the field " + source.name()
                            + " are given, so nothing is carried into the next paper. Take out “carry”.");
        }
        List<Part> names = carry.member("fields").entries();
        names.forEach(name -> check(name, source, items));
        Condition condition = Conditions.read(carry.member("if"));
        List<String> fields = carry.member("fields").texts();
        return condition == null ? null : new Carry(fields, condition);
    }

    private static void check(Part name, FieldSource source, List<Field> items) {
        String id = name.text("");
        Optional<Field> item =
                items.stream().filter(field -> field.id().equals(id)).findFirst();
        if (item.isEmpty()) {
            name.fault(
                    "unknown-field",
                    "The field " + source.name() + " carries “" + id + "”, which is not a field of its entries.",
                    Nearest.to(id, items.stream().map(Field::id).toList()));
        } else if (item.get().filledByRecord()) {
            name.fault(
                    "carry", "The field “" + id + "” is filled in from the record, so it is not carried. Take it out.");
        }
    }
}
