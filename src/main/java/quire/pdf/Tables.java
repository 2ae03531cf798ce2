package quire.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Makes every table a full grid: the same number of columns in every row, counting spans, a body under every head, and
 * headings that say what they head (ISO 14289-1, 7.5). Used once for each table.
 */
final class Tables {

    /** Spans of more columns than this are somebody's mistake, and would take the memory of the grid. */
    private static final int WIDEST = 200;

    private static final Set<String> GROUPS = Set.of("thead", "tbody", "tfoot");

    private final Element table;
    private final Report report;

    private Tables(Element table, Report report) {
        this.table = table;
        this.report = report;
    }

    static void mend(Document page, Report report) {
        boolean counted = TableBodies.areCounted(page);
        for (Element table : page.select("table")) {
            new Tables(table, report).mend();
            if (!counted) {
                TableBodies.keepEndTogether(table);
            }
        }
    }

    private void mend() {
        moveCaption();
        List<Element> groups = groups();
        if (groups.isEmpty()) {
            unwrapOrRemove();
            return;
        }
        settleGroups(groups);
        int columns = 0;
        for (Element group : groups) {
            columns = Math.max(columns, new Grid(group).columns());
        }
        boolean ragged = false;
        for (Element group : groups) {
            ragged |= new Grid(group).pad(columns);
        }
        if (ragged) {
            report.note(
                    "table-ragged",
                    "The rows of a table have different numbers of columns. Empty cells were added.",
                    table);
        }
        groups.forEach(Tables::nameScopes);
        groups.forEach(TableBodies::beginWithALine);
        groups.stream().filter(group -> group.normalName().equals("tbody")).forEach(TableBodies::split);
    }

    /** The renderer has no place for a caption among the tags of a table, so it stands before the table. */
    private void moveCaption() {
        for (Element caption : children(table, Set.of("caption"))) {
            if (caption.hasText() || !caption.select("img").isEmpty()) {
                Element paragraph = new Element("div");
                paragraph.attributes().addAll(caption.attributes());
                paragraph.addClass("quire-caption");
                List.copyOf(caption.childNodes()).forEach(paragraph::appendChild);
                table.before(paragraph);
            }
            caption.remove();
        }
    }

    /** The groups that have rows; rows without cells are taken out. */
    private List<Element> groups() {
        List<Element> groups = new ArrayList<>();
        for (Element group : children(table, GROUPS)) {
            for (Element row : children(group, Set.of("tr"))) {
                if (cells(row).isEmpty()) {
                    row.remove();
                }
            }
            if (children(group, Set.of("tr")).isEmpty()) {
                group.remove();
            } else {
                groups.add(group);
            }
        }
        return groups;
    }

    private void unwrapOrRemove() {
        if (table.hasText()) {
            table.tagName("div");
        } else {
            table.remove();
        }
    }

    private void settleGroups(List<Element> groups) {
        boolean head = false;
        boolean body = groups.stream().anyMatch(group -> group.normalName().equals("tbody"));
        for (Element group : groups) {
            boolean isHead = group.normalName().equals("thead");
            if (!group.normalName().equals("tbody") && (!body || (isHead && head))) {
                report.note("table-body", "A table has no body (tbody) under its head, so it has rows only.", group);
                group.tagName("tbody");
            }
            head |= isHead;
        }
    }

    private static void nameScopes(Element group) {
        boolean head = group.normalName().equals("thead");
        for (Element row : children(group, Set.of("tr"))) {
            List<Element> cells = cells(row);
            boolean allHeadings =
                    cells.stream().allMatch(cell -> cell.normalName().equals("th"));
            for (Element cell : cells) {
                if (cell.normalName().equals("th") && !cell.hasAttr("scope")) {
                    cell.attr("scope", head || allHeadings ? "col" : "row");
                }
            }
        }
    }

    static List<Element> children(Element parent, Set<String> names) {
        List<Element> found = new ArrayList<>();
        for (Element child = parent.firstElementChild(); child != null; child = child.nextElementSibling()) {
            if (names.contains(child.normalName())) {
                found.add(child);
            }
        }
        return found;
    }

    static List<Element> cells(Element row) {
        return children(row, Set.of("td", "th"));
    }

    /** The cells of one group of rows, laid out as the browser does it (HTML standard, 4.9.12). */
    private static final class Grid {

        private final List<Element> rows;
        private final int[] ends;

        Grid(Element group) {
            rows = children(group, Set.of("tr"));
            ends = new int[rows.size()];
            int[] busyUntil = new int[WIDEST];
            for (int row = 0; row < rows.size(); row++) {
                ends[row] = layOut(row, busyUntil);
            }
        }

        int columns() {
            return Arrays.stream(ends).max().orElse(0);
        }

        /** Fills short rows up. */
        boolean pad(int columns) {
            boolean padded = false;
            for (int row = 0; row < rows.size(); row++) {
                for (int column = ends[row]; column < columns; column++) {
                    rows.get(row).appendElement("td");
                    padded = true;
                }
            }
            return padded;
        }

        private int layOut(int row, int[] busyUntil) {
            int column = 0;
            for (Element cell : cells(rows.get(row))) {
                column = nextFree(column, row, busyUntil);
                int across = span(cell, "colspan", WIDEST - column);
                int down = span(cell, "rowspan", rows.size() - row);
                for (int i = column; i < Math.min(WIDEST, column + across); i++) {
                    busyUntil[i] = row + down;
                }
                column += across;
            }
            return nextFree(column, row, busyUntil);
        }

        private static int nextFree(int from, int row, int[] busyUntil) {
            int column = from;
            while (column < WIDEST && busyUntil[column] > row) {
                column++;
            }
            return column;
        }

        /** A span as a number that the table has room for; the attribute says afterwards what was understood. */
        private static int span(Element cell, String attribute, int most) {
            String text = cell.attr(attribute).strip();
            if (text.isEmpty()) {
                return 1;
            }
            boolean number = text.length() < 7 && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
            int asked = number ? Integer.parseInt(text) : 1;
            int span = Math.max(1, Math.min(asked == 0 && attribute.equals("rowspan") ? most : asked, most));
            if (span == 1) {
                cell.removeAttr(attribute);
            } else {
                cell.attr(attribute, Integer.toString(span));
            }
            return span;
        }
    }
}
