package quire.pdf.masking;

import java.awt.geom.Path2D;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/**
 * Where a stretch of glyphs lies that stand on one line of a page, in points from the lower left corner of what is visible of it.
 *
 * @param x where the first glyph begins
 * @param y its base line
 * @param along the direction in which one reads, of length 1
 * @param up the direction of the tops of letters, of length 1
 * @param length from the first glyph to the end of the last
 * @param size of the type
 */
record Line(double x, double y, Direction along, Direction up, double length, double size) {

    /** How far letters reach below the base line and above it, in sizes of the type; accents and brackets included. */
    private static final double BELOW = 0.38;

    private static final double ABOVE = 1.12;
    private static final double BESIDE = 0.12;

    record Direction(double x, double y) {

        static Direction of(double x, double y) {
            double length = Math.hypot(x, y);
            return length == 0 ? new Direction(1, 0) : new Direction(x / length, y / length);
        }
    }

    static Line of(TextPosition first, TextPosition last) {
        Matrix matrix = first.getTextMatrix();
        Direction along = Direction.of(matrix.getValue(0, 0), matrix.getValue(0, 1));
        Direction up = Direction.of(matrix.getValue(1, 0), matrix.getValue(1, 1));
        double x = matrix.getTranslateX();
        double y = matrix.getTranslateY();
        double length = (last.getEndX() - x) * along.x() + (last.getEndY() - y) * along.y();
        double size = Math.hypot(matrix.getValue(1, 0), matrix.getValue(1, 1));
        return new Line(x, y, along, up, Math.max(length, size / 4), Math.max(size, 1));
    }

    /** Whether a glyph goes on in this line. */
    boolean goesOn(TextPosition glyph) {
        Matrix matrix = glyph.getTextMatrix();
        double across = (matrix.getTranslateX() - x) * up.x() + (matrix.getTranslateY() - y) * up.y();
        double ahead = (matrix.getTranslateX() - x) * along.x() + (matrix.getTranslateY() - y) * along.y();
        return Math.abs(across) < size / 2 && ahead > -size / 2;
    }

    /** All that its glyphs may cover. */
    Path2D area() {
        Path2D area = new Path2D.Double();
        double side = BESIDE * size;
        move(area, -side, -BELOW * size, true);
        move(area, length + side, -BELOW * size, false);
        move(area, length + side, ABOVE * size, false);
        move(area, -side, ABOVE * size, false);
        area.closePath();
        return area;
    }

    private void move(Path2D area, double ahead, double high, boolean begins) {
        double toX = x + ahead * along.x() + high * up.x();
        double toY = y + ahead * along.y() + high * up.y();
        if (begins) {
            area.moveTo(toX, toY);
        } else {
            area.lineTo(toX, toY);
        }
    }
}
