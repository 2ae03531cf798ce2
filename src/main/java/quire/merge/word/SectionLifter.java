package quire.merge.word;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import quire.core.Finding;
import quire.merge.PlacedTag;
import quire.merge.Tag;
import quire.merge.TemplateCheck;

/**
 * Decides what each section repeats, and wraps it. The rules: both tags in one paragraph, the words between them; both
 * alone in their paragraphs in one place, the blocks between; in different cells of one row, the row; in different rows
 * of one table, those rows. Anything else is ambiguous and refused with both places named.
 */
final class SectionLifter {

    private final PartDraft draft;
    private final TableSections tables;
    private final InlineSections inlines;

    SectionLifter(PartDraft draft) {
        this.draft = draft;
        this.tables = new TableSections(draft);
        this.inlines = new InlineSections(draft);
    }

    /** Wraps every section of the part; stops at once where the tags are not nested. */
    void lift() {
        List<Element> marks = marks();
        List<PlacedTag> order = marks.stream().map(draft::tag).toList();
        List<Finding> crossed = TemplateCheck.checkNesting(order);
        for (Finding finding : crossed) {
            draft.fault(finding, markOf(finding, marks));
        }
        if (crossed.isEmpty()) {
            pairs(marks).forEach(this::wrap);
        }
    }

    /** A section's two marks. */
    record Pair(Element open, Element close) {}

    private List<Element> marks() {
        return WordXml.descendants(draft.tree(), "tag").stream()
                .filter(mark -> WordXml.isMark(mark, "tag"))
                .filter(mark -> isSectionTag(draft.tag(mark).tag()))
                .toList();
    }

    private static boolean isSectionTag(Tag tag) {
        return tag.kind().opens() || tag.kind() == Tag.Kind.CLOSE;
    }

    private Node markOf(Finding finding, List<Element> marks) {
        return marks.stream()
                .filter(mark -> draft.tag(mark).place().equals(finding.place()))
                .findFirst()
                .map(Node.class::cast)
                .orElse(draft.tree());
    }

    /** The pairs, inner ones first, so that an outer section wraps what its inner ones became. */
    private List<Pair> pairs(List<Element> marks) {
        Deque<Element> open = new ArrayDeque<>();
        List<Pair> pairs = new ArrayList<>();
        for (Element mark : marks) {
            if (draft.tag(mark).tag().kind().opens()) {
                open.push(mark);
            } else {
                pairs.add(new Pair(open.pop(), mark));
            }
        }
        return pairs;
    }

    private void wrap(Pair pair) {
        Element from = WordXml.ancestor(pair.open(), "p");
        Element to = WordXml.ancestor(pair.close(), "p");
        if (from == to) {
            inlines.wrap(pair);
        } else if (from == null || to == null) {
            refuse(pair, "section-crosses-parts", "stand in texts that do not belong together");
        } else {
            wrap(pair, from, holder(from), to, holder(to));
        }
    }

    private void wrap(Pair pair, Element from, @Nullable Element fromHolder, Element to, @Nullable Element toHolder) {
        if (Objects.equals(fromHolder, toHolder)) {
            blocks(pair, from, to);
        } else if (isCell(fromHolder) && isCell(toHolder)) {
            tables.wrap(pair, Objects.requireNonNull(fromHolder), Objects.requireNonNull(toHolder));
        } else {
            refuse(
                    pair,
                    "section-crosses-places",
                    "stand in different places (for example one in a table and one outside it)");
        }
    }

    private static boolean isCell(@Nullable Element holder) {
        return WordXml.is(holder, "tc");
    }

    private void blocks(Pair pair, Element from, Element to) {
        if (Ink.in(from, draft) || Ink.in(to, draft)) {
            refuse(
                    pair,
                    "section-crosses-paragraphs",
                    "stand in different paragraphs, and one of these holds other words as well. Put each of the two "
                            + "tags in a paragraph of its own, or both into the same paragraph");
        } else if (from.getParentNode() != to.getParentNode()) {
            refuse(pair, "sections-cross", "do not belong together: another section begins or ends between them");
        } else {
            wrap(pair, from, to);
            removeMark(draft, pair.open());
            removeMark(draft, pair.close());
        }
    }

    private void refuse(Pair pair, String code, String why) {
        refuse(draft, pair, code, why);
    }

    static void refuse(PartDraft draft, Pair pair, String code, String why) {
        PlacedTag open = draft.tag(pair.open());
        PlacedTag close = draft.tag(pair.close());
        draft.fault(
                Finding.error(
                        code,
                        "“" + open.tag() + "” (" + open.place() + ") and its “" + close.tag() + "” (" + close.place()
                                + ") " + why + ".",
                        open.place()),
                pair.open());
    }

    /** Puts the siblings between two others into a section of their own. */
    static void wrap(Pair pair, Node before, Node after) {
        Element section = WordXml.mark(before, "section");
        section.setAttribute("n", pair.open().getAttribute("n"));
        before.getParentNode().insertBefore(section, before.getNextSibling());
        for (Node node = section.getNextSibling(); node != after; ) {
            Node next = node.getNextSibling();
            section.appendChild(node);
            node = next;
        }
    }

    /** Takes a section's mark away, its run with it, and its paragraph too if that held nothing else. */
    static void removeMark(PartDraft draft, Element mark) {
        Node slot = InlineSections.slot(mark);
        Element paragraph = WordXml.ancestor(slot, "p");
        WordXml.remove(slot);
        if (paragraph != null && !Ink.in(paragraph, draft) && !holdsMarks(paragraph) && !endsSection(paragraph)) {
            removeParagraph(draft, paragraph);
        }
    }

    private static boolean holdsMarks(Element paragraph) {
        return !WordXml.descendants(paragraph, "tag").isEmpty();
    }

    /** Whether a section of the page layout ends here; such a paragraph stays whatever becomes of its words. */
    static boolean endsSection(Element paragraph) {
        return WordXml.child(WordXml.child(paragraph, "pPr"), "sectPr") != null;
    }

    static void removeParagraph(PartDraft draft, Element paragraph) {
        Element holder = holder(paragraph);
        if (WordXml.is(holder, "tc") && onlyParagraph(paragraph)) {
            return;
        }
        if (holder != null) {
            draft.rememberParagraph(holder, paragraph);
        }
        // The ends of bookmarks and comments may lie elsewhere, so their marks stay where they were.
        for (Element child : WordXml.children(paragraph)) {
            if (child.getLocalName().endsWith("Start") || child.getLocalName().endsWith("End")) {
                paragraph.getParentNode().insertBefore(child, paragraph);
            }
        }
        WordXml.remove(paragraph);
    }

    private static boolean onlyParagraph(Element paragraph) {
        Node parent = paragraph.getParentNode();
        return WordXml.children(parent).stream()
                .noneMatch(sibling ->
                        sibling != paragraph && !sibling.getLocalName().equals("tcPr"));
    }

    /** What the blocks of a paragraph's neighbourhood live in: a cell, a header, a text box, a note or the body. */
    static @Nullable Element holder(Node paragraph) {
        for (Node above = paragraph.getParentNode(); above != null; above = above.getParentNode()) {
            if (WordXml.isOneOf(above, WordXml.HOLDERS) || WordXml.is(above, "body")) {
                return (Element) above;
            }
            if (WordXml.is(above, "sdtContent")) {
                return (Element) above;
            }
        }
        return null;
    }
}
