package quire.merge.word;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import quire.merge.word.Section.Lookup;

/** Turns a prepared tree into operations: whatever does not change becomes bytes, the rest a step of its own. */
final class OperationWriter {

    private final PartDraft draft;
    private final LoopIds ids;
    private final ListNumbers numbers;
    private final List<Notes> notes;
    private final Structure structure;
    private final Deque<List<Operation>> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder(4096);
    private boolean textHasInk;
    private int sectionDepth;

    OperationWriter(PartDraft draft, LoopIds ids, ListNumbers numbers, List<Notes> notes) {
        this.draft = draft;
        this.ids = ids;
        this.numbers = numbers;
        this.notes = notes;
        this.structure = new Structure(draft);
    }

    /** The whole part. */
    List<Operation> write(Document tree) {
        begin();
        text.append(XmlPart.declaration(tree));
        for (Node node = tree.getFirstChild(); node != null; node = node.getNextSibling()) {
            node(node);
        }
        return end();
    }

    /** One element by itself: a note, which is written where the body refers to it. */
    List<Operation> write(Element element) {
        begin();
        node(element);
        return end();
    }

    private void begin() {
        flush();
        open.push(new ArrayList<>());
    }

    private List<Operation> end() {
        flush();
        return List.copyOf(open.pop());
    }

    private void add(Operation operation) {
        flush();
        open.element().add(operation);
    }

    private void flush() {
        if (!text.isEmpty()) {
            open.element().add(new Literal(RunFrame.bytes(text.toString()), textHasInk));
            text.setLength(0);
        }
        textHasInk = false;
    }

    private void node(Node node) {
        if (node instanceof Element element) {
            if (WordXml.QUIRE.equals(element.getNamespaceURI())) {
                mark(element);
            } else {
                element(element);
            }
        } else {
            XmlPart.write(node, text);
            textHasInk |= Ink.isInk(node);
        }
    }

    private void children(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            node(child);
        }
    }

    private List<Operation> inside(Node parent) {
        begin();
        children(parent);
        return end();
    }

    private Lookup lookup(Element mark) {
        return Lookup.of(draft.tag(mark));
    }

    private void mark(Element mark) {
        switch (mark.getLocalName()) {
            case "section" -> section(mark);
            case "tag" -> add(new PlainInsertion(lookup(mark)));
            case "control" ->
                add(new Control(lookup(mark), inside(child(mark, "filled")), inside(child(mark, "original"))));
            case "picture" -> add(new PictureFrame(lookup(mark), inside(mark), frame((Element) mark.getFirstChild())));
            case "first" -> add(new FirstCopy(PartDraft.number(mark), inside(mark)));
            case "bookmark" ->
                add(LoopIds.bookmarkName(mark.getAttribute("name"), Integer.parseInt(mark.getAttribute("section"))));
            default -> throw new IllegalStateException("An unknown mark " + mark.getLocalName());
        }
    }

    private static Element child(Element mark, String name) {
        Element child = WordXml.child(mark, name);
        if (child == null) {
            throw new IllegalStateException("A mark without its " + name);
        }
        return child;
    }

    private void section(Element mark) {
        boolean inverted = draft.tag(mark).tag().kind() == quire.merge.Tag.Kind.INVERTED;
        int number = PartDraft.number(mark);
        sectionDepth++;
        List<Operation> body = inside(mark);
        sectionDepth--;
        add(new Section(number, lookup(mark), inverted, ids.restarts(number), body, draftMark(mark)));
    }

    /** What a draft shows where a section's key is unknown: words in a paragraph, or a paragraph of words. */
    private static Section.@Nullable Mark draftMark(Element section) {
        Element first = WordXml.children(section).stream().findFirst().orElse(null);
        if (WordXml.is(first, "r") && first != null) {
            return new Section.Mark(new byte[0], frame(first), new byte[0]);
        } else if (WordXml.is(first, "p") && first != null) {
            String name = first.getNodeName();
            Element run = WordXml.make(first, "r");
            return new Section.Mark(RunFrame.bytes("<" + name + ">"), frame(run), RunFrame.bytes("</" + name + ">"));
        }
        return null;
    }

    private void element(Element element) {
        Element only = WordXml.is(element, "r") ? structure.onlyContent(element) : null;
        if (only != null && WordXml.isMark(only, "tag")) {
            insertion(element, only);
        } else if (isNoteReference(element)) {
            notes.stream().filter(kind -> kind.isReference(element)).forEach(kind -> add(kind.reference(element)));
        } else if (WordXml.is(element, "p")) {
            paragraph(element);
        } else if (structure.mayLoseAllRows(element)) {
            begin();
            plain(element);
            add(new Table(end()));
        } else if (structure.needsCare(element)) {
            careful(element);
        } else {
            plain(element);
            rowOrBlockDone(element);
        }
    }

    private boolean isNoteReference(Element element) {
        return notes.stream().anyMatch(kind -> kind.isReference(element));
    }

    private void rowOrBlockDone(Element element) {
        if (WordXml.is(element, "tr") && structure.mayLoseAllRows(WordXml.ancestor(element, "tbl"))) {
            add(Table.RowDone.ROW);
        } else if (structure.isBlockInCarefulHolder(element)) {
            add(WordXml.is(element, "tbl") ? BlockDone.TABLE : BlockDone.PARAGRAPH);
        }
    }

    private void insertion(Element run, Element mark) {
        add(
                mark.hasAttribute("yes")
                        ? new Choice(
                                lookup(mark), glyph(run, mark.getAttribute("yes")), glyph(run, mark.getAttribute("no")))
                        : new Insertion(lookup(mark), draft.reading(mark), frame(run)));
    }

    private byte[] glyph(Element run, String content) {
        String name = run.getNodeName();
        return RunFrame.bytes("<" + name + ">" + properties(run, "rPr") + content + "</" + name + ">");
    }

    private void paragraph(Element paragraph) {
        Element mark = structure.aloneInParagraph(paragraph);
        boolean vanishes = structure.mayVanish(paragraph, sectionDepth > 0);
        if (mark != null && numbers.numberOf(paragraph) == null && mark.getParentNode() instanceof Element run) {
            add(new ProseParagraph(
                    lookup(mark), draft.reading(mark), frame(run), ProseLook.of(paragraph, numbers), vanishes));
        } else if (vanishes) {
            begin();
            plain(paragraph);
            add(new Paragraph(end()));
        } else {
            plain(paragraph);
            if (structure.isBlockInCarefulHolder(paragraph)) {
                add(BlockDone.PARAGRAPH);
            }
        }
    }

    /** A holder whose last block may vanish. */
    private void careful(Element holder) {
        startTag(holder);
        text.append('>');
        add(new Holder(inside(holder), structure.emptyParagraph(holder)));
        text.append("</").append(holder.getNodeName()).append('>');
        rowOrBlockDone(holder);
    }

    private void plain(Element element) {
        startTag(element);
        textHasInk |= Ink.isInk(element);
        if (element.getFirstChild() == null) {
            text.append("/>");
        } else {
            text.append('>');
            children(element);
            text.append("</").append(element.getNodeName()).append('>');
        }
    }

    private void startTag(Element element) {
        text.append('<').append(element.getNodeName());
        Map<String, AttributeSlot> slots = draft.attributes(element);
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            if (!slots.containsKey(attribute.getNodeName())) {
                text.append(' ').append(attribute.getNodeName()).append("=\"");
                XmlPart.escape(attribute.getNodeValue(), true, text);
                text.append('"');
            }
        }
        slots.forEach((name, slot) -> {
            text.append(' ').append(name).append("=\"");
            add(new AttributeValue(slot));
            text.append('"');
        });
    }

    private static RunFrame frame(Element run) {
        String name = run.getNodeName();
        String prefix = name.substring(0, name.length() - 1);
        Element marked = WordXml.child(run, "rPr") == null
                ? WordXml.make(run, "rPr")
                : (Element) run.getElementsByTagName(prefix + "rPr").item(0).cloneNode(true);
        Element highlight = WordXml.make(run, "highlight");
        WordXml.set(highlight, "val", "yellow");
        ParagraphProperties.insert(marked, highlight);
        StringBuilder markedText = new StringBuilder();
        XmlPart.write(marked, markedText);
        return new RunFrame(prefix, properties(run, "rPr"), markedText.toString());
    }

    private static String properties(Element element, String name) {
        Element properties = WordXml.child(element, name);
        StringBuilder xml = new StringBuilder();
        if (properties != null) {
            XmlPart.write(properties, xml);
        }
        return xml.toString();
    }
}
