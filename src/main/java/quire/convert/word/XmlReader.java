package quire.convert.word;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/**
 * Reads a part as a person sees it: what is only wrapped around content (content controls, insertions) gives way to the
 * content, what was deleted is not there, and of alternatives the best that we understand is taken (ISO/IEC 29500-3).
 */
final class XmlReader {

    /** Three times as deep as tables in tables in text boxes come. */
    private static final int DEEPEST = 300;

    /** The elements of about 3,000 pages. */
    private static final int MOST_ELEMENTS = 1_500_000;

    private static final int SHORT_VALUE = 32;

    private static final Set<String> WRAPPERS = Set.of(
            "w:sdt",
            "w:sdtContent",
            "w:smartTag",
            "w:customXml",
            "w:dir",
            "w:bdo",
            "w:ins",
            "w:moveTo",
            "mc:AlternateContent");

    private static final Set<String> LEFT_OUT = Set.of(
            "w:sdtPr",
            "w:sdtEndPr",
            "w:smartTagPr",
            "w:customXmlPr",
            "w:proofErr",
            "w:bookmarkEnd",
            "w:permStart",
            "w:permEnd",
            "w:lastRenderedPageBreak",
            "w:commentRangeStart",
            "w:commentRangeEnd",
            "w:numberingChange");

    private static final Set<String> DELETED = Set.of("w:del", "w:moveFrom");
    private static final Set<String> INSERTED = Set.of("w:ins", "w:moveTo");

    private final String part;
    private final Revisions revisions;
    private final Deque<OpenElement> open = new ArrayDeque<>();
    private final Map<String, Map<String, String>> names = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private int elements;

    private XmlReader(String part, Revisions revisions) {
        this.part = part;
        this.revisions = revisions;
    }

    /**
     * The root of a part.
     *
     * @param part its name, for findings
     * @param revisions counts what was inserted and deleted
     * @throws Problem if it is damaged, has a DOCTYPE, or is larger or deeper than any document
     */
    static Xml read(byte[] xml, String part, Revisions revisions) {
        return new XmlReader(part, revisions).read(xml);
    }

    private Xml read(byte[] xml) {
        OpenElement top = new OpenElement("");
        open.push(top);
        try {
            XMLStreamReader reader = closedFactory().createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD -> throw doctype();
                    case XMLStreamConstants.START_ELEMENT -> start(reader);
                    case XMLStreamConstants.END_ELEMENT -> end();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        open.getFirst().text(reader.getText());
                    default -> {}
                }
            }
        } catch (Problem refused) {
            throw refused;
        } catch (XMLStreamException | RuntimeException e) {
            // The platform's parser answers some damaged parts with faults of its own.
            throw String.valueOf(e.getMessage()).contains("DOCTYPE")
                    ? doctype()
                    : damaged().because(e);
        }
        return top.children().isEmpty() ? Xml.NONE : top.children().get(0);
    }

    private void start(XMLStreamReader reader) throws XMLStreamException {
        if (++elements > MOST_ELEMENTS || open.size() > DEEPEST) {
            throw tooLarge();
        }
        String name = name(reader.getNamespaceURI(), reader.getLocalName());
        OpenElement parent = open.getFirst();
        boolean content = !parent.name().endsWith("Pr");
        if (isLeftOut(name, content, reader)) {
            skip(reader);
        } else if (content && isWrapper(name)) {
            if (INSERTED.contains(name)) {
                revisions.insertion();
            }
            open.push(parent.wrapper(name));
        } else {
            open.push(new OpenElement(name, attributes(reader)));
        }
    }

    private static boolean isWrapper(String name) {
        return WRAPPERS.contains(name) || name.equals("mc:Choice") || name.equals("mc:Fallback");
    }

    private boolean isLeftOut(String name, boolean content, XMLStreamReader reader) {
        if (content && DELETED.contains(name)) {
            revisions.deletion();
            return true;
        }
        OpenElement parent = open.getFirst();
        boolean alternative = name.equals("mc:Choice") || name.equals("mc:Fallback");
        if (alternative && parent.name().equals("mc:AlternateContent")) {
            return !parent.takes(name.equals("mc:Fallback") || isUnderstood(reader));
        }
        return LEFT_OUT.contains(name) || (name.startsWith("w:") && name.endsWith("Change"));
    }

    private static boolean isUnderstood(XMLStreamReader reader) {
        String requires = reader.getAttributeValue(null, "Requires");
        if (requires == null) {
            return false;
        }
        for (String prefix : requires.strip().split("\\s+", -1)) {
            String namespace = reader.getNamespaceURI(prefix);
            if (namespace == null || !Namespaces.isUnderstood(namespace)) {
                return false;
            }
        }
        return true;
    }

    private static void skip(XMLStreamReader reader) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = reader.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
            depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
        }
    }

    private void end() {
        OpenElement ended = open.pop();
        if (!ended.isWrapper()) {
            open.getFirst().child(ended.finished());
        }
    }

    private String name(String namespace, String localName) {
        return names.computeIfAbsent(namespace == null ? "" : namespace, key -> new HashMap<>())
                .computeIfAbsent(localName, local -> Namespaces.prefix(String.valueOf(namespace)) + ":" + local);
    }

    private String[] attributes(XMLStreamReader reader) {
        List<String> attributes = new ArrayList<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = reader.getAttributeNamespace(i);
            String local = reader.getAttributeLocalName(i);
            boolean spaces = XMLConstants.XML_NS_URI.equals(namespace);
            if (local.startsWith("rsid")) {
                continue;
            }
            boolean relation = namespace != null && name(namespace, local).startsWith("r:");
            attributes.add(relation ? "r:" + local : spaces ? "xml:" + local : local);
            attributes.add(shared(reader.getAttributeValue(i)));
        }
        return attributes.toArray(String[]::new);
    }

    /** Word writes the same few values over and over. */
    private String shared(String value) {
        return value.length() > SHORT_VALUE ? value : values.computeIfAbsent(value, same -> same);
    }

    private static XMLInputFactory closedFactory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing is opened");
        });
        return factory;
    }

    private Problem doctype() {
        return Problem.badInput(Finding.error(
                "doctype",
                "A part of the file has a DOCTYPE, which Word never writes. Save the document again from Word.",
                Place.UNKNOWN.part(part)));
    }

    private Problem damaged() {
        return Problem.badInput(Finding.error(
                "damaged",
                "A part of the file is damaged and cannot be read. Open the document in Word and save it again.",
                Place.UNKNOWN.part(part)));
    }

    private Problem tooLarge() {
        return Problem.tooLarge(Finding.error(
                "too-large",
                "The document is larger, or nested deeper, than can be printed. Split it into several documents.",
                Place.UNKNOWN.part(part)));
    }
}
