package quire.merge.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/**
 * Reads and writes the XML parts of a Word file. Nothing outside the part is ever opened: a DOCTYPE is refused, and with
 * it every entity. Writing keeps the tree exactly (equal under Canonical XML), which the platform's own writers do not.
 */
final class XmlPart {

    /** Deeper than any document that a person made; keeps recursion over the tree bounded. */
    static final int MAX_DEPTH = 600;

    private static final ThreadLocal<DocumentBuilder> BUILDER = ThreadLocal.withInitial(XmlPart::builder);

    private XmlPart() {}

    /**
     * Parses one part.
     *
     * @param part its name, for messages
     * @throws Problem if it is not well-formed, has a DOCTYPE, or nests deeper than {@value #MAX_DEPTH}
     */
    static Document parse(byte[] xml, String part) {
        try {
            return BUILDER.get().parse(new ByteArrayInputStream(xml));
        } catch (SAXParseException e) {
            boolean doctype = String.valueOf(e.getMessage()).contains("DOCTYPE");
            throw Problem.badInput(doctype ? doctype(part) : malformed(part, e.getLineNumber()))
                    .because(e);
        } catch (SAXException | IOException e) {
            throw Problem.badInput(malformed(part, 0)).because(e);
        }
    }

    static Finding doctype(String part) {
        return Finding.error(
                "doctype",
                "A part of the file has a DOCTYPE. Word never writes one, and it can be used to read other files. "
                        + "Save the template again from Word.",
                Place.UNKNOWN.part(part));
    }

    private static Finding malformed(String part, int line) {
        return Finding.error(
                "xml",
                "A part of the file is damaged: it is not well-formed XML, or it is nested too deep. "
                        + "Save the template again from Word.",
                Place.UNKNOWN.part(part).line(line));
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://apache.org/xml/features/dom/defer-node-expansion", false);
            factory.setAttribute("jdk.xml.maxElementDepth", Integer.toString(MAX_DEPTH));
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The platform's own XML parser lacks a standard feature", e);
        }
    }

    /** The whole part as text, with its declaration. */
    static String write(Document document) {
        StringBuilder text = new StringBuilder(declaration(document));
        for (Node node = document.getFirstChild(); node != null; node = node.getNextSibling()) {
            write(node, text);
        }
        return text.toString();
    }

    static String declaration(Document document) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"" + (document.getXmlStandalone() ? " standalone=\"yes\"" : "")
                + "?>\n";
    }

    /** One node and all below it. */
    static void write(Node node, StringBuilder text) {
        switch (node.getNodeType()) {
            case Node.ELEMENT_NODE -> element(node, text);
            case Node.TEXT_NODE, Node.CDATA_SECTION_NODE -> escape(node.getNodeValue(), false, text);
            case Node.COMMENT_NODE ->
                text.append("<!--").append(node.getNodeValue()).append("-->");
            case Node.PROCESSING_INSTRUCTION_NODE -> instruction(node, text);
            default -> throw new IllegalStateException("A node of type " + node.getNodeType() + " in a parsed part");
        }
    }

    private static void element(Node element, StringBuilder text) {
        startTag(element, text);
        Node child = element.getFirstChild();
        if (child == null) {
            text.append("/>");
            return;
        }
        text.append('>');
        for (; child != null; child = child.getNextSibling()) {
            write(child, text);
        }
        text.append("</").append(element.getNodeName()).append('>');
    }

    /** The start tag up to, and without, its closing mark. */
    private static void startTag(Node element, StringBuilder text) {
        text.append('<').append(element.getNodeName());
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            text.append(' ').append(attribute.getNodeName()).append("=\"");
            escape(attribute.getNodeValue(), true, text);
            text.append('"');
        }
    }

    static void instruction(Node node, StringBuilder text) {
        text.append("<?").append(node.getNodeName());
        if (!node.getNodeValue().isEmpty()) {
            text.append(' ').append(node.getNodeValue());
        }
        text.append("?>");
    }

    /** Escapes so that a parser gives back the same characters: line ends in attributes are the trap. */
    static void escape(String value, boolean inAttribute, StringBuilder text) {
        int copied = 0;
        for (int i = 0; i < value.length(); i++) {
            String replacement = replacement(value.charAt(i), inAttribute);
            if (replacement != null) {
                text.append(value, copied, i).append(replacement);
                copied = i + 1;
            }
        }
        text.append(value, copied, value.length());
    }

    private static @org.jspecify.annotations.Nullable String replacement(char character, boolean inAttribute) {
        return switch (character) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> inAttribute ? null : "&gt;";
            case '"' -> inAttribute ? "&quot;" : null;
            case '\r' -> "&#13;";
            case '\t' -> inAttribute ? "&#9;" : null;
            case '\n' -> inAttribute ? "&#10;" : null;
            default -> null;
        };
    }
}
