package quire.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.yaml.Part;

/** Reads conditions from a form file. */
final class Conditions {

    private Conditions() {}

    /** The condition that stands here; null if there is none, or none that can be understood. */
    static @Nullable Condition read(Part part) {
        if (part.member("all").isPresent()) {
            return new Condition.All(parts(part.member("all")));
        } else if (part.member("any").isPresent()) {
            return new Condition.Any(parts(part.member("any")));
        } else if (part.member("not").isPresent()) {
            Condition denied = read(part.member("not"));
            return denied == null ? null : new Condition.Not(denied);
        }
        return test(part);
    }

    private static List<Condition> parts(Part list) {
        List<Condition> parts = new ArrayList<>();
        for (Part entry : list.entries()) {
            Condition condition = read(entry);
            if (condition != null) {
                parts.add(condition);
            }
        }
        return parts;
    }

    private static @Nullable Condition test(Part part) {
        Condition.Source source = part.member("record").isPresent() ? Condition.Source.RECORD : Condition.Source.FIELD;
        String field = part.member(source.word()).text();
        if (field == null) {
            return null;
        }
        for (Map.Entry<String, Part> member : part.members().entrySet()) {
            Condition.Operator operator =
                    Condition.Operator.find(member.getKey()).orElse(null);
            Object operand = member.getValue().data();
            if (operator != null && operand != null) {
                return new Condition.Test(source, field, operator, operand);
            }
        }
        return null;
    }
}
