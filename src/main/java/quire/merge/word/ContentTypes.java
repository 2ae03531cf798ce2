package quire.merge.word;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import quire.merge.PictureFormat;

/** What each part of a package says it is ({@code [Content_Types].xml}). */
final class ContentTypes {

    static final String PART = "[Content_Types].xml";

    private final Document tree;
    private final Map<String, String> byExtension = new LinkedHashMap<>();
    private final Map<String, String> byPart = new LinkedHashMap<>();

    private ContentTypes(Document tree) {
        this.tree = tree;
    }

    static ContentTypes read(byte[] xml) {
        ContentTypes types = new ContentTypes(XmlPart.parse(xml, PART));
        for (Element element : WordXml.children(types.tree.getDocumentElement())) {
            String type = element.getAttribute("ContentType");
            if (element.getLocalName().equals("Default")) {
                types.byExtension.put(element.getAttribute("Extension").toLowerCase(Locale.ROOT), type);
            } else if (element.getLocalName().equals("Override")) {
                types.byPart.put(element.getAttribute("PartName"), type);
            }
        }
        return types;
    }

    /** What a part is; empty if the package does not say. */
    String of(String part) {
        String own = byPart.get("/" + part);
        String extension = part.substring(part.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return own != null ? own : byExtension.getOrDefault(extension, "");
    }

    /** The first part of a type whose name ends like this; null if there is none. */
    @Nullable
    String partOf(String typeEnd, Iterable<String> parts) {
        for (String part : parts) {
            if (of(part).endsWith(typeEnd)) {
                return part;
            }
        }
        return null;
    }

    /** The part's text with the formats of pictures added that it does not know yet. */
    String withPictures() {
        Document copy = (Document) tree.cloneNode(true);
        Element root = copy.getDocumentElement();
        for (PictureFormat format : PictureFormat.values()) {
            if (!byExtension.containsKey(format.extension())) {
                Element type = WordXml.make(root, "Default");
                type.setAttribute("Extension", format.extension());
                type.setAttribute("ContentType", format.mime());
                root.insertBefore(type, root.getFirstChild());
            }
        }
        return XmlPart.write(copy);
    }

    /** The part's text with one more part on record. */
    String with(String part, String type) {
        Document copy = (Document) tree.cloneNode(true);
        Element root = copy.getDocumentElement();
        Element override = WordXml.make(root, "Override");
        override.setAttribute("PartName", "/" + part);
        override.setAttribute("ContentType", type);
        root.appendChild(override);
        return XmlPart.write(copy);
    }
}
