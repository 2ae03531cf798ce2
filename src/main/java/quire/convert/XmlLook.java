package quire.convert;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import quire.core.Problem;

/**
 * Reads an XML part from its beginning to its end in a fixed amount of memory, whatever stands in it. Nothing else is ever
 * opened: a DOCTYPE is refused, and with it every entity, in whatever encoding it is written.
 */
final class XmlLook {

    /** Deeper than any document that a person made. */
    private static final int MOST_DEPTH = 1_000;
    /** The longest single tag, comment or instruction; drawings hold their older selves in one attribute. */
    private static final int LONGEST_PIECE = 4_000_000;
    /** All different names together, in letters: a parser keeps every name that it has met. */
    private static final int MOST_NAMES = 500_000;

    private final Set<String> names = new HashSet<>();
    private int lettersOfNames;
    private int depth;

    private XmlLook() {}

    /**
     * Shows every tag and text to the viewer, in order.
     *
     * @param xml read to its end, not closed
     * @throws Problem if it has a DOCTYPE, is not well-formed, or is larger in some way than any real document
     */
    static void at(InputStream xml, Consumer<XMLStreamReader> viewer) {
        new XmlLook().walk(new Metered(xml), viewer);
    }

    private void walk(Metered xml, Consumer<XMLStreamReader> viewer) {
        try {
            XMLStreamReader reader = closedFactory().createXMLStreamReader(xml);
            while (reader.hasNext()) {
                int event = reader.next();
                xml.begin();
                check(event, reader);
                viewer.accept(reader);
            }
        } catch (Problem refused) {
            throw refused;
        } catch (XMLStreamException | RuntimeException e) {
            // The platform's parser answers some damaged parts with faults of its own.
            throw isAboutDoctype(e) ? doctype() : ZipDirectory.damaged().because(e);
        }
    }

    private void check(int event, XMLStreamReader reader) {
        switch (event) {
            case XMLStreamConstants.DTD -> throw doctype();
            case XMLStreamConstants.START_ELEMENT -> {
                if (++depth > MOST_DEPTH) {
                    throw ZipDirectory.damaged();
                }
                remember(reader.getPrefix());
                remember(reader.getLocalName());
                for (int i = 0; i < reader.getAttributeCount(); i++) {
                    remember(reader.getAttributeLocalName(i));
                }
                for (int i = 0; i < reader.getNamespaceCount(); i++) {
                    remember(reader.getNamespacePrefix(i));
                    remember(reader.getNamespaceURI(i));
                }
            }
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> remember(reader.getPITarget());
            default -> {}
        }
    }

    private void remember(@Nullable String name) {
        if (name != null && names.add(name)) {
            lettersOfNames += name.length() + 16;
            if (lettersOfNames > MOST_NAMES) {
                throw ZipDirectory.damaged();
            }
        }
    }

    private static boolean isAboutDoctype(Exception e) {
        return String.valueOf(e.getMessage()).contains("DOCTYPE");
    }

    private static Problem doctype() {
        return Refusal.DOCTYPE.problem("A part of it has a DOCTYPE, which Word never writes. " + Advice.SAVE_FROM_WORD);
    }

    /** One that opens nothing; not kept, because it is not made to be shared between threads. */
    static XMLInputFactory closedFactory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing is opened");
        });
        return factory;
    }

    /** Counts the bytes that the parser takes for one piece, and gives no more than the most. */
    private static final class Metered extends FilterInputStream {

        private int taken;

        Metered(InputStream xml) {
            super(xml);
        }

        void begin() {
            taken = 0;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            take(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            take(read);
            return read;
        }

        /** The parser closes what it reads; our caller still counts behind it. */
        @Override
        public void close() {}

        private void take(int read) {
            taken += Math.max(0, read);
            if (taken > LONGEST_PIECE) {
                throw ZipDirectory.damaged();
            }
        }
    }
}
