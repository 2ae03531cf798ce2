package quire.merge.word;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import quire.merge.word.SectionLifter.Pair;

/** Sections inside one paragraph: the words between the two tags. */
final class InlineSections {

    /** What may be stepped out of at its edge: the tag was typed into a link or an insertion by accident. */
    private static final Set<String> WRAPPERS =
            Set.of("hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo");

    private final PartDraft draft;

    InlineSections(PartDraft draft) {
        this.draft = draft;
    }

    void wrap(Pair pair) {
        Node open = slot(pair.open());
        Node close = slot(pair.close());
        Node common = common(open, close);
        if (!stepOut(open, common) || !stepOut(close, common)) {
            SectionLifter.refuse(
                    draft,
                    pair,
                    "section-crosses-link",
                    "stand on different sides of the border of a link, a field or a control. Put both inside it or "
                            + "both outside");
        } else if (!fieldsAreWhole(open, close)) {
            SectionLifter.refuse(
                    draft, pair, "section-crosses-field", "have the beginning or the end of a field between them");
        } else {
            SectionLifter.wrap(pair, open, close);
            SectionLifter.removeMark(draft, pair.open());
            SectionLifter.removeMark(draft, pair.close());
        }
    }

    /** The node that stands for a tag among its siblings: its run, or in a plain text the mark itself. */
    static Node slot(Element mark) {
        Node parent = mark.getParentNode();
        return WordXml.is(parent, "r") ? parent : mark;
    }

    private static Node common(Node one, Node other) {
        for (Node above = one.getParentNode(); above != null; above = above.getParentNode()) {
            if (contains(above, other)) {
                return above;
            }
        }
        throw new IllegalStateException("Two marks of one paragraph share no parent");
    }

    private static boolean contains(Node above, Node node) {
        for (Node at = node.getParentNode(); at != null; at = at.getParentNode()) {
            if (at == above) {
                return true;
            }
        }
        return false;
    }

    /** Moves a slot up to a child of the common parent, where it stands at the very edge of what it leaves. */
    private boolean stepOut(Node slot, Node common) {
        while (slot.getParentNode() != common) {
            Node wrapper = slot.getParentNode();
            if (!WordXml.isOneOf(wrapper, WRAPPERS)) {
                return false;
            }
            if (isEdge(slot, false)) {
                wrapper.getParentNode().insertBefore(slot, wrapper);
            } else if (isEdge(slot, true)) {
                wrapper.getParentNode().insertBefore(slot, wrapper.getNextSibling());
            } else {
                return false;
            }
        }
        return true;
    }

    private boolean isEdge(Node slot, boolean forward) {
        for (Node node = beside(slot, forward); node != null; node = beside(node, forward)) {
            boolean properties =
                    node instanceof Element element && element.getLocalName().endsWith("Pr");
            if (!properties && (Ink.in(node, draft) || isRunOrMark(node))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRunOrMark(Node node) {
        return WordXml.is(node, "r") || WordXml.isMark(node, "tag");
    }

    private static @Nullable Node beside(Node node, boolean forward) {
        return forward ? node.getNextSibling() : node.getPreviousSibling();
    }

    private static boolean fieldsAreWhole(Node open, Node close) {
        int depth = 0;
        for (Node node = open.getNextSibling(); node != null && node != close; node = node.getNextSibling()) {
            for (Element field : WordXml.descendants(node, "fldChar")) {
                String type = WordXml.attribute(field, "fldCharType");
                depth += "begin".equals(type) ? 1 : "end".equals(type) ? -1 : 0;
                if (depth < 0) {
                    return false;
                }
            }
        }
        return depth == 0;
    }
}
