package quire.merge.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What must not stand in a file twice although the section around it repeats: ids of drawings, bookmarks and controls,
 * paragraph ids, the anchors of comments, and the counting of numbered lists.
 */
final class LoopIds {

    private static final Set<String> COMMENT_ANCHORS =
            Set.of("commentRangeStart", "commentRangeEnd", "commentReference");
    /** Word allows bookmark names of 40 characters. */
    private static final int BOOKMARK_NAME = 32;

    private final PartDraft draft;
    private final ListNumbers numbers;
    private final Map<String, Integer> bookmarkSections = new HashMap<>();
    private final Map<Integer, List<String>> restarts = new LinkedHashMap<>();

    LoopIds(PartDraft draft, ListNumbers numbers) {
        this.draft = draft;
        this.numbers = numbers;
    }

    /** The lists that begin anew in each copy of a section. */
    List<String> restarts(int section) {
        return restarts.getOrDefault(section, List.of());
    }

    void prepare() {
        lists();
        for (Element section : sections()) {
            for (Element start : WordXml.descendants(section, "bookmarkStart")) {
                String name = WordXml.attribute(start, "name");
                if (name != null) {
                    // The innermost section comes last, and is the one whose copies the bookmark has.
                    bookmarkSections.put(name, PartDraft.number(section));
                }
            }
        }
        for (Element section : sections()) {
            if (!WordXml.isMark(outerSection(section), "section")) {
                inside(section);
            }
        }
    }

    private List<Element> sections() {
        return WordXml.descendants(draft.tree(), "section").stream()
                .filter(element -> WordXml.isMark(element, "section"))
                .toList();
    }

    private static @Nullable Node outerSection(Node node) {
        Node above = node.getParentNode();
        while (above != null && !WordXml.isMark(above, "section")) {
            above = above.getParentNode();
        }
        return above;
    }

    private void inside(Element parent) {
        for (Element child : WordXml.children(parent)) {
            inside(child);
            one(child);
        }
    }

    private void one(Element element) {
        for (String name : List.of("paraId", "textId")) {
            if (element.hasAttributeNS(WordXml.W14, name)) {
                element.removeAttributeNS(WordXml.W14, name);
            }
        }
        switch (element.getLocalName()) {
            case "docPr" ->
                draft.attribute(
                        element,
                        "id",
                        run -> run.sink().ascii(Integer.toString(run.merging().nextDrawing())));
            case "id" -> {
                if (WordXml.is(element.getParentNode(), "sdtPr")) {
                    WordXml.remove(element);
                }
            }
            case "bookmarkStart", "bookmarkEnd" -> bookmark(element);
            case "hyperlink" -> anchor(element);
            case "instrText" -> reference(element);
            default -> {
                if (WordXml.isOneOf(element, COMMENT_ANCHORS)) {
                    firstCopyOnly(element);
                }
            }
        }
    }

    private void bookmark(Element element) {
        Node section = outerSection(element);
        String id = WordXml.attribute(element, "id");
        String name = WordXml.attribute(element, "name");
        if (section == null || id == null) {
            return;
        }
        int number = PartDraft.number((Element) section);
        draft.attribute(element, ContentControls.qualified(element, "id"), run -> {
            int copy = run.copyNumber(number);
            run.sink().ascii(copy == 0 ? id : run.merging().bookmark(id, number, copy));
        });
        if (name != null) {
            draft.attribute(element, ContentControls.qualified(element, "name"), copyOfName(name, number));
        }
    }

    private static AttributeSlot copyOfName(String name, int section) {
        return run -> {
            String copied = name(name, run.copyNumber(section));
            run.sink().escaped(copied, 0, copied.length());
        };
    }

    private static String name(String name, int copy) {
        return copy == 0 ? name : name.substring(0, Math.min(name.length(), BOOKMARK_NAME)) + "_" + copy;
    }

    private void anchor(Element link) {
        String name = WordXml.attribute(link, "anchor");
        Integer section = name == null ? null : bookmarkSections.get(name);
        if (section != null && name != null) {
            draft.attribute(link, ContentControls.qualified(link, "anchor"), copyOfName(name, section));
        }
    }

    /** A field such as {@code REF name}: the name in its instruction is renamed with the bookmark. */
    private void reference(Element instruction) {
        Matcher field = Pattern.compile("(\\s*(?:REF|PAGEREF|NOTEREF)\\s+)(\\S+)(.*)", Pattern.DOTALL)
                .matcher(instruction.getTextContent());
        if (!field.matches()) {
            return;
        }
        String name = field.group(2);
        Integer section = bookmarkSections.get(name);
        if (section != null) {
            Element copy = WordXml.mark(instruction, "bookmark");
            copy.setAttribute("name", name);
            copy.setAttribute("section", section.toString());
            instruction.setTextContent(field.group(1));
            instruction.appendChild(copy);
            instruction.appendChild(draft.tree().createTextNode(field.group(3)));
        }
    }

    static Operation bookmarkName(String name, int section) {
        return new AttributeValue(copyOfName(name, section));
    }

    private static void firstCopyOnly(Element anchor) {
        Node section = outerSection(anchor);
        if (section != null) {
            Node target = anchor.getLocalName().equals("commentReference") ? anchor.getParentNode() : anchor;
            Element first = WordXml.mark(anchor, "first");
            first.setAttribute("n", ((Element) section).getAttribute("n"));
            target.getParentNode().insertBefore(first, target);
            first.appendChild(target);
        }
    }

    /** Finds for each list the section whose copies begin it anew, and makes its number a slot. */
    private void lists() {
        Map<String, Element> firsts = new HashMap<>();
        for (Element paragraph : WordXml.descendants(draft.tree(), "p")) {
            String number = WordXml.is(paragraph, "p") ? numbers.numberOf(paragraph) : null;
            if (number == null) {
                continue;
            }
            firsts.putIfAbsent(number, paragraph);
            if (outerSection(paragraph) != null) {
                inList(paragraph, number, firsts.get(number));
            }
        }
    }

    private void inList(Element paragraph, String number, @Nullable Element first) {
        for (Node section = outerSection(paragraph); section != null; section = outerSection(section)) {
            if (!isListOnly((Element) section) && first != null && isInside(first, section)) {
                List<String> begun =
                        restarts.computeIfAbsent(PartDraft.number((Element) section), key -> new ArrayList<>());
                if (!begun.contains(number)) {
                    begun.add(number);
                }
                break;
            }
        }
        numbers.makeExplicit(paragraph);
        Element properties = WordXml.child(paragraph, "pPr");
        Element id = WordXml.child(WordXml.child(properties, "numPr"), "numId");
        if (id != null) {
            draft.attribute(
                    id,
                    ContentControls.qualified(id, "val"),
                    run -> run.sink().ascii(run.merging().lists().number(number)));
        }
    }

    /** A section that repeats nothing but list items makes one list, which goes on from copy to copy. */
    private boolean isListOnly(Element section) {
        List<Element> blocks = WordXml.children(section);
        return blocks.stream()
                .allMatch(block -> (WordXml.is(block, "p") && numbers.numberOf(block) != null)
                        || (WordXml.isMark(block, "section") && isListOnly(block)));
    }

    private static boolean isInside(Node node, Node section) {
        for (Node above = node; above != null; above = above.getParentNode()) {
            if (above == section) {
                return true;
            }
        }
        return false;
    }
}
