package quire.convert.word;

import java.util.ArrayList;
import java.util.List;

/** An element whose end has not come yet. One that only wraps others leaves its children to the element around it. */
final class OpenElement {

    private final String name;
    private final String[] attributes;
    private final List<Xml> children;
    private final boolean wrapper;
    private final StringBuilder text = new StringBuilder(0);
    private boolean chosen;

    /** @param attributes names and values in turn */
    OpenElement(String name, String... attributes) {
        this(name, attributes, new ArrayList<>(), false);
    }

    private OpenElement(String name, String[] attributes, List<Xml> children, boolean wrapper) {
        this.name = name;
        this.attributes = attributes;
        this.children = children;
        this.wrapper = wrapper;
    }

    /** One inside this that only wraps others. */
    OpenElement wrapper(String newName) {
        return new OpenElement(newName, new String[0], children, true);
    }

    String name() {
        return name;
    }

    boolean isWrapper() {
        return wrapper;
    }

    /** Whether one of its alternatives is taken: the first that can be read. */
    boolean takes(boolean canBeRead) {
        boolean taken = canBeRead && !chosen;
        chosen |= taken;
        return taken;
    }

    void text(String more) {
        text.append(more);
    }

    void child(Xml child) {
        children.add(child);
    }

    List<Xml> children() {
        return children;
    }

    Xml finished() {
        String words = children.isEmpty() ? text.toString() : "";
        return new Xml(name, attributes, List.copyOf(children), words);
    }
}
