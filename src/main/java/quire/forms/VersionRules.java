package quire.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Place;

/**
 * Versions of one form live together: answers outlast them, so an id never changes what it holds, and a choice that was
 * offered stays one.
 */
final class VersionRules {

    private final List<Finding> findings;
    private final Map<String, Seen> seen = new HashMap<>();

    /** A field as its file has it, and as it was read. */
    private record Seen(Outline.Entry entry, @Nullable Field field) {

        String kind() {
            String type = "of the type " + entry.type();
            Outline.Entry repeat = entry.repeat();
            return repeat == null ? type : type + " in the repeat “" + repeat.id() + "”";
        }

        @Nullable
        ChoiceList list() {
            if (field instanceof ChoiceField choice) {
                return choice.list();
            } else if (field instanceof ChoicesField choices) {
                return choices.list();
            }
            return field instanceof RepeatField repeat ? repeat.rows() : null;
        }

        Place place(String key) {
            return entry.part().member(key).place();
        }
    }

    private VersionRules(List<Finding> findings) {
        this.findings = findings;
    }

    /**
     * Holds each version against all before it.
     *
     * @param versions of one form, the earliest first
     * @param findings where faults go
     */
    static void check(List<FormFile> versions, List<Finding> findings) {
        VersionRules rules = new VersionRules(findings);
        versions.forEach(rules::check);
    }

    /** A place in the middle of a sentence. */
    static String words(Place place) {
        return place.file() + ", line " + place.line();
    }

    private void check(FormFile version) {
        Map<String, Field> fields = new HashMap<>();
        version.form().everyField().forEach(field -> fields.put(field.id(), field));
        for (Outline.Entry entry : version.outline().entries()) {
            Seen now = new Seen(entry, fields.get(entry.id()));
            Seen before = seen.putIfAbsent(entry.id(), now);
            if (before != null) {
                compare(before, now);
            }
        }
    }

    private void compare(Seen before, Seen now) {
        String id = now.entry().id();
        if (!before.kind().equals(now.kind())) {
            fault(
                    "changed-type",
                    "The field “" + id + "” is " + now.kind() + " here and " + before.kind() + " in "
                            + words(before.place("type"))
                            + ". An id never changes what it holds, not even after it was taken out. Give this field"
                            + " another id.",
                    now.place("type"));
            return;
        }
        List<String> gone = gone(before.list(), now.list());
        if (!gone.isEmpty()) {
            String key = now.field() instanceof RepeatField ? "rows" : "list";
            fault(
                    "removed-item",
                    "The field “" + id + "” no longer has “" + String.join("”, “", gone) + "”, which it has in "
                            + words(before.place(key))
                            + ". Answers may hold it. Keep it, or give the field another id.",
                    now.place(key));
        }
    }

    private static List<String> gone(@Nullable ChoiceList offered, @Nullable ChoiceList offers) {
        List<String> gone = new ArrayList<>(offered == null ? List.of() : offered.ids());
        gone.removeAll(offers == null ? List.of() : offers.ids());
        return gone;
    }

    private void fault(String code, String message, Place place) {
        findings.add(Finding.error(code, message, place));
    }
}
