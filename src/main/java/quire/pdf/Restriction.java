package quire.pdf;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A style that some elements cannot have without losing their tag in the PDF.
 *
 * @param property the style
 * @param kinds the elements
 * @param allowed the values that do no harm
 * @param instead the declaration that keeps the tag
 */
record Restriction(String property, Set<String> kinds, Set<String> allowed, String instead) {

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    /** Values that leave things as they would be without the style. */
    private static final Set<String> NEUTRAL = Set.of("none", "inherit", "initial", "unset");

    private static final List<Restriction> ALL = List.of(
            new Restriction("float", Set.of("li"), Set.of(), "float: none"),
            new Restriction("display", Set.of("li"), Set.of("list-item", "block"), "display: list-item"),
            new Restriction("display", Set.of("ul", "ol"), Set.of("block", "flex", "grid"), "display: block"),
            new Restriction("display", Set.of("table"), Set.of("table", "inline-table"), "display: table"),
            new Restriction("position", HEADINGS, Set.of("static"), "position: static"),
            new Restriction("overflow", HEADINGS, Set.of("visible"), "overflow: visible"));

    /** The restrictions that a declaration runs into, whatever element it is for. */
    static List<Restriction> of(String property, String value) {
        return found(property, value).toList();
    }

    private static Stream<Restriction> found(String property, String value) {
        return NEUTRAL.contains(value)
                ? Stream.empty()
                : ALL.stream().filter(it -> it.property.equals(property) && !it.allowed.contains(value));
    }
}
