package quire.merge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Nearest;

/**
 * Checks the tags of a template against what its data will be: keys that do not exist, lists used as values, values
 * used as lists, and sections that cross or never end.
 */
public final class TemplateCheck {

    private final Shape root;
    private final List<Finding> findings = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();

    /** A section that is open, and what the keys inside it mean. */
    private record Open(PlacedTag tag, @Nullable Shape inside) {}

    private TemplateCheck(Shape root) {
        this.root = root;
    }

    /**
     * Checks every tag.
     *
     * @param tags in the order of the template; several parts one after the other each have to be balanced
     * @param root what the data will be
     * @return findings in the order of the template
     */
    public static List<Finding> check(List<PlacedTag> tags, Shape root) {
        TemplateCheck check = new TemplateCheck(root);
        tags.forEach(check::tag);
        check.open.forEach(section -> check.findings.add(neverClosed(section.tag())));
        return List.copyOf(check.findings);
    }

    /** Checks only that the sections are nested and closed: all there is to say without a form. */
    public static List<Finding> checkNesting(List<PlacedTag> tags) {
        List<Finding> findings = new ArrayList<>();
        Deque<PlacedTag> open = new ArrayDeque<>();
        for (PlacedTag placed : tags) {
            if (placed.tag().kind().opens()) {
                open.push(placed);
            } else if (placed.tag().kind() == Tag.Kind.CLOSE) {
                close(placed, open.poll(), findings);
            }
        }
        open.forEach(section -> findings.add(neverClosed(section)));
        return List.copyOf(findings);
    }

    private void tag(PlacedTag placed) {
        switch (placed.tag().kind()) {
            case SECTION, INVERTED -> open.push(new Open(placed, section(placed)));
            case VALUE, RICH -> value(placed);
            case CLOSE -> {
                Open opened = open.poll();
                close(placed, opened == null ? null : opened.tag(), findings);
            }
            default -> {
                // Comments, partials and delimiters name no key.
            }
        }
    }

    private @Nullable Shape section(PlacedTag placed) {
        Shape shape = find(placed);
        if (shape == null || placed.tag().kind() == Tag.Kind.INVERTED) {
            return null;
        }
        return shape.kind() == Shape.Kind.LIST ? shape.item() : shape;
    }

    private void value(PlacedTag placed) {
        Shape shape = find(placed);
        if (shape == null) {
            return;
        }
        if (shape.kind() == Shape.Kind.GROUP) {
            findings.add(Finding.error(
                            "wrong-kind",
                            "“" + placed.tag().name() + "” is a group of values, so it prints nothing by itself. Name "
                                    + "one of its values.",
                            placed.place())
                    .suggest(firstMember(placed.tag().name(), shape)));
        } else if (printsNothing(shape)) {
            findings.add(Finding.error(
                    "wrong-kind",
                    "“" + placed.tag().name() + "” is a list. Open it with “{{#"
                            + placed.tag().name() + "}}”, print its values inside, and close it with “{{/"
                            + placed.tag().name() + "}}”.",
                    placed.place()));
        }
    }

    private static boolean printsNothing(Shape shape) {
        return shape.kind() == Shape.Kind.LIST
                && (shape.item() == null || shape.item().kind() == Shape.Kind.GROUP);
    }

    private static @Nullable String firstMember(String name, Shape group) {
        return group.members().keySet().stream()
                .findFirst()
                .map(member -> name + "." + member)
                .orElse(null);
    }

    private @Nullable Shape find(PlacedTag placed) {
        Key key = placed.tag().key();
        if (key.segments().isEmpty()) {
            return open.isEmpty() ? root : open.peek().inside();
        }
        if (key.segments().get(0).startsWith("_")) {
            return counter(placed);
        }
        if (unknownAround()) {
            return null;
        }
        Shape shape = first(key.segments().get(0));
        for (int i = 1; i < key.segments().size() && shape != null; i++) {
            shape = shape.members().get(key.segments().get(i));
        }
        if (shape == null) {
            findings.add(unknown(placed));
        }
        return shape;
    }

    /** Inside a section that is itself unknown, one finding is enough. */
    private boolean unknownAround() {
        return open.stream()
                .anyMatch(section ->
                        section.inside() == null && section.tag().tag().kind() == Tag.Kind.SECTION);
    }

    private @Nullable Shape counter(PlacedTag placed) {
        String name = placed.tag().name();
        if (!List.of("_number", "_first", "_last").contains(name)) {
            findings.add(unknown(placed));
            return null;
        }
        return Shape.plain(Shape.Kind.TEXT);
    }

    private @Nullable Shape first(String name) {
        for (Open section : open) {
            Shape inside = section.inside();
            if (inside != null && inside.members().containsKey(name)) {
                return inside.members().get(name);
            }
        }
        return root.members().get(name);
    }

    private Finding unknown(PlacedTag placed) {
        String name = placed.tag().name();
        return Finding.error("unknown-key", "There is no “" + name + "” here.", placed.place())
                .suggest(nearest(name));
    }

    private @Nullable String nearest(String name) {
        Set<String> known = new TreeSet<>(List.of("_number", "_first", "_last"));
        open.forEach(section -> {
            if (section.inside() != null) {
                keys("", section.inside(), known);
            }
        });
        keys("", root, known);
        return Nearest.to(name, known);
    }

    private static void keys(String prefix, Shape shape, Set<String> known) {
        for (Map.Entry<String, Shape> member : shape.members().entrySet()) {
            known.add(prefix + member.getKey());
            keys(prefix + member.getKey() + ".", member.getValue(), known);
        }
    }

    private static void close(PlacedTag close, @Nullable PlacedTag opened, List<Finding> findings) {
        if (opened == null) {
            findings.add(Finding.error(
                    "section-not-opened",
                    "“" + close.tag() + "” closes a section that is not open here.",
                    close.place()));
        } else if (!close.tag().name().isEmpty()
                && !close.tag().name().equals(opened.tag().name())) {
            findings.add(Finding.error(
                    "sections-cross",
                    "“" + close.tag() + "” stands where “{{/" + opened.tag().name() + "}}” must come first, because “"
                            + opened.tag() + "” was opened last (" + opened.place() + ").",
                    close.place()));
        }
    }

    private static Finding neverClosed(PlacedTag opened) {
        return Finding.error(
                "section-not-closed",
                "“" + opened.tag() + "” is never closed. Add “{{/"
                        + opened.tag().name() + "}}” where it ends.",
                opened.place());
    }
}
