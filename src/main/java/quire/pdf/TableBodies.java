package quire.pdf;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Cuts the bodies of tables where the renderer needs it. An even number of rows stays before each cut, which keeps the
 * stripes of a style as they were, and no cell is cut that spans rows.
 */
final class TableBodies {

    /** The class of a body that stands on one page. */
    static final String END = "quire-end";

    private static final int LONGEST = 100;

    private static final int ROWS = 50;

    /** A longer row is no orphan on the next page, and taking one along would leave a hole in the page before. */
    private static final int SHORT_ROW = 300;

    private static final Pattern COUNTED = Pattern.compile("(?i)\\b(tr|tbody)\\s*:\\s*(first|last|only)-");

    private TableBodies() {}

    /** Whether a style of the page asks which row is the first or last of its body, so that a cut would be seen. */
    static boolean areCounted(Document page) {
        return page.select("style").stream()
                .anyMatch(sheet -> COUNTED.matcher(sheet.data()).find());
    }

    /** Cuts a long body into several: the renderer looks at all rows of a body for each of its rows. */
    static void split(Element group) {
        List<Element> rows = rows(group);
        Element body = group;
        int start = 0;
        for (int row = ROWS; row < rows.size() && rows.size() > LONGEST; row++) {
            if (row - start >= ROWS && (row - start) % 2 == 0 && !isSpanned(rows, start, row)) {
                body = cut(body, rows.subList(row, rows.size()));
                start = row;
            }
        }
    }

    /** Puts the last two or three rows into a body of their own, so that no row stands alone on the last page. */
    static void keepEndTogether(Element table) {
        List<Element> bodies = Tables.children(table, Set.of("tbody"));
        if (bodies.isEmpty()) {
            return;
        }
        Element body = bodies.get(bodies.size() - 1);
        List<Element> rows = rows(body);
        int from = rows.size() - 2 - rows.size() % 2;
        if (from >= 0 && areShort(rows.subList(from, rows.size())) && !isSpanned(rows, 0, from)) {
            Element end = from == 0 ? body : cut(body, rows.subList(from, rows.size()));
            end.addClass(END);
        }
    }

    /**
     * Gives the first cell of a head or body a line, be it blank. The renderer keeps a heading, or the head of a table, with
     * the first line that follows; where it finds none, it tries to keep it with all that follows, and leaves pages empty.
     */
    static void beginWithALine(Element group) {
        List<Element> rows = rows(group);
        List<Element> cells = rows.isEmpty() ? List.of() : Tables.cells(rows.get(0));
        if (cells.isEmpty()) {
            return;
        }
        Element cell = cells.get(0);
        List.copyOf(cell.childNodes()).stream().takeWhile(TableBodies::isEmpty).forEach(Node::remove);
        if (cell.childNodeSize() == 0) {
            cell.appendText("\u00A0");
        }
    }

    private static boolean isEmpty(Node node) {
        return node instanceof Element element
                ? !element.hasText() && element.select("img, br, [id]").isEmpty()
                : !(node instanceof TextNode text) || text.isBlank();
    }

    private static boolean areShort(List<Element> rows) {
        return rows.stream()
                .allMatch(row ->
                        row.text().length() <= SHORT_ROW && row.select("img").isEmpty());
    }

    private static boolean isSpanned(List<Element> rows, int from, int cut) {
        for (int row = from; row < cut; row++) {
            for (Element cell : Tables.cells(rows.get(row))) {
                String span = cell.attr("rowspan");
                if (!span.isEmpty() && row + Integer.parseInt(span) > cut) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Moves rows into a body of the same look after theirs. */
    private static Element cut(Element body, List<Element> rows) {
        Element next = new Element("tbody");
        next.attributes().addAll(body.attributes());
        next.removeAttr("id");
        body.after(next);
        rows.forEach(next::appendChild);
        return next;
    }

    private static List<Element> rows(Element body) {
        return Tables.children(body, Set.of("tr"));
    }
}
