package quire.merge.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import quire.merge.Delimiters;
import quire.merge.TextTemplate;

/** A scaffold as a test reads it. */
final class ScaffoldFile {

    static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    static final String DOCUMENT = "word/document.xml";

    private ScaffoldFile() {}

    /** The keys that the merge will print: tags in the text, content controls and pictures. */
    static List<String> places(byte[] file) {
        List<String> keys = new ArrayList<>();
        TextTemplate.tags(text(file), "x", Delimiters.MUSTACHE).tags().stream()
                .filter(placed -> placed.tag().kind().prints())
                .forEach(placed -> keys.add(placed.tag().name()));
        Document document = xml(file, DOCUMENT);
        elements(document, "tag").forEach(tag -> keys.add(tag.getAttributeNS(WORD, "val")));
        NodeList frames = document.getElementsByTagNameNS("*", "docPr");
        for (int i = 0; i < frames.getLength(); i++) {
            keys.add(((Element) frames.item(i)).getAttribute("descr").replaceAll("[{}]", ""));
        }
        return keys;
    }

    /** The words of the document, a line for each paragraph. */
    static String text(byte[] file) {
        StringBuilder text = new StringBuilder();
        for (Element paragraph : elements(xml(file, DOCUMENT), "p")) {
            elements(paragraph, "t").forEach(words -> text.append(words.getTextContent()));
            text.append('\n');
        }
        return text.toString();
    }

    static List<Element> elements(Node within, String name) {
        NodeList found = within instanceof Document document
                ? document.getElementsByTagNameNS(WORD, name)
                : ((Element) within).getElementsByTagNameNS(WORD, name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    static Document xml(byte[] file, String part) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(part)) {
                    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
                    factory.setNamespaceAware(true);
                    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(zip.readAllBytes()));
                }
            }
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new AssertionError(part + " cannot be read", e);
        }
        throw new AssertionError("The file has no " + part);
    }
}
