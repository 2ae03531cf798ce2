package quire.merge.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import quire.core.Finding;
import quire.core.Place;
import quire.merge.PlacedTag;
import quire.merge.Tag;

/**
 * One part of a Word template on its way from XML to operations: its tree, the marks that stand in it for tags, and what
 * was found wrong.
 */
final class PartDraft {

    private final String part;
    private final Document tree;
    private final List<PlacedTag> tags = new ArrayList<>();
    private final List<WordFault> faults = new ArrayList<>();
    private final Map<Element, Map<String, AttributeSlot>> attributes = new HashMap<>();
    private final Map<Integer, AttributeSlot.Reading> readings = new HashMap<>();
    private final Map<Element, Element> emptied = new HashMap<>();
    private final Map<Node, Integer> paragraphNumbers = new HashMap<>();
    private final Map<Integer, List<String>> offered = new HashMap<>();
    private boolean touched;

    PartDraft(String part, Document tree) {
        this.part = part;
        this.tree = tree;
        int number = 0;
        for (Element paragraph : WordXml.descendants(tree, "p")) {
            paragraphNumbers.put(paragraph, number++);
        }
    }

    String part() {
        return part;
    }

    Document tree() {
        return tree;
    }

    /** Every tag of the part, in the order in which the marks were made. */
    List<PlacedTag> tags() {
        return tags;
    }

    List<WordFault> faults() {
        return faults;
    }

    /** Something was taken out of the tree, so that the part is no longer what it was. */
    void touch() {
        touched = true;
    }

    boolean isTouched() {
        return touched || !tags.isEmpty();
    }

    boolean hasErrors() {
        return faults.stream().anyMatch(fault -> fault.finding().isError());
    }

    /** Puts a tag on record and gives the mark that stands for it in the tree. */
    Element mark(Tag tag, Place place, Node near) {
        Element mark = WordXml.mark(near, "tag");
        mark.setAttribute("n", Integer.toString(tags.size()));
        tags.add(new PlacedTag(tag, place));
        return mark;
    }

    static int number(Element mark) {
        return Integer.parseInt(mark.getAttribute("n"));
    }

    PlacedTag tag(Element mark) {
        return tags.get(number(mark));
    }

    /** Makes an attribute take its value at merge time. */
    void attribute(Element element, String qualifiedName, AttributeSlot slot) {
        attributes
                .computeIfAbsent(element, key -> new java.util.LinkedHashMap<>())
                .put(qualifiedName, slot);
    }

    Map<String, AttributeSlot> attributes(Element element) {
        return attributes.getOrDefault(element, Map.of());
    }

    /** Makes a mark print its value in a way of its own. */
    void reading(Element mark, AttributeSlot.Reading reading) {
        readings.put(number(mark), reading);
    }

    /** What the list of a control offers. */
    void offers(Element mark, List<String> labels) {
        offered.put(number(mark), List.copyOf(labels));
    }

    List<String> offered(int number) {
        return offered.getOrDefault(number, List.of());
    }

    AttributeSlot.Reading reading(Element mark) {
        return readings.getOrDefault(number(mark), quire.merge.Value::text);
    }

    /** Remembers how a paragraph looked that left its holder, in case the holder needs one to be valid. */
    void rememberParagraph(Element holder, Element paragraph) {
        emptied.put(holder, paragraph);
    }

    @Nullable
    Element rememberedParagraph(Element holder) {
        return emptied.get(holder);
    }

    Place place(String excerpt) {
        return Place.UNKNOWN.part(part).excerpt(excerpt);
    }

    void fault(Finding finding, Node near) {
        faults.add(new WordFault(finding, part, paragraphNumber(near)));
    }

    /** The number of the paragraph around or at a node, from 0; -1 outside every paragraph. */
    int paragraphNumber(Node node) {
        for (Node at = node; at != null; at = at.getParentNode()) {
            Integer number = paragraphNumbers.get(at);
            if (number != null) {
                return number;
            }
        }
        return -1;
    }
}
