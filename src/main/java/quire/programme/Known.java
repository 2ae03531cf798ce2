package quire.programme;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import quire.core.Nearest;
import quire.yaml.Part;

/**
 * The names of one kind of thing that a programme may use.
 *
 * @param kind what they are: “stage”
 * @param whose where they are, to stand after “There is no stage “x””: “ in the programme”
 * @param names the names
 */
record Known(String kind, String whose, List<String> names) {

    private static final int FEW = 12;

    Known {
        names = names.stream().distinct().toList();
    }

    static Known ofProgramme(String kind, Collection<String> names) {
        return new Known(kind, " in the programme", List.copyOf(names));
    }

    /** Complains if a part is text and no such name. */
    void check(Part part) {
        if (part.text() != null) {
            check(part, part.text(""));
        }
    }

    /** Complains of a name that a part uses. */
    void check(Part part, String name) {
        if (names.contains(name)) {
            return;
        }
        String near = Nearest.to(name, names);
        String all = near == null && !names.isEmpty() && names.size() <= FEW
                ? " There is " + String.join(", ", names) + "."
                : "";
        part.fault(
                "unknown-" + kind.replace(' ', '-'),
                "There is no " + kind + " “" + name + "”" + whose + "." + all,
                near);
    }

    /** Complains of each name in a list, or of the only one that stands in its place. */
    void checkAll(Part part) {
        Stream.concat(Stream.of(part), part.entries().stream()).forEach(this::check);
    }
}
