package quire.convert.word;

import java.util.List;
import quire.convert.word.TableShape.Cell;
import quire.convert.word.TableShape.Row;

/** Writes one table, cell by cell. Used once. Lengths in points. */
final class TableWriter {

    /** What a page can lay out one inside the other. */
    private static final int DEEPEST = 6;

    private static final double NARROWEST = 20;

    /** As a share of the page. */
    private static final double SHORT_ROW = 0.2;

    private final Conversion conversion;
    private final Story story;
    private final Html html;

    TableWriter(Conversion conversion, Story story, Html html) {
        this.conversion = conversion;
        this.story = story;
        this.html = html;
    }

    /**
     * Writes a table.
     *
     * @param breakBefore what must stand before it; empty for nothing
     * @return about how high it comes out
     */
    double write(Xml table, String breakBefore) {
        TableShape shape = TableShape.of(table);
        if (shape.cut()) {
            conversion
                    .losses()
                    .warning("table-width", "A table has more than 100 columns. The others are not printed.");
        }
        if (shape.rows().isEmpty() || shape.columns() == 0) {
            return 0;
        }
        if (story.tables() >= DEEPEST) {
            return flat(shape);
        }
        return new Drawing(TableLook.of(table, shape, story, conversion), shape).draw(breakBefore);
    }

    /** Tables too deep in others become what stands in their cells. */
    private double flat(TableShape shape) {
        conversion.losses().warning("table-depth", "A table inside several others is printed without its lines.");
        double height = 0;
        for (Row row : shape.rows()) {
            for (Cell cell : row.cells()) {
                height += new BlockWriter(conversion, story, html)
                        .write(cell.element().children());
            }
        }
        return height;
    }

    /** The table as it is drawn. */
    private final class Drawing {

        private final TableLook look;
        private final TableShape shape;

        Drawing(TableLook look, TableShape shape) {
            this.look = look;
            this.shape = shape;
        }

        double draw(String breakBefore) {
            int heads = heads();
            String paging = heads > 0 ? "-fs-table-paginate:paginate;" : "";
            html.open("table", "class", named(paging + look.css() + breakBefore), "dir", look.direction());
            columns();
            double height =
                    rows("thead", 0, heads) + rows("tbody", heads, shape.rows().size());
            html.close("table");
            return height;
        }

        private String named(String css) {
            return conversion.looks().named(css);
        }

        private void columns() {
            if (!shape.widths().isEmpty()) {
                double all = look.width(0, shape.columns());
                html.open("colgroup");
                for (int column = 0; column < shape.columns(); column++) {
                    double share = Math.round(look.width(column, 1) / all * 10_000) / 100.0;
                    html.open("col", "class", named("width:" + share + "%"));
                }
                html.close("colgroup");
            }
        }

        /** How many rows at the top are repeated on every page; none if there would be nothing else. */
        private int heads() {
            int heads = 0;
            List<Row> rows = shape.rows();
            while (heads < rows.size() && rows.get(heads).properties().flag("tblHeader")) {
                heads++;
            }
            for (int row = 0; row < heads; row++) {
                for (Cell cell : rows.get(row).cells()) {
                    heads = row + cell.rows() > heads ? 0 : heads;
                }
            }
            return heads == rows.size() ? 0 : heads;
        }

        private double rows(String group, int from, int to) {
            if (from == to) {
                return 0;
            }
            double height = 0;
            html.open(group);
            for (int row = from; row < to; row++) {
                height += row(row, group.equals("thead"));
            }
            html.close(group);
            return height;
        }

        private double row(int number, boolean head) {
            Row row = shape.rows().get(number);
            Properties properties = row.properties();
            double least = properties.points("trHeight", "val", 0);
            double height = least;
            Html cells = new Html();
            for (Cell cell : row.cells()) {
                double cellHeight = cell(cells, cell, number, head, least);
                height = Math.max(height, cell.rows() == 1 ? cellHeight : 0);
            }
            // Word splits any row, but one of a few lines would leave a strip without text at the end of a page.
            boolean whole =
                    properties.flag("cantSplit") || height < story.page().height() * SHORT_ROW;
            html.open("tr", "class", named(whole ? "page-break-inside:avoid" : ""))
                    .append(cells)
                    .close("tr");
            return height;
        }

        private double cell(Html to, Cell cell, int row, boolean head, double least) {
            CellLook cellLook = look.cell(cell, row);
            boolean heading = cell.element().isThere() && (head || look.headsColumn(row) || look.headsRow(cell, row));
            String tag = heading ? "th" : "td";
            String scope = heading ? head || look.headsColumn(row) ? "col" : "row" : "";
            to.open(
                    tag,
                    "class",
                    named(cellLook.css(least)),
                    "scope",
                    scope,
                    "colspan",
                    cell.span() > 1 ? Integer.toString(cell.span()) : "",
                    "rowspan",
                    cell.rows() > 1 ? Integer.toString(cell.rows()) : "");
            double width = Math.max(NARROWEST, look.width(cell.column(), cell.span()) - cellLook.padding());
            Story inside = story.cell(width, cellLook.look(), cellLook.shade());
            double height =
                    new BlockWriter(conversion, inside, to).write(cell.element().children());
            to.close(tag);
            return height + cellLook.spaceAboveAndBelow();
        }
    }
}
