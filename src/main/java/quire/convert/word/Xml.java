package quire.convert.word;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An element of a part. It goes by the prefix that people know its namespace by ({@code w:p}, {@code a:blip}), whatever
 * the file calls it and whether it is strict or transitional (ISO/IEC 29500-1 and -4). Attributes go by their local
 * name alone, except those that name relationships ({@code r:id}). Immutable.
 */
final class Xml {

    /** What stands for an element that is not there: without name, attributes, children and text. */
    static final Xml NONE = new Xml("", new String[0], List.of(), "");

    private final String name;
    private final String[] attributes;
    private final List<Xml> children;
    private final String text;

    /** @param attributes names and values in turn */
    Xml(String name, String[] attributes, List<Xml> children, String text) {
        this.name = name;
        this.attributes = attributes;
        this.children = children;
        this.text = text;
    }

    String name() {
        return name;
    }

    boolean is(String other) {
        return name.equals(other);
    }

    boolean isThere() {
        return this != NONE;
    }

    List<Xml> children() {
        return children;
    }

    /** What stands between its tags, without what its children hold. */
    String text() {
        return text;
    }

    /** The first child of this name; {@link #NONE} if there is none. */
    Xml child(String wanted) {
        for (Xml child : children) {
            if (child.is(wanted)) {
                return child;
            }
        }
        return NONE;
    }

    /** What one comes to by these names, one below the other. */
    Xml at(String... path) {
        Xml place = this;
        for (String step : path) {
            place = place.child(step);
        }
        return place;
    }

    List<Xml> all(String wanted) {
        return children.stream().filter(child -> child.is(wanted)).toList();
    }

    /** The first element of this name anywhere below; {@link #NONE} if there is none. */
    Xml find(String wanted) {
        for (Xml child : children) {
            Xml found = child.is(wanted) ? child : child.find(wanted);
            if (found.isThere()) {
                return found;
            }
        }
        return NONE;
    }

    /** All elements of this name below, in the order of the document. */
    List<Xml> descendants(String wanted) {
        List<Xml> found = new ArrayList<>();
        collect(wanted, found);
        return found;
    }

    private void collect(String wanted, List<Xml> found) {
        for (Xml child : children) {
            if (child.is(wanted)) {
                found.add(child);
            }
            child.collect(wanted, found);
        }
    }

    /** The value of an attribute; empty if there is none. */
    String attribute(String wanted) {
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i].equals(wanted)) {
                return attributes[i + 1];
            }
        }
        return "";
    }

    boolean has(String attribute) {
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i].equals(attribute)) {
                return true;
            }
        }
        return false;
    }

    /** The attribute {@code val}, in which Word writes nearly everything. */
    String value() {
        return attribute("val");
    }

    /** Whether a switch is there and not off (ISO/IEC 29500-1, 17.17.4). */
    boolean isOn() {
        return isThere() && !value().equals("0") && !value().equals("false") && !value().equals("off");
    }

    /** The same with the attributes and children of another where it has none of its own. */
    Xml over(Xml below) {
        List<String> merged = new ArrayList<>(Arrays.asList(attributes));
        for (int i = 0; i < below.attributes.length; i += 2) {
            if (!has(below.attributes[i])) {
                merged.add(below.attributes[i]);
                merged.add(below.attributes[i + 1]);
            }
        }
        List<Xml> all = new ArrayList<>(below.children);
        all.addAll(children);
        return new Xml(name, merged.toArray(String[]::new), List.copyOf(all), text);
    }

    Xml without(String attribute) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i].equals(attribute)) {
                kept.add(attributes[i]);
                kept.add(attributes[i + 1]);
            }
        }
        return new Xml(name, kept.toArray(String[]::new), children, text);
    }
}
