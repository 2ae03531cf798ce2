package quire.merge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a template will find under a key, known before there is any data: a form describes itself with shapes, and a
 * template is checked against them.
 *
 * @param kind what kind of value stands there
 * @param members the keys inside it
 * @param item what each entry of a list is; null for anything but a list
 * @param required whether the form insists on an answer
 * @param choices the labels a choice may take; empty for anything else
 */
public record Shape(
        Kind kind, Map<String, Shape> members, @Nullable Shape item, boolean required, List<String> choices) {

    /** The kinds of value as a template author meets them. */
    public enum Kind {
        TEXT,
        PROSE,
        NUMBER,
        DATE,
        YESNO,
        CHOICE,
        PICTURE,
        LIST,
        GROUP
    }

    public Shape {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        choices = List.copyOf(choices);
    }

    public static Shape plain(Kind kind) {
        return new Shape(kind, Map.of(), null, false, List.of());
    }

    public static Shape group(Map<String, Shape> members) {
        return new Shape(Kind.GROUP, members, null, false, List.of());
    }

    public static Shape list(Shape item) {
        return new Shape(Kind.LIST, Map.of(), item, false, List.of());
    }

    public Shape with(Map<String, Shape> newMembers) {
        return new Shape(kind, newMembers, item, required, choices);
    }

    public Shape offering(List<String> newChoices) {
        return new Shape(kind, members, item, required, newChoices);
    }

    public Shape required(boolean isRequired) {
        return new Shape(kind, members, item, isRequired, choices);
    }
}
