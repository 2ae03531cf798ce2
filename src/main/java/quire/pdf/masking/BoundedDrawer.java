package quire.pdf.masking;

import java.awt.Rectangle;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import quire.pdf.ReadingBudget;

/** Draws a page of anybody's making, and no longer than a budget allows: what one operator costs is taken before it is drawn. */
final class BoundedDrawer extends PageDrawer {

    /** Dots that take as long as one step, where nothing is calculated for them. */
    private static final int DOTS_A_STEP = 100;

    /** The same, where so long a calculation, in bytes, is done for each of them. */
    private static final int CALCULATED_A_STEP = 5_000;

    /** The library draws no shorter strokes than that, in dots. */
    private static final double SHORTEST_STROKE = 0.062;

    private final ReadingBudget budget;
    private final PDRectangle visible;
    private final double scale;
    private int depth;

    /** @param scale how many dots a point is */
    BoundedDrawer(PageDrawerParameters parameters, PDRectangle visible, double scale, ReadingBudget budget)
            throws IOException {
        super(parameters);
        this.budget = budget;
        this.visible = visible;
        this.scale = scale;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        budget.operator(getGraphicsStackSize());
        super.processOperator(operator, operands);
    }

    @Override
    protected void showFontGlyph(Matrix place, PDFont font, int code, Vector advance) throws IOException {
        budget.step(1);
        super.showFontGlyph(place, font, code, advance);
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        budget.drawing(form.getCOSObject(), getLevel());
        super.showForm(form);
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup group) throws IOException {
        budget.drawing(group.getCOSObject(), getLevel());
        Matrix place = getGraphicsState().getCurrentTransformationMatrix();
        PDRectangle box = group.getBBox();
        if (box != null) {
            takeDots(box.transform(Matrix.concatenate(place, group.getMatrix())).getBounds2D(), 1);
        }
        budget.group(depth);
        depth++;
        super.showTransparencyGroup(group);
        depth--;
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
        take((double) image.getWidth() * image.getHeight(), budget.calculation());
        super.drawImage(image);
    }

    @Override
    public void shadingFill(COSName name) throws IOException {
        Rectangle clip = getGraphicsState().getCurrentClippingPath().getBounds();
        takeDots(clip, budget.calculation());
        super.shadingFill(name);
    }

    @Override
    public void fillPath(int rule) throws IOException {
        if (getGraphicsState().getNonStrokingColorSpace() instanceof PDPattern) {
            takeDots(getLinePath().getBounds2D(), budget.calculation());
        }
        super.fillPath(rule);
    }

    @Override
    public void strokePath() throws IOException {
        takeStrokes();
        super.strokePath();
    }

    @Override
    public void fillAndStrokePath(int rule) throws IOException {
        takeStrokes();
        super.fillAndStrokePath(rule);
    }

    /** A line of dashes is drawn dash by dash, wherever it ends. */
    private void takeStrokes() {
        double period = 0;
        for (float stroke : getGraphicsState().getLineDashPattern().getDashArray()) {
            period += Math.abs(stroke);
        }
        if (period > 0) {
            double dots = period
                    * Math.abs(
                            getGraphicsState().getCurrentTransformationMatrix().getScalingFactorX())
                    * scale;
            budget.step(steps(length() * scale / Math.max(SHORTEST_STROKE, dots)));
        }
    }

    /** How long the path is, or longer. */
    private double length() {
        double length = 0;
        double[] to = new double[6];
        double x = 0;
        double y = 0;
        for (PathIterator path = getLinePath().getPathIterator(null); !path.isDone(); path.next()) {
            int points =
                    switch (path.currentSegment(to)) {
                        case PathIterator.SEG_CUBICTO -> 3;
                        case PathIterator.SEG_QUADTO -> 2;
                        case PathIterator.SEG_CLOSE -> 0;
                        default -> 1;
                    };
            for (int i = 0; i < points; i++) {
                length += Math.hypot(to[2 * i] - x, to[2 * i + 1] - y);
                x = to[2 * i];
                y = to[2 * i + 1];
            }
        }
        return length;
    }

    /** Takes what it costs to fill as much of an area as is seen. */
    private void takeDots(Rectangle2D area, int calculation) {
        Rectangle2D seen = area.createIntersection(new Rectangle2D.Double(
                visible.getLowerLeftX(), visible.getLowerLeftY(), visible.getWidth(), visible.getHeight()));
        if (!seen.isEmpty()) {
            take(seen.getWidth() * scale * seen.getHeight() * scale, calculation);
        }
    }

    /** @param calculation how long it is, in bytes, what is calculated for each dot */
    private void take(double dots, int calculation) {
        budget.step(steps(Math.max(dots / DOTS_A_STEP, dots * calculation / CALCULATED_A_STEP)));
    }

    private static long steps(double steps) {
        return Double.isFinite(steps) ? (long) Math.min(steps, Integer.MAX_VALUE) : Integer.MAX_VALUE;
    }
}
