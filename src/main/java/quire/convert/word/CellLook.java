package quire.convert.word;

/** What a cell looks like. Lengths in points. */
final class CellLook {

    /** What Word leaves beside text where nothing is said. */
    private static final double BESIDE = 5.4;

    private static final double MOST_PADDING = 40;

    private final Properties cell;
    private final Properties table;
    private final TableStyle.Look look;
    private final Edges edges;
    private final boolean real;

    /** Which edges of the table the cell reaches. */
    record Edges(boolean top, boolean right, boolean bottom, boolean left) {}

    /**
     * The look of one cell.
     *
     * @param cell its own properties over those of the style
     * @param table those of its table
     * @param look what the style gives to what stands in it
     * @param real whether it is one of the document, not one that fills a row up
     */
    CellLook(Properties cell, Properties table, TableStyle.Look look, Edges edges, boolean real) {
        this.cell = cell;
        this.table = table;
        this.look = look;
        this.edges = edges;
        this.real = real;
    }

    TableStyle.Look look() {
        return look;
    }

    /** The colour behind it; empty for none. */
    String shade() {
        return Paint.shade(cell.get("shd"));
    }

    double padding() {
        return padding("left") + padding("right");
    }

    double spaceAboveAndBelow() {
        return padding("top") + padding("bottom");
    }

    private double padding(String side) {
        double usual = side.equals("left") || side.equals("right") ? BESIDE : 0;
        double ofTable = margin(table, "tblCellMar/", side, usual);
        return Math.max(0, Math.min(MOST_PADDING, margin(cell, "tcMar/", side, ofTable)));
    }

    private static double margin(Properties properties, String group, String side, double otherwise) {
        String name = properties.has(group + side) ? side : logical(side);
        return properties.points(group + name, "w", otherwise);
    }

    private static String logical(String side) {
        return switch (side) {
            case "left" -> "start";
            case "right" -> "end";
            default -> side;
        };
    }

    /** @param least the height that the row must have */
    String css(double least) {
        StringBuilder css = new StringBuilder();
        if (real) {
            line(css, "top", edges.top() ? "top" : "insideH");
            line(css, "right", edges.right() ? "right" : "insideV");
            line(css, "bottom", edges.bottom() ? "bottom" : "insideH");
            line(css, "left", edges.left() ? "left" : "insideV");
        }
        css.append(shade().isEmpty() ? "" : "background-color:" + shade() + ";");
        css.append("vertical-align:").append(alignment()).append(";padding:");
        css.append(Lengths.css(padding("top")))
                .append(' ')
                .append(Lengths.css(padding("right")))
                .append(' ');
        css.append(Lengths.css(padding("bottom"))).append(' ').append(Lengths.css(padding("left")));
        css.append(least > 0 ? ";height:" + Lengths.css(TableLook.bounded(least)) : "");
        return css.toString();
    }

    private String alignment() {
        return switch (cell.value("vAlign")) {
            case "center" -> "middle";
            case "bottom" -> "bottom";
            default -> "top";
        };
    }

    private void line(StringBuilder css, String side, String ofTable) {
        Xml own = border(cell, "tcBorders/", side);
        Xml line = own.isThere() ? own : border(table, "tblBorders/", ofTable);
        if (Paint.isLine(line)) {
            css.append("border-")
                    .append(side)
                    .append(':')
                    .append(Paint.line(line))
                    .append(';');
        }
    }

    private static Xml border(Properties properties, String group, String side) {
        Xml named = properties.get(group + side);
        return named.isThere() ? named : properties.get(group + logical(side));
    }
}
