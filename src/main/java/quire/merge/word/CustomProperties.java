package quire.merge.word;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The custom properties of a Word file, which authors set under File, Info, Advanced properties. */
final class CustomProperties {

    static final String PART = "docProps/custom.xml";

    private CustomProperties() {}

    /** The text of a property; null if there is none of that name. */
    static @Nullable String read(byte @Nullable [] xml, String name) {
        if (xml == null) {
            return null;
        }
        for (Element property : WordXml.descendants(XmlPart.parse(xml, PART), "property")) {
            if (property.getAttribute("name").equalsIgnoreCase(name)) {
                return property.getTextContent();
            }
        }
        return null;
    }
}
