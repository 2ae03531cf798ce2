package quire.merge.word;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A copy of a finished Word file that says nothing of who wrote it or its template: no properties but title and language, no
 * comments, no changes that are tracked, no data that lies beside the text. Whatever is not known to be needed is left out.
 */
public final class NamelessCopy {

    private static final String POINTERS = "_rels/.rels";
    private static final String CORE = "core-properties";

    /** What a part may point to; everything else is not there any more. */
    private static final Set<String> NEEDED = Set.of(
            "officeDocument",
            "styles",
            "numbering",
            "settings",
            "webSettings",
            "fontTable",
            "font",
            "theme",
            "header",
            "footer",
            "footnotes",
            "endnotes",
            "image",
            "hyperlink",
            "chart",
            "diagramData",
            "diagramLayout",
            "diagramQuickStyle",
            "diagramColors",
            "diagramDrawing",
            CORE);

    private static final Set<String> PROPERTIES = Set.of("title", "language");

    private final Map<String, byte[]> parts;

    private NamelessCopy(byte[] docx) {
        this.parts = new TreeMap<>(SteadyZip.parts(docx));
    }

    /**
     * Makes the copy: the same bytes every time.
     *
     * @param docx a sound Word file
     */
    public static byte[] of(byte[] docx) {
        NamelessCopy copy = new NamelessCopy(docx);
        copy.keepNeeded();
        copy.parts.replaceAll(copy::cleaned);
        return SteadyZip.of(copy.parts);
    }

    /** Follows the pointers from the file itself on; what is not reached goes. */
    private void keepNeeded() {
        Set<String> kept = new HashSet<>(Set.of(ContentTypes.PART));
        Deque<String> next = new ArrayDeque<>(Set.of(""));
        while (!next.isEmpty()) {
            String part = next.pop();
            String pointers = part.isEmpty() ? POINTERS : Relationships.partFor(part);
            byte[] xml = parts.get(pointers);
            if (xml != null) {
                kept.add(pointers);
                byte[] fewer = neededOf(xml, pointers);
                parts.put(pointers, fewer);
                for (Relationships.Relationship one : Relationships.read(fewer, pointers)) {
                    String target = target(part, one);
                    if (target != null && kept.add(target)) {
                        next.push(target);
                    }
                }
            }
        }
        parts.keySet().retainAll(kept);
    }

    private static @Nullable String target(String part, Relationships.Relationship pointer) {
        String folder = part.contains("/") ? part.substring(0, part.lastIndexOf('/')) : "";
        return pointer.external() ? null : Relationships.resolve(folder, pointer.target());
    }

    private static byte[] neededOf(byte[] xml, String part) {
        Document tree = XmlPart.parse(xml, part);
        for (Element pointer : WordXml.descendants(tree, "Relationship")) {
            String type = pointer.getAttribute("Type");
            if (!NEEDED.contains(type.substring(type.lastIndexOf('/') + 1))) {
                WordXml.remove(pointer);
            }
        }
        return bytes(tree);
    }

    private byte[] cleaned(String name, byte[] part) {
        if (name.equals(ContentTypes.PART)) {
            return types(part);
        } else if (!name.endsWith(".xml")) {
            return part;
        }
        Document tree = XmlPart.parse(part, name);
        Element root = tree.getDocumentElement();
        if ("coreProperties".equals(root.getLocalName())) {
            WordXml.children(root).stream()
                    .filter(property -> !PROPERTIES.contains(property.getLocalName()))
                    .forEach(WordXml::remove);
        } else {
            NamelessStory.clean(tree);
        }
        return bytes(tree);
    }

    private byte[] types(byte[] part) {
        Document tree = XmlPart.parse(part, ContentTypes.PART);
        for (Element override : WordXml.descendants(tree, "Override")) {
            if (!parts.containsKey(override.getAttribute("PartName").replaceFirst("^/", ""))) {
                WordXml.remove(override);
            }
        }
        return bytes(tree);
    }

    private static byte[] bytes(Document tree) {
        return XmlPart.write(tree).getBytes(StandardCharsets.UTF_8);
    }
}
