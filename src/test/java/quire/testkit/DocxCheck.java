package quire.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Looks for what makes Word call a file corrupt: twins among ids, cells without a last paragraph, dangling pointers. */
public final class DocxCheck {

    private static final Map<String, Set<String>> HOLD_A_PARAGRAPH = Map.of(
            "tc",
            Set.of("p", "sdt"),
            "hdr",
            Set.of("p", "sdt"),
            "ftr",
            Set.of("p", "sdt"),
            "txbxContent",
            Set.of("p", "sdt"),
            "footnote",
            Set.of("p", "sdt"),
            "endnote",
            Set.of("p", "sdt"));

    private final List<String> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, byte[]> parts;

    private DocxCheck(byte[] docx) {
        parts = Docx.parts(docx);
    }

    /** Everything that Word would complain about; empty for a sound file. */
    public static List<String> problems(byte[] docx) {
        DocxCheck check = new DocxCheck(docx);
        check.parts.forEach((name, bytes) -> {
            if (name.endsWith(".xml") || name.endsWith(".rels")) {
                check.part(name, DocxText.parse(bytes));
            }
        });
        return check.problems;
    }

    private void part(String name, Document tree) {
        if (name.endsWith(".rels")) {
            targets(name, tree);
        } else {
            walk(name, tree.getDocumentElement());
            relationshipsOf(name, tree);
        }
    }

    private void targets(String name, Document tree) {
        String folder = name.startsWith("_rels") ? "" : name.substring(0, name.indexOf("_rels/"));
        for (Element relationship : all(tree, "Relationship")) {
            String target = relationship.getAttribute("Target");
            String part = target.startsWith("/") ? target.substring(1) : folder + target;
            while (part.contains("/../")) {
                part = part.replaceFirst("[^/]+/\\.\\./", "");
            }
            if (!relationship.getAttribute("TargetMode").equals("External") && !parts.containsKey(part)) {
                problems.add(name + " points to " + target + ", which is not there");
            }
        }
    }

    private void relationshipsOf(String name, Document tree) {
        int slash = name.lastIndexOf('/');
        byte[] relationships = parts.get(name.substring(0, slash + 1) + "_rels/" + name.substring(slash + 1) + ".rels");
        Set<String> known = new HashSet<>();
        if (relationships != null) {
            all(DocxText.parse(relationships), "Relationship").forEach(one -> known.add(one.getAttribute("Id")));
        }
        for (Element blip : all(tree, "blip")) {
            String embed =
                    blip.getAttributeNS("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "embed");
            if (!embed.isEmpty() && !known.contains(embed)) {
                problems.add(name + " shows the picture " + embed + ", which its relationships do not know");
            }
        }
    }

    private void walk(String part, Element element) {
        String name = element.getLocalName();
        switch (name) {
            case "docPr" -> once(part, "docPr", element.getAttribute("id"));
            case "bookmarkStart" -> {
                once(part, "bookmark id", word(element, "id"));
                once(part, "bookmark name", word(element, "name"));
            }
            case "commentReference" -> once(part, "comment", word(element, "id"));
            case "footnoteReference" -> once(part, "footnote reference", word(element, "id"));
            case "num" -> once(part, "list", word(element, "numId"));
            case "numId" -> listExists(part, word(element, "val"));
            case "tbl" -> hasChild(part, element, "tr");
            case "tr" -> hasChild(part, element, "tc");
            case "r" -> notEmpty(part, element);
            case "id" -> {
                if ("sdtPr".equals(element.getParentNode().getLocalName())) {
                    once(part, "control", word(element, "val"));
                }
            }
            default -> {}
        }
        String paragraphId = element.getAttributeNS("http://schemas.microsoft.com/office/word/2010/wordml", "paraId");
        if (!paragraphId.isEmpty()) {
            once(part, "paragraph", paragraphId);
        }
        endsWell(part, element);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                walk(part, inner);
            }
        }
    }

    private void endsWell(String part, Element element) {
        Set<String> ends = HOLD_A_PARAGRAPH.get(element.getLocalName());
        boolean isDrawn = "txbxContent".equals(element.getLocalName()) || isWord(element);
        if (ends != null && isDrawn) {
            Node last = element.getLastChild();
            while (last != null && !(last instanceof Element)) {
                last = last.getPreviousSibling();
            }
            if (last == null || !ends.contains(last.getLocalName())) {
                problems.add(part + ": a " + element.getLocalName() + " does not end in a paragraph");
            }
        }
    }

    private static boolean isWord(Element element) {
        return String.valueOf(element.getNamespaceURI()).contains("wordprocessingml");
    }

    private void hasChild(String part, Element parent, String child) {
        if (isWord(parent) && all(parent, child).isEmpty()) {
            problems.add(part + ": a " + parent.getLocalName() + " without a " + child);
        }
    }

    private void notEmpty(String part, Element run) {
        if (!isWord(run)) {
            return;
        }
        for (Node child = run.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element && !"rPr".equals(child.getLocalName())) {
                return;
            }
        }
        problems.add(part + ": an empty run");
    }

    private void once(String part, String kind, String id) {
        // Drawing ids must differ over the whole file, the others within their part.
        String key = (kind.equals("docPr") ? "" : part + " ") + kind + " " + id;
        if (!ids.add(key)) {
            problems.add(part + ": two of " + kind + " " + id);
        }
    }

    private void listExists(String part, String number) {
        byte[] numbering = parts.get("word/numbering.xml");
        Map<String, Boolean> known = new HashMap<>();
        if (numbering != null) {
            all(DocxText.parse(numbering), "num").forEach(num -> known.put(word(num, "numId"), true));
        }
        if (!number.equals("0") && !known.containsKey(number)) {
            problems.add(part + ": list " + number + " is not in the numbering");
        }
    }

    private static String word(Element element, String name) {
        return element.getAttributeNS("http://schemas.openxmlformats.org/wordprocessingml/2006/main", name);
    }

    private static List<Element> all(Node root, String name) {
        NodeList nodes = root instanceof Document document
                ? document.getElementsByTagNameNS("*", name)
                : ((Element) root).getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
