package quire.testkit;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A Word file as words: one line a paragraph, cells between bars, footnotes as the number of their mark. */
public final class DocxText {

    private final List<String> lines = new ArrayList<>();
    private int notes;

    private DocxText() {}

    /** The body, line by line. */
    public static List<String> lines(byte[] docx) {
        return lines(docx, "word/document.xml");
    }

    /** One part, line by line. */
    public static List<String> lines(byte[] docx, String part) {
        DocxText text = new DocxText();
        text.blocks(parse(Docx.xml(docx, part).getBytes(StandardCharsets.UTF_8)).getDocumentElement());
        return text.lines;
    }

    /** The body as one text, its lines joined by line feeds. */
    public static String of(byte[] docx) {
        return String.join("\n", lines(docx));
    }

    /** Parses XML with the platform's parser. */
    public static Document parse(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (Exception e) {
            throw new AssertionError("A part is not well-formed XML: " + e.getMessage(), e);
        }
    }

    private void blocks(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                switch (element.getLocalName()) {
                    case "p" -> lines.add(words(element));
                    case "tr" -> lines.add(row(element));
                    default -> blocks(element);
                }
            }
        }
    }

    private String row(Element row) {
        StringBuilder line = new StringBuilder("|");
        for (Node node = row.getFirstChild(); node != null; node = node.getNextSibling()) {
            if ("tc".equals(node.getLocalName()) || "sdt".equals(node.getLocalName())) {
                DocxText cell = new DocxText();
                cell.notes = notes;
                cell.blocks(node);
                notes = cell.notes;
                line.append(String.join(" / ", cell.lines)).append('|');
            }
        }
        return line.toString();
    }

    private String words(Node node) {
        StringBuilder words = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            switch (String.valueOf(child.getLocalName())) {
                case "t" -> words.append(child.getTextContent());
                case "br", "cr" -> words.append('\n');
                case "tab" -> words.append("tabs".equals(node.getLocalName()) ? "" : "\t");
                case "footnoteReference" -> words.append(++notes);
                case "drawing" -> words.append("[picture]");
                case "pPr", "rPr", "instrText", "delText" -> {}
                default -> words.append(words(child));
            }
        }
        return words.toString();
    }
}
