package quire.merge.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import quire.core.Finding;
import quire.core.Place;

/** What a part points to: pictures, headers, links, and sometimes things outside the file. */
final class Relationships {

    /**
     * One pointer.
     *
     * @param id its name inside the part that it belongs to
     * @param type what kind of thing it points to, an address of ECMA-376
     * @param target where to
     * @param external whether the target lies outside the file
     */
    record Relationship(String id, String type, String target, boolean external) {

        /** An ordinary link that a reader may follow by hand. */
        boolean isHarmlessLink() {
            return type.endsWith("/hyperlink") && target.matches("(?i)(https?:|mailto:|tel:|#).*");
        }
    }

    /** A part that points to nothing yet. */
    static final String NONE = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<Relationships xmlns=\"" + WordXml.RELATIONSHIPS + "\"></Relationships>";

    private Relationships() {}

    static List<Relationship> read(byte[] xml, String part) {
        List<Relationship> relationships = new ArrayList<>();
        for (Element element : WordXml.descendants(XmlPart.parse(xml, part), "Relationship")) {
            relationships.add(new Relationship(
                    element.getAttribute("Id"),
                    element.getAttribute("Type"),
                    element.getAttribute("Target"),
                    element.getAttribute("TargetMode").equals("External")));
        }
        return relationships;
    }

    /** The relationships part that belongs to a part, for example {@code word/_rels/document.xml.rels}. */
    static String partFor(String part) {
        int slash = part.lastIndexOf('/');
        return part.substring(0, slash + 1) + "_rels/" + part.substring(slash + 1) + ".rels";
    }

    /** The part that a target means, seen from the folder of the part that points to it. */
    static String resolve(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String path = folder.isEmpty() ? target : folder + "/" + target;
        while (path.contains("/../")) {
            path = path.replaceFirst("[^/]+/\\.\\./", "");
        }
        return path.startsWith("./") ? path.substring(2) : path;
    }

    /** The part's text with pointers added: by id, each with its target. */
    static String add(byte[] xml, String part, String type, Map<String, String> targets) {
        Document tree = XmlPart.parse(xml, part);
        Element root = tree.getDocumentElement();
        targets.forEach((id, target) -> {
            Element relationship = WordXml.make(root, "Relationship");
            relationship.setAttribute("Id", id);
            relationship.setAttribute("Type", WordXml.R + "/" + type);
            relationship.setAttribute("Target", target);
            root.appendChild(relationship);
        });
        return XmlPart.write(tree);
    }

    /** What reaches out of the file, each a finding: a template must be complete in itself. */
    static List<Finding> checkExternal(byte[] xml, String part) {
        List<Finding> findings = new ArrayList<>();
        for (Relationship relationship : read(xml, part)) {
            if (relationship.external() && !relationship.isHarmlessLink()) {
                String kind = relationship.type().substring(relationship.type().lastIndexOf('/') + 1);
                findings.add(Finding.error(
                        "external-relationship",
                        "The file points to something outside itself (" + kind + ": " + relationship.target()
                                + "). Put the thing itself into the template, or take the link out.",
                        Place.UNKNOWN.part(part)));
            }
        }
        return findings;
    }
}
