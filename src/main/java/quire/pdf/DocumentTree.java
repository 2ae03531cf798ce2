package quire.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.w3c.dom.Document;

/** Turns the tree of the HTML reader into the kind of tree that the renderer walks. */
final class DocumentTree {

    /** Expensive to make, and not made for use by several threads. */
    private static final ThreadLocal<DocumentBuilder> BUILDER = ThreadLocal.withInitial(DocumentTree::builder);

    private DocumentTree() {}

    private record Step(Node from, org.w3c.dom.Node to) {}

    static Document of(Element html) {
        Document document = BUILDER.get().newDocument();
        Deque<Step> open = new ArrayDeque<>();
        org.w3c.dom.Element root = element(html, document);
        document.appendChild(root);
        open.push(new Step(html, root));
        while (!open.isEmpty()) {
            Step step = open.pop();
            for (Node child = step.from().firstChild(); child != null; child = child.nextSibling()) {
                if (child instanceof Element childElement) {
                    org.w3c.dom.Element copy = element(childElement, document);
                    step.to().appendChild(copy);
                    open.push(new Step(child, copy));
                } else if (child instanceof TextNode text) {
                    step.to().appendChild(document.createTextNode(text.getWholeText()));
                } else if (child instanceof DataNode data) {
                    step.to().appendChild(document.createTextNode(data.getWholeData()));
                }
            }
        }
        return document;
    }

    private static org.w3c.dom.Element element(Element from, Document document) {
        org.w3c.dom.Element element = document.createElement(isXmlName(from.normalName()) ? from.normalName() : "span");
        for (Attribute attribute : from.attributes()) {
            if (isXmlName(attribute.getKey())) {
                element.setAttribute(attribute.getKey(), attribute.getValue());
            }
        }
        return element;
    }

    /** HTML allows names that XML does not; nothing that means something on paper has such a name. */
    private static boolean isXmlName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            boolean first = letter < 128 && Character.isLetter(letter);
            boolean later = letter < 128 && (Character.isDigit(letter) || "-_.:".indexOf(letter) >= 0);
            if (!first && !(later && i > 0)) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static DocumentBuilder builder() {
        try {
            return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The platform's own XML library is missing", e);
        }
    }
}
