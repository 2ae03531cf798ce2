package quire.forms;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quire.core.Nearest;
import quire.yaml.Part;

/**
 * One field of a form file as its type reads it.
 *
 * @param part the field itself
 * @param lists what choices may choose from
 * @param roles the roles of the form
 * @param itemReader reads the fields inside a repeat
 */
record FieldSource(
        Part part, Map<String, ChoiceList> lists, Set<String> roles, Function<Part, List<Field>> itemReader) {

    Part at(String key) {
        return part.member(key);
    }

    /** The list that a key names; an empty one, and a finding, if the form has no such list. */
    ChoiceList list(String key) {
        ChoiceList list = listIfAny(key);
        return list == null ? new ChoiceList("", null, List.of()) : list;
    }

    /** As {@link #list}, for a key that may be left out; null then. */
    @Nullable
    ChoiceList listIfAny(String key) {
        String id = at(key).text();
        if (id == null) {
            return null;
        }
        ChoiceList list = lists.get(id);
        if (list == null) {
            at(key).fault(
                            "unknown-list",
                            "The field " + name() + " uses the list “" + id + "”, which is not under “lists”.",
                            Nearest.to(id, lists.keySet()));
        }
        return list;
    }

    /** Complains of a role that the form does not have. */
    void checkRole(Part role) {
        String id = role.text();
        if (id != null && !roles.contains(id)) {
            role.fault(
                    "unknown-role",
                    "The field " + name() + " names the role “" + id + "”, which is not under “roles”.",
                    Nearest.to(id, roles));
        }
    }

    /** A finding about one key of the field; the message may speak of the field by {@link #name}. */
    void fault(String key, String code, String message) {
        at(key).fault(code, message);
    }

    /** The field in a message: its id in quotation marks. */
    String name() {
        return "“" + at("id").text("?") + "”";
    }
}
