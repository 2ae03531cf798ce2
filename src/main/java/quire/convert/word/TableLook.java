package quire.convert.word;

import java.util.List;
import quire.convert.word.TableShape.Cell;

/** What a table and its cells look like, by its style and its own properties. Lengths in points. */
final class TableLook {

    private static final double WIDE = 2_000;
    private static final double FIFTIETHS = 5_000;

    private final TableShape shape;
    private final TableStyle style;
    private final TableOptions options;
    private final Properties properties;
    private final double room;
    private final double width;

    private TableLook(TableShape shape, TableStyle style, Xml own, double room) {
        this.shape = shape;
        this.style = style;
        this.room = room;
        properties = Properties.of(own).over(style.table());
        options = TableOptions.of(own.child("w:tblLook"));
        width = Math.min(room, asked());
    }

    static TableLook of(Xml table, TableShape shape, Story story, Conversion conversion) {
        Xml own = table.child("w:tblPr");
        String id = conversion.styles().known(own.child("w:tblStyle").value(), "table");
        return new TableLook(shape, conversion.styles().table(id), own, story.width());
    }

    /** The width that the document asks for; that of the room where it does not say. */
    private double asked() {
        double columns =
                shape.widths().stream().mapToDouble(Double::doubleValue).sum();
        String type = properties.value("tblW", "type");
        String asked = properties.value("tblW", "w");
        if (type.equals("pct") || asked.endsWith("%")) {
            double share = asked.endsWith("%")
                    ? Lengths.whole(asked.substring(0, asked.length() - 1), 100) / 100.0
                    : Lengths.whole(asked, (int) FIFTIETHS) / FIFTIETHS;
            return share > 0 ? room * share : room;
        }
        double points = type.equals("dxa") ? Lengths.points(asked, 0) : 0;
        return points > 0 ? points : columns > 0 ? columns : room;
    }

    /** The width of some columns next to each other. */
    double width(int first, int count) {
        List<Double> widths = shape.widths();
        if (widths.isEmpty()) {
            return width * count / shape.columns();
        }
        double all = widths.stream().mapToDouble(Double::doubleValue).sum();
        double some = widths.subList(first, Math.min(first + count, widths.size())).stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        return some * width / all;
    }

    String css() {
        boolean sized = !shape.widths().isEmpty() || properties.has("tblW");
        String side = properties.value("jc");
        double indent = Math.max(0, Math.min(room - width, properties.points("tblInd", "w", 0)));
        String place =
                switch (side) {
                    case "center" -> "margin-left:auto;margin-right:auto;";
                    case "right", "end" -> "margin-left:auto;";
                    default -> indent > 0 ? "margin-left:" + Lengths.css(indent) + ";" : "";
                };
        return (shape.widths().isEmpty() ? "" : "table-layout:fixed;")
                + (sized ? "width:" + Lengths.css(width) + ";" : "")
                + place;
    }

    String direction() {
        return properties.flag("bidiVisual") ? "rtl" : "";
    }

    /** Whether the style draws the row as the heading of its columns. */
    boolean headsColumn(int row) {
        return row == 0 && shape.rows().size() > 1 && options.firstRow() && style.has("firstRow");
    }

    /** Whether the style draws the cell as the heading of its row. */
    boolean headsRow(Cell cell, int row) {
        return cell.column() == 0 && shape.columns() > 1 && options.firstColumn() && style.has("firstCol");
    }

    CellLook cell(Cell cell, int row) {
        TableStyle.Position position =
                new TableStyle.Position(row, shape.rows().size(), cell.column(), shape.columns());
        TableStyle.Look look = style.look(options, position);
        Properties own = Properties.of(cell.element().child("w:tcPr"));
        CellLook.Edges edges = new CellLook.Edges(
                row == 0,
                cell.column() + cell.span() >= shape.columns(),
                row + cell.rows() >= shape.rows().size(),
                cell.column() == 0);
        return new CellLook(
                own.over(look.cell()), properties, look, edges, cell.element().isThere());
    }

    static double bounded(double points) {
        return Math.max(0, Math.min(WIDE, points));
    }
}
