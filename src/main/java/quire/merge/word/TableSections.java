package quire.merge.word;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import quire.merge.word.SectionLifter.Pair;

/** Sections over the cells of a table: they repeat a row, or the rows from the one tag to the other. */
final class TableSections {

    private final PartDraft draft;

    TableSections(PartDraft draft) {
        this.draft = draft;
    }

    void wrap(Pair pair, Element openCell, Element closeCell) {
        Element openRow = WordXml.ancestor(openCell, "tr");
        Element closeRow = WordXml.ancestor(closeCell, "tr");
        if (openRow == null
                || closeRow == null
                || WordXml.ancestor(openRow, "tbl") != WordXml.ancestor(closeRow, "tbl")) {
            SectionLifter.refuse(draft, pair, "section-crosses-places", "stand in different tables");
            return;
        }
        Node first = outermost(pair, openRow);
        Node last = openRow == closeRow ? first : outermost(pair, closeRow);
        if (first == null || last == null) {
            return;
        }
        if (first.getParentNode() != last.getParentNode()) {
            SectionLifter.refuse(draft, pair, "sections-cross", "share a row with a section that they do not contain");
        } else if (rowsAreWhole(pair, first, last)) {
            wrap(pair, first, last);
            SectionLifter.removeMark(draft, pair.open());
            SectionLifter.removeMark(draft, pair.close());
            removeMarkerRow(openRow, openRow != closeRow);
            removeMarkerRow(closeRow, openRow != closeRow);
        }
    }

    private static void wrap(Pair pair, Node first, Node last) {
        Element section = WordXml.mark(first, "section");
        section.setAttribute("n", pair.open().getAttribute("n"));
        first.getParentNode().insertBefore(section, first);
        for (Node node = first; node != null; ) {
            Node next = node == last ? null : node.getNextSibling();
            section.appendChild(node);
            node = next;
        }
    }

    /** The row, or the outermost section that already wraps it; null, with a fault, if that section is not inside ours. */
    private @Nullable Node outermost(Pair pair, Element row) {
        Node node = row;
        while (WordXml.isMark(node.getParentNode(), "section")) {
            node = node.getParentNode();
            if (PartDraft.number((Element) node) < PartDraft.number(pair.open())) {
                SectionLifter.refuse(
                        draft,
                        pair,
                        "two-loops-in-one-row",
                        "would repeat a row that “" + draft.tag((Element) node).tag() + "” ("
                                + draft.tag((Element) node).place()
                                + ") already repeats. Keep each of the two inside one cell, or put one inside the other");
                return null;
            }
        }
        return node;
    }

    private boolean rowsAreWhole(Pair pair, Node first, Node last) {
        List<Element> rows = rows(first, last);
        if (rows.stream().anyMatch(TableSections::isHeaderRow)) {
            SectionLifter.refuse(
                    draft,
                    pair,
                    "section-in-header-row",
                    "would repeat a row that is set to repeat as the table's header. Begin the section in the row "
                            + "after it");
            return false;
        }
        Element after = nextRow(last);
        if (continuesMerge(rows.get(0)) || (after != null && continuesMerge(after))) {
            SectionLifter.refuse(
                    draft, pair, "section-cuts-merged-cells", "cut through cells that are merged over several rows");
            return false;
        }
        return true;
    }

    private static List<Element> rows(Node first, Node last) {
        List<Element> rows = new ArrayList<>();
        for (Node node = first; ; node = node.getNextSibling()) {
            if (WordXml.is(node, "tr")) {
                rows.add((Element) node);
            } else if (node instanceof Element) {
                WordXml.descendants(node, "tr").stream()
                        .filter(row -> WordXml.ancestor(row, "tbl") == WordXml.ancestor(first, "tbl"))
                        .forEach(rows::add);
            }
            if (node == last) {
                return rows;
            }
        }
    }

    private static @Nullable Element nextRow(Node last) {
        for (Node node = last.getNextSibling(); node != null; node = node.getNextSibling()) {
            List<Element> rows = node instanceof Element ? rows(node, node) : List.of();
            if (!rows.isEmpty()) {
                return rows.get(0);
            }
        }
        return null;
    }

    private static boolean isHeaderRow(Element row) {
        Element header = WordXml.child(WordXml.child(row, "trPr"), "tblHeader");
        return header != null && !List.of("0", "false", "off").contains(String.valueOf(WordXml.val(header)));
    }

    private static boolean continuesMerge(Element row) {
        for (Element cell : WordXml.children(row)) {
            Element merge = WordXml.child(WordXml.child(cell, "tcPr"), "vMerge");
            if (merge != null && !"restart".equals(WordXml.val(merge))) {
                return true;
            }
        }
        return false;
    }

    private void removeMarkerRow(Element row, boolean ofSeveral) {
        if (ofSeveral && !Ink.in(row, draft) && WordXml.descendants(row, "tag").isEmpty()) {
            WordXml.remove(row);
        }
    }
}
