package quire.convert.word;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Formatting as Word writes it: what stands in {@code w:pPr}, {@code w:rPr} and their like, by name, in layers of which
 * the upper hides the lower. What stands inside a group has both names: {@code pBdr/top}. Immutable.
 */
final class Properties {

    static final Properties NONE = new Properties(Map.of());

    private static final Set<String> GROUPS =
            Set.of("w:pBdr", "w:tblBorders", "w:tcBorders", "w:tcMar", "w:tblCellMar", "w:numPr");

    /** Those whose attributes, or stops, hide each other one by one. */
    private static final Set<String> MERGED = Set.of("ind", "spacing", "rFonts", "lang", "tabs");

    /** Those that turn each other off where styles of several kinds meet (ISO/IEC 29500-1, 17.7.3). */
    private static final Set<String> TOGGLES = Set.of(
            "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "vanish", "outline", "shadow", "emboss");

    private static final Xml OFF = new Xml("w:off", new String[] {"val", "0"}, java.util.List.of(), "");

    private final Map<String, Xml> values;

    private Properties(Map<String, Xml> values) {
        this.values = values;
    }

    /** The properties in an element; none if it is not there. */
    static Properties of(Xml element) {
        if (element.children().isEmpty()) {
            return NONE;
        }
        Map<String, Xml> values = new HashMap<>();
        for (Xml child : element.children()) {
            if (GROUPS.contains(child.name())) {
                child.children().forEach(inner -> values.put(local(child) + "/" + local(inner), inner));
            } else if (child.name().startsWith("w:")) {
                values.put(local(child), child);
            }
        }
        return new Properties(values);
    }

    private static String local(Xml element) {
        return element.name().substring(element.name().indexOf(':') + 1);
    }

    /** These on top of others. */
    Properties over(Properties below) {
        if (values.isEmpty() || below.values.isEmpty()) {
            return values.isEmpty() ? below : this;
        }
        Map<String, Xml> all = new HashMap<>(below.values);
        values.forEach((name, value) ->
                all.merge(name, value, (lower, upper) -> MERGED.contains(name) ? merged(name, upper, lower) : upper));
        return new Properties(all);
    }

    /** These, of one kind of style, on top of others, of another kind. */
    Properties asStyleOver(Properties below) {
        Properties all = over(below);
        for (String toggle : TOGGLES) {
            if (flag(toggle) && below.flag(toggle)) {
                Map<String, Xml> turned = new HashMap<>(all.values);
                turned.put(toggle, OFF);
                all = new Properties(turned);
            }
        }
        return all;
    }

    private static Xml merged(String name, Xml upper, Xml lower) {
        Xml below = lower;
        if (name.equals("ind") && upper.has("hanging")) {
            below = lower.without("firstLine");
        } else if (name.equals("ind") && upper.has("firstLine")) {
            below = lower.without("hanging");
        } else if (name.equals("rFonts") && upper.has("ascii")) {
            below = lower.without("asciiTheme");
        }
        return upper.over(below);
    }

    /** The element of this name; {@link Xml#NONE} if there is none. */
    Xml get(String name) {
        return values.getOrDefault(name, Xml.NONE);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The {@code val} of this name; empty if there is none. */
    String value(String name) {
        return get(name).value();
    }

    /** An attribute of this name; empty if there is none. */
    String value(String name, String attribute) {
        return get(name).attribute(attribute);
    }

    boolean flag(String name) {
        return get(name).isOn();
    }

    /** A length in points. */
    double points(String name, String attribute, double otherwise) {
        return Lengths.points(value(name, attribute), otherwise);
    }
}
