package quire.convert.word;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The grid of a table: which cell covers which columns and rows (ISO/IEC 29500-1, 17.4.17 and 17.4.84). Every row is as
 * wide as the widest.
 *
 * @param rows in order
 * @param columns how many there are
 * @param widths of the columns in points; empty where the document does not say
 * @param cut whether there were more columns than a table can have
 */
record TableShape(List<Row> rows, int columns, List<Double> widths, boolean cut) {

    /** Word itself stops at 63. */
    private static final int WIDEST = 100;

    /** One row. */
    record Row(Xml element, List<Cell> cells) {

        Properties properties() {
            return Properties.of(element.child("w:trPr"));
        }
    }

    /** A cell, which may grow while the rows below it are read. */
    static final class Cell {

        private final Xml element;
        private final int column;
        private int span;
        private int rows = 1;

        private Cell(Xml element, int column, int span) {
            this.element = element;
            this.column = column;
            this.span = span;
        }

        /** {@link Xml#NONE} for one that only fills a row up. */
        Xml element() {
            return element;
        }

        int column() {
            return column;
        }

        int span() {
            return span;
        }

        int rows() {
            return rows;
        }

        private int end() {
            return column + span;
        }
    }

    static TableShape of(Xml table) {
        return new Reading().read(table);
    }

    private static final class Reading {

        private final @Nullable Cell[] above = new Cell[WIDEST];
        private final List<Row> rows = new ArrayList<>();
        private int columns;
        private boolean cut;

        TableShape read(Xml table) {
            for (Xml row : table.all("w:tr")) {
                Xml properties = row.child("w:trPr");
                // A row that was deleted while Word kept track.
                if (!properties.child("w:del").isThere()) {
                    rows.add(row(row, properties));
                }
            }
            rows.forEach(this::fillUp);
            return new TableShape(rows, columns, widths(table.child("w:tblGrid")), cut);
        }

        private Row row(Xml row, Xml properties) {
            List<Cell> cells = new ArrayList<>();
            int column = Math.min(
                    WIDEST - 1,
                    Math.max(0, Lengths.whole(properties.child("w:gridBefore").value(), 0)));
            if (column > 0) {
                cells.add(new Cell(Xml.NONE, 0, column));
            }
            for (Xml element : row.all("w:tc")) {
                if (column >= WIDEST) {
                    cut = true;
                    break;
                }
                column = cell(element, column, cells);
            }
            columns = Math.max(columns, column);
            return new Row(row, cells);
        }

        /** Takes a cell in, and gives the column behind it. */
        private int cell(Xml element, int column, List<Cell> cells) {
            Xml properties = element.child("w:tcPr");
            int wanted =
                    Math.max(1, Lengths.whole(properties.child("w:gridSpan").value(), 1));
            int span = Math.min(wanted, WIDEST - column);
            Xml down = properties.child("w:vMerge");
            Xml across = properties.child("w:hMerge");
            Cell owner = above[column];
            if (across.isThere() && !across.value().equals("restart") && !cells.isEmpty()) {
                cells.get(cells.size() - 1).span += span;
            } else if (down.isThere() && !down.value().equals("restart") && owner != null && owner.span == span) {
                owner.rows++;
            } else {
                Cell cell = new Cell(element, column, span);
                cells.add(cell);
                for (int covered = column; covered < column + span; covered++) {
                    above[covered] = null;
                }
                above[column] = down.isThere() ? cell : null;
            }
            return column + span;
        }

        private void fillUp(Row row) {
            int covered = 0;
            for (Cell cell : row.cells()) {
                covered = Math.max(covered, cell.end());
            }
            int missing = columns - Math.max(covered, reached(row));
            if (missing > 0) {
                row.cells().add(new Cell(Xml.NONE, columns - missing, missing));
            }
        }

        /** The column behind the last cell of a row, those that belong to cells above counted. */
        private static int reached(Row row) {
            int column = Math.max(
                    0, Lengths.whole(row.element().at("w:trPr", "w:gridBefore").value(), 0));
            for (Xml cell : row.element().all("w:tc")) {
                column += Math.max(
                        1, Lengths.whole(cell.at("w:tcPr", "w:gridSpan").value(), 1));
            }
            return Math.min(WIDEST, column);
        }

        private List<Double> widths(Xml grid) {
            List<Double> widths = new ArrayList<>();
            for (Xml column : grid.all("w:gridCol")) {
                widths.add(Math.max(1, Lengths.points(column.attribute("w"), 0)));
            }
            double average =
                    widths.stream().mapToDouble(Double::doubleValue).average().orElse(0);
            if (average <= 1) {
                return List.of();
            }
            while (widths.size() < columns) {
                widths.add(average);
            }
            return List.copyOf(widths.subList(0, columns));
        }
    }
}
