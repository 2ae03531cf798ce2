package quire.merge.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Takes out of a part of a Word file who wrote which of it and when: tracked changes are taken as accepted. */
final class NamelessStory {

    /** These go with everything in them. */
    private static final Set<String> GONE = Set.of(
            "del",
            "moveFrom",
            "moveFromRangeStart",
            "moveFromRangeEnd",
            "moveToRangeStart",
            "moveToRangeEnd",
            "commentRangeStart",
            "commentRangeEnd",
            "commentReference",
            "annotationRef",
            "rPrChange",
            "pPrChange",
            "tblPrChange",
            "tblPrExChange",
            "trPrChange",
            "tcPrChange",
            "sectPrChange",
            "tblGridChange",
            "numberingChange",
            "cellIns",
            "cellDel",
            "cellMerge",
            "customXmlInsRangeStart",
            "customXmlInsRangeEnd",
            "customXmlDelRangeStart",
            "customXmlDelRangeEnd",
            "customXmlMoveFromRangeStart",
            "customXmlMoveFromRangeEnd",
            "customXmlMoveToRangeStart",
            "customXmlMoveToRangeEnd",
            "permStart",
            "permEnd",
            "dataBinding",
            "docVars",
            "rsids",
            "attachedTemplate",
            "mailMerge",
            "writeProtection",
            "trackRevisions",
            // Files of their own, which were not kept.
            "altChunk");

    /** Of these only the frame goes. */
    private static final Set<String> FRAMES = Set.of("ins", "moveTo");

    private NamelessStory() {}

    static void clean(Document tree) {
        clean(tree, new ArrayList<>());
    }

    private static void clean(Node parent, List<Element> deletedRows) {
        Node child = parent.getFirstChild();
        while (child != null) {
            Node next = child.getNextSibling();
            if (child.getNodeType() == Node.COMMENT_NODE) {
                WordXml.remove(child);
            } else if (child instanceof Element element) {
                next = clean(element, next, deletedRows);
            }
            child = next;
        }
        if (WordXml.is(parent, "tr") && deletedRows.remove(parent)) {
            WordXml.remove(parent);
        }
    }

    /** Deals with an element, and says what to look at next. */
    private static @Nullable Node clean(Element element, @Nullable Node next, List<Element> deletedRows) {
        if (WordXml.isOneOf(element, GONE)) {
            Element row = WordXml.is(element.getParentNode(), "trPr") ? WordXml.ancestor(element, "tr") : null;
            if (row != null && WordXml.is(element, "del")) {
                deletedRows.add(row);
            }
            WordXml.remove(element);
            return next;
        } else if (WordXml.isOneOf(element, FRAMES)) {
            Node first = element.getFirstChild();
            while (element.getFirstChild() != null) {
                element.getParentNode().insertBefore(element.getFirstChild(), element);
            }
            WordXml.remove(element);
            return first == null ? next : first;
        }
        forget(element);
        clean((Node) element, deletedRows);
        return next;
    }

    /** By the numbers of their sessions those who wrote together can be told apart. */
    private static void forget(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        List<Node> sessions = new ArrayList<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            String name = attributes.item(i).getLocalName();
            if (name != null && name.startsWith("rsid")) {
                sessions.add(attributes.item(i));
            }
        }
        sessions.forEach(session -> element.removeAttribute(session.getNodeName()));
    }
}
