package quire.convert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes out of a Word document what points outside and is not missed, and leaves every other part as it was packed. */
final class WordCleaning {

    static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private static final String NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships";
    /** A link that leads nowhere: the words stay, and the document stays whole. */
    private static final String NOWHERE = "#";

    private static final int LARGEST_SETTINGS = 2_000_000;

    private final byte[] file;
    private final List<ZipDirectory.Entry> entries;
    private final Set<Removal> removed = EnumSet.noneOf(Removal.class);
    private final Map<String, byte[]> changed = new HashMap<>();

    WordCleaning(byte[] file, List<ZipDirectory.Entry> entries) {
        this.file = file;
        this.entries = entries;
    }

    /** @param pointers of the document, by the part that holds them */
    Cleaned without(Map<String, List<Pointer>> pointers) {
        pointers.forEach(this::clean);
        if (removed.isEmpty()) {
            return Cleaned.asItCame(file);
        }
        return new Cleaned(new ZipCopy(file).of(entries, changed), removed);
    }

    private void clean(String part, List<Pointer> pointers) {
        List<Pointer> kept = new ArrayList<>();
        boolean settings = false;
        for (Pointer pointer : pointers) {
            if (!pointer.leadsOutside() || pointer.isHarmlessLink()) {
                kept.add(pointer);
            } else if (pointer.isHyperlink()) {
                kept.add(new Pointer(pointer.id(), pointer.type(), NOWHERE, true));
                removed.add(Removal.LINKS);
            } else {
                settings = true;
                removed.add(DocumentSettings.removal(pointer));
            }
        }
        if (!kept.equals(pointers)) {
            changed.put(part, ZipCopy.utf8(xml(kept)));
        }
        if (settings) {
            cleanOwner(part);
        }
    }

    /** {@code word/_rels/settings.xml.rels} belongs to {@code word/settings.xml}. */
    private void cleanOwner(String pointersPart) {
        String owner = pointersPart.replaceFirst("_rels/([^/]*)\\.rels$", "$1");
        for (ZipDirectory.Entry entry : entries) {
            if (entry.name().equals(owner)) {
                if (entry.size() > LARGEST_SETTINGS) {
                    throw ZipDirectory.damaged();
                }
                changed.put(owner, DocumentSettings.without(unpacked(entry)));
            }
        }
    }

    private byte[] unpacked(ZipDirectory.Entry entry) {
        try (Unpacking bytes = new Unpacking(file, entry)) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be read", e);
        }
    }

    private static String xml(List<Pointer> pointers) {
        StringBuilder xml = new StringBuilder(DECLARATION);
        xml.append("<Relationships xmlns=\"").append(NAMESPACE).append("\">");
        for (Pointer pointer : pointers) {
            xml.append("<Relationship");
            attribute(xml, "Id", pointer.id());
            attribute(xml, "Type", pointer.type());
            attribute(xml, "Target", pointer.target());
            if (pointer.isExternal()) {
                attribute(xml, "TargetMode", "External");
            }
            xml.append("/>");
        }
        return xml.append("</Relationships>").toString();
    }

    private static void attribute(StringBuilder xml, String name, String value) {
        String escaped = value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        xml.append(' ').append(name).append("=\"").append(escaped).append('"');
    }
}
