package quire.convert.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The style of a table: what holds for all of it, and what for its first row, its last column and so on on top of that
 * (ISO/IEC 29500-1, 17.7.6).
 */
final class TableStyle {

    /** What a part of a table looks like. */
    record Look(Properties cell, Properties paragraph, Properties run) {

        static final Look NONE = new Look(Properties.NONE, Properties.NONE, Properties.NONE);

        static Look of(Xml style) {
            return new Look(
                    Properties.of(style.child("w:tcPr")),
                    Properties.of(style.child("w:pPr")),
                    Properties.of(style.child("w:rPr")));
        }

        Look over(Look below) {
            return new Look(cell.over(below.cell), paragraph.over(below.paragraph), run.over(below.run));
        }
    }

    static final TableStyle NONE = new TableStyle(Properties.NONE, Look.NONE, Map.of());

    private final Properties table;
    private final Look whole;
    private final Map<String, Look> parts;

    private TableStyle(Properties table, Look whole, Map<String, Look> parts) {
        this.table = table;
        this.whole = whole;
        this.parts = parts;
    }

    static TableStyle of(Xml style) {
        Map<String, Look> parts = new HashMap<>();
        for (Xml part : style.all("w:tblStylePr")) {
            parts.put(part.attribute("type"), Look.of(part));
        }
        return new TableStyle(Properties.of(style.child("w:tblPr")), Look.of(style), parts);
    }

    TableStyle over(TableStyle below) {
        Map<String, Look> all = new HashMap<>(below.parts);
        parts.forEach((name, look) -> all.merge(name, look, (lower, upper) -> upper.over(lower)));
        return new TableStyle(table.over(below.table), whole.over(below.whole), all);
    }

    Properties table() {
        return table;
    }

    boolean has(String part) {
        return parts.containsKey(part);
    }

    /** What holds for a cell. */
    Look look(TableOptions options, Position position) {
        Look look = whole;
        for (String part : order(options, position)) {
            look = parts.getOrDefault(part, Look.NONE).over(look);
        }
        return look;
    }

    /** Where a cell stands in its table. */
    record Position(int row, int rows, int column, int columns) {

        boolean firstRow() {
            return row == 0;
        }

        boolean lastRow() {
            return row == rows - 1;
        }

        boolean firstColumn() {
            return column == 0;
        }

        boolean lastColumn() {
            return column == columns - 1;
        }
    }

    /** The parts that a cell belongs to, those that hide the others last. */
    private static List<String> order(TableOptions options, Position at) {
        List<String> order = new ArrayList<>();
        order.add("wholeTable");
        boolean head = options.firstRow() && at.firstRow();
        boolean foot = options.lastRow() && at.lastRow();
        if (options.verticalBands()) {
            int column = at.column() - (options.firstColumn() ? 1 : 0);
            order.add(column % 2 == 0 ? "band1Vert" : "band2Vert");
        }
        if (options.horizontalBands() && !head && !foot) {
            int row = at.row() - (options.firstRow() ? 1 : 0);
            order.add(row % 2 == 0 ? "band1Horz" : "band2Horz");
        }
        add(order, options.firstColumn() && at.firstColumn(), "firstCol");
        add(order, options.lastColumn() && at.lastColumn(), "lastCol");
        add(order, head, "firstRow");
        add(order, foot, "lastRow");
        return order;
    }

    private static void add(List<String> order, boolean belongs, String part) {
        if (belongs) {
            order.add(part);
        }
    }
}
