package quire.merge.word;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The questions about a prepared tree on which it depends what becomes an operation: what may vanish, what must not. */
final class Structure {

    private static final Set<String> NO_CONTENT = Set.of(
            "rPr",
            "pPr",
            "tcPr",
            "tblPr",
            "tblGrid",
            "trPr",
            "sdtPr",
            "sdtEndPr",
            "proofErr",
            "bookmarkStart",
            "bookmarkEnd",
            "lastRenderedPageBreak");

    private final PartDraft draft;
    private final Map<Element, Boolean> careful = new HashMap<>();
    private final Map<Element, Boolean> rowless = new HashMap<>();

    Structure(PartDraft draft) {
        this.draft = draft;
    }

    /** The one child of an element apart from its properties and from marks without content; null if not exactly one. */
    @Nullable
    Element onlyContent(Node parent) {
        Element only = null;
        for (Element child : WordXml.children(parent)) {
            if (!NO_CONTENT.contains(child.getLocalName())) {
                if (only != null) {
                    return null;
                }
                only = child;
            }
        }
        return only;
    }

    /** The mark of a value that has its paragraph to itself, so that it may become several paragraphs. */
    @Nullable
    Element aloneInParagraph(Element paragraph) {
        Element run = onlyContent(paragraph);
        Element mark = WordXml.is(run, "r") ? onlyContent(java.util.Objects.requireNonNull(run)) : null;
        boolean fits = WordXml.isMark(mark, "tag")
                && mark != null
                && !mark.hasAttribute("yes")
                && !mark.hasAttribute("lines")
                && !SectionLifter.endsSection(paragraph);
        return fits ? mark : null;
    }

    /** Whether the paragraph may come out without ink because of its tags, and then has to go. */
    boolean mayVanish(Element paragraph, boolean inSection) {
        boolean hasSection = holdsMark(paragraph, "section");
        boolean hasValue = holdsMark(paragraph, "tag") || holdsMark(paragraph, "picture");
        return (hasSection || (inSection && hasValue))
                && !hasSteadyInk(paragraph)
                && !SectionLifter.endsSection(paragraph);
    }

    private static boolean holdsMark(Element element, String name) {
        return WordXml.descendants(element, name).stream().anyMatch(found -> WordXml.isMark(found, name));
    }

    /** Ink that is there whatever the data says. */
    private static boolean hasSteadyInk(Node node) {
        if (WordXml.QUIRE.equals(node.getNamespaceURI())) {
            return false;
        }
        if (Ink.isInk(node)) {
            return true;
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (hasSteadyInk(child)) {
                return true;
            }
        }
        return false;
    }

    /** Whether every row of a table stands inside a section. */
    boolean mayLoseAllRows(@Nullable Element table) {
        return WordXml.is(table, "tbl") && table != null && rowless.computeIfAbsent(table, this::allRowsInSections);
    }

    private boolean allRowsInSections(Element table) {
        boolean anySection = false;
        for (Element child : WordXml.children(table)) {
            if (WordXml.isMark(child, "section")) {
                anySection = true;
            } else if (!NO_CONTENT.contains(child.getLocalName())) {
                return false;
            }
        }
        return anySection;
    }

    /** Whether an element holds blocks of which the last may vanish. */
    boolean needsCare(Element element) {
        boolean isHolder = WordXml.isOneOf(element, WordXml.HOLDERS)
                || (WordXml.is(element, "sdtContent") && holdsBlocks(element));
        return isHolder && careful.computeIfAbsent(element, this::mayLoseItsEnd);
    }

    private static boolean holdsBlocks(Element content) {
        return WordXml.children(content).stream()
                .anyMatch(child -> WordXml.is(child, "p")
                        || WordXml.is(child, "tbl")
                        || (WordXml.isMark(child, "section") && holdsBlocks(child)));
    }

    private boolean mayLoseItsEnd(Element holder) {
        Element last = null;
        for (Element child : WordXml.children(holder)) {
            if (!WordXml.is(child, "sectPr") && !NO_CONTENT.contains(child.getLocalName())) {
                last = child;
            }
        }
        if (last == null) {
            return draft.rememberedParagraph(holder) != null;
        }
        if (WordXml.is(last, "p")) {
            Element alone = aloneInParagraph(last);
            return mayVanish(last, isInSection(last)) || (alone != null && isInSection(last));
        }
        return WordXml.QUIRE.equals(last.getNamespaceURI()) || mayLoseAllRows(last) || WordXml.is(last, "tbl");
    }

    private static boolean isInSection(Node node) {
        for (Node above = node.getParentNode(); above != null; above = above.getParentNode()) {
            if (WordXml.isMark(above, "section")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the element is a block of a holder that has to know what its last block is. */
    boolean isBlockInCarefulHolder(Element block) {
        if (!WordXml.is(block, "p") && !WordXml.is(block, "tbl") && !WordXml.is(block, "sdt")) {
            return false;
        }
        Node above = block.getParentNode();
        while (above != null && WordXml.QUIRE.equals(above.getNamespaceURI())) {
            above = above.getParentNode();
        }
        return above instanceof Element holder && needsCare(holder);
    }

    /** A paragraph without words that looks like one that the holder has lost. */
    byte[] emptyParagraph(Element holder) {
        Element lost = draft.rememberedParagraph(holder);
        Element like = lost != null
                ? lost
                : WordXml.descendants(holder, "p").stream().findFirst().orElse(null);
        StringBuilder xml = new StringBuilder();
        String name = holder.getPrefix() == null ? "p" : holder.getPrefix() + ":p";
        Element properties = WordXml.child(like, "pPr");
        xml.append('<').append(name).append('>');
        if (properties != null) {
            Element copy = (Element) properties.cloneNode(true);
            Element list = WordXml.child(copy, "numPr");
            if (list != null) {
                copy.removeChild(list);
            }
            XmlPart.write(copy, xml);
        }
        return RunFrame.bytes(xml.append("</").append(name).append('>').toString());
    }
}
