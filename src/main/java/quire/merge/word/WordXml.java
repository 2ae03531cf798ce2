package quire.merge.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The names of WordprocessingML (ECMA-376 and its strict form) and the few questions we ask of its trees. */
final class WordXml {

    static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    static final String W_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    static final String W14 = "http://schemas.microsoft.com/office/word/2010/wordml";
    static final String R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    static final String R_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    static final String XML = "http://www.w3.org/XML/1998/namespace";
    static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";

    /** Our own marks inside a tree that is being compiled; they never reach a file. */
    static final String QUIRE = "urn:quire:mark";

    /** What may hold blocks, and must not be left without a paragraph at its end. */
    static final Set<String> HOLDERS = Set.of("tc", "hdr", "ftr", "txbxContent", "footnote", "endnote", "comment");

    private WordXml() {}

    /** Whether the node is this element of WordprocessingML. */
    static boolean is(@Nullable Node node, String name) {
        return node instanceof Element && name.equals(node.getLocalName()) && isWord(node);
    }

    /** Whether the node is one of these elements of WordprocessingML. */
    static boolean isOneOf(@Nullable Node node, Set<String> names) {
        return node instanceof Element && names.contains(node.getLocalName()) && isWord(node);
    }

    static boolean isWord(Node node) {
        String namespace = node.getNamespaceURI();
        return W.equals(namespace) || W_STRICT.equals(namespace);
    }

    static boolean isMark(@Nullable Node node, String name) {
        return node instanceof Element && QUIRE.equals(node.getNamespaceURI()) && name.equals(node.getLocalName());
    }

    /** The first child element of this local name, in whatever namespace. */
    static @Nullable Element child(@Nullable Node parent, String name) {
        if (parent != null) {
            for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element element && name.equals(element.getLocalName())) {
                    return element;
                }
            }
        }
        return null;
    }

    static List<Element> children(Node parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** All elements of this local name below the node, in the order of the document, as a list that does not move. */
    static List<Element> descendants(Node root, String name) {
        List<Element> found = new ArrayList<>();
        collect(root, name, found);
        return found;
    }

    private static void collect(Node node, String name, List<Element> found) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                if (name.equals(element.getLocalName())) {
                    found.add(element);
                }
                collect(element, name, found);
            }
        }
    }

    /** The {@code w:val} of an element; null if there is none. */
    static @Nullable String val(@Nullable Element element) {
        return element == null ? null : attribute(element, "val");
    }

    /** An attribute by its local name, in whatever namespace; null if there is none. */
    static @Nullable String attribute(Element element, String name) {
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            if (name.equals(attributes.item(i).getLocalName())) {
                return attributes.item(i).getNodeValue();
            }
        }
        return null;
    }

    /** Sets an attribute in the namespace of the element itself, as WordprocessingML wants it. */
    static void set(Element element, String name, String value) {
        String prefix = element.getPrefix();
        element.setAttributeNS(element.getNamespaceURI(), prefix == null ? name : prefix + ":" + name, value);
    }

    /** A new element beside its kind: same namespace and prefix as the element it is made for. */
    static Element make(Element like, String name) {
        String prefix = like.getPrefix();
        return document(like).createElementNS(like.getNamespaceURI(), prefix == null ? name : prefix + ":" + name);
    }

    static Element mark(Node near, String name) {
        return document(near).createElementNS(QUIRE, "q:" + name);
    }

    static Document document(Node node) {
        Document document = node.getOwnerDocument();
        return document == null ? (Document) node : document;
    }

    static void remove(Node node) {
        Node parent = node.getParentNode();
        if (parent != null) {
            parent.removeChild(node);
        }
    }

    /** The nearest ancestor that is this element of WordprocessingML; null if there is none. */
    static @Nullable Element ancestor(Node node, String name) {
        for (Node above = node.getParentNode(); above != null; above = above.getParentNode()) {
            if (is(above, name)) {
                return (Element) above;
            }
        }
        return null;
    }

    /** The words of a paragraph as a reader sees them. */
    static String words(Node node) {
        StringBuilder words = new StringBuilder();
        for (Element text : descendants(node, "t")) {
            words.append(text.getTextContent());
        }
        return words.toString();
    }
}
