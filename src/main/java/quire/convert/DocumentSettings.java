package quire.convert;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.XMLEvent;

/**
 * Takes out of a document's settings what Word fetches from elsewhere when it opens the document, and what the document
 * reads the same without.
 */
final class DocumentSettings {

    /** By the kind of pointer, what the person is told. */
    private static final Map<String, Removal> POINTED_AT = Map.of(
            "attachedtemplate", Removal.TEMPLATE,
            "transform", Removal.TEMPLATE,
            "mailmergesource", Removal.MAIL_MERGE,
            "mailmergeheadersource", Removal.MAIL_MERGE);

    private static final List<String> ELEMENTS = List.of("attachedTemplate", "saveThroughXslt", "mailMerge");

    private DocumentSettings() {}

    /** Whether a document reads the same without what is pointed at. */
    static boolean canDoWithout(Pointer pointer) {
        return POINTED_AT.containsKey(pointer.kind());
    }

    /** What the person is told when the pointer is gone. */
    static Removal removal(Pointer pointer) {
        return POINTED_AT.getOrDefault(pointer.kind(), Removal.LINKS);
    }

    /**
     * The settings without the elements that hold such pointers.
     *
     * @param xml well-formed and without a DOCTYPE
     */
    static byte[] without(byte[] xml) {
        ByteArrayOutputStream cleaned = new ByteArrayOutputStream(xml.length);
        try {
            XMLEventReader reader = XmlLook.closedFactory().createXMLEventReader(new ByteArrayInputStream(xml));
            XMLEventWriter writer =
                    XMLOutputFactory.newDefaultFactory().createXMLEventWriter(cleaned, StandardCharsets.UTF_8.name());
            while (reader.hasNext()) {
                XMLEvent event = reader.nextEvent();
                if (isOneToDrop(event)) {
                    skip(reader);
                } else if (event.isStartDocument()) {
                    cleaned.writeBytes(WordCleaning.DECLARATION.getBytes(StandardCharsets.UTF_8));
                } else {
                    writer.add(event);
                }
            }
            writer.flush();
        } catch (XMLStreamException e) {
            throw ZipDirectory.damaged().because(e);
        }
        return cleaned.toByteArray();
    }

    private static boolean isOneToDrop(XMLEvent event) {
        return event.isStartElement()
                && ELEMENTS.contains(event.asStartElement().getName().getLocalPart());
    }

    /** Reads to the end of the element whose beginning was just read. */
    private static void skip(XMLEventReader reader) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            XMLEvent event = reader.nextEvent();
            depth += event.isStartElement() ? 1 : event.isEndElement() ? -1 : 0;
        }
    }
}
