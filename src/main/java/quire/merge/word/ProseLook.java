package quire.merge.word;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Works out how the paragraphs and list items look that a long text becomes, from the paragraph its tag stands in. */
final class ProseLook {

    /** A number that no template has: where the list's own number goes. */
    private static final String SLOT = "2147483646";
    /** Twentieths of a point: 6.3 mm, the usual indent of a list. */
    private static final String INDENT = "357";

    private ProseLook() {}

    static ProseParagraph.Looks of(Element paragraph, ListNumbers numbers) {
        Element properties = WordXml.child(paragraph, "pPr");
        ProseParagraph.Look last = look(paragraph, properties, numbers);
        Element keep = properties == null ? null : WordXml.child(properties, "keepNext");
        if (properties == null || keep == null) {
            return new ProseParagraph.Looks(last, last);
        }
        Element loose = (Element) properties.cloneNode(true);
        WordXml.children(loose).stream()
                .filter(property -> property.getLocalName().equals(keep.getLocalName()))
                .forEach(loose::removeChild);
        return new ProseParagraph.Looks(look(paragraph, loose, numbers), last);
    }

    private static ProseParagraph.Look look(Element paragraph, @Nullable Element properties, ListNumbers numbers) {
        Element plain = properties == null ? WordXml.make(paragraph, "pPr") : (Element) properties.cloneNode(true);
        return new ProseParagraph.Look(
                properties == null ? "" : xml(plain),
                List.of(xml(listed(paragraph, plain)).split(SLOT, -1)),
                numbers.bullets(),
                numbers.numbered(),
                xml(hanging(paragraph, plain)));
    }

    private static Element listed(Element paragraph, Element plain) {
        Element properties = (Element) plain.cloneNode(true);
        Element list = WordXml.make(paragraph, "numPr");
        list.appendChild(valued(paragraph, "ilvl", "0"));
        list.appendChild(valued(paragraph, "numId", SLOT));
        ParagraphProperties.insert(properties, list);
        Element indent = WordXml.child(properties, "ind");
        if (indent != null) {
            // The list brings its own indent.
            properties.removeChild(indent);
        }
        return properties;
    }

    private static Element hanging(Element paragraph, Element plain) {
        Element properties = (Element) plain.cloneNode(true);
        Element indent = WordXml.make(paragraph, "ind");
        WordXml.set(indent, "left", INDENT);
        WordXml.set(indent, "hanging", INDENT);
        ParagraphProperties.insert(properties, indent);
        return properties;
    }

    private static Element valued(Element like, String name, String value) {
        Element element = WordXml.make(like, name);
        WordXml.set(element, "val", value);
        return element;
    }

    private static String xml(@Nullable Element element) {
        StringBuilder xml = new StringBuilder();
        if (element != null) {
            XmlPart.write(element, xml);
        }
        return xml.toString();
    }
}
