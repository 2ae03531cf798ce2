package quire.merge.word;

import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Whether anything would be seen on the paper: what has no ink may vanish. */
final class Ink {

    private static final Set<String> SEEN = Set.of(
            "drawing",
            "pict",
            "object",
            "sym",
            "fldChar",
            "instrText",
            "footnoteReference",
            "endnoteReference",
            "pgNum",
            "oMath");

    private Ink() {}

    /** Whether the node or anything below it leaves ink; the marks of sections do not, the marks of values do. */
    static boolean in(Node node, PartDraft draft) {
        if (node instanceof Text text) {
            return isInk(text);
        }
        if (WordXml.isMark(node, "tag")) {
            return draft.tag((Element) node).tag().kind().prints();
        }
        if (WordXml.isMark(node, "section") || isInk(node)) {
            return true;
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (in(child, draft)) {
                return true;
            }
        }
        return false;
    }

    /** Whether this node by itself leaves ink. */
    static boolean isInk(Node node) {
        if (node instanceof Text text) {
            Node parent = text.getParentNode();
            return WordXml.is(parent, "t") && !text.getData().isBlank();
        }
        return WordXml.isOneOf(node, SEEN) || isPageBreak(node);
    }

    private static boolean isPageBreak(Node node) {
        if (!WordXml.is(node, "br")) {
            return false;
        }
        String type = WordXml.attribute((Element) node, "type");
        return "page".equals(type) || "column".equals(type);
    }
}
