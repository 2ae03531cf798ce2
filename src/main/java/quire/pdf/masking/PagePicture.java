package quire.pdf.masking;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import quire.pdf.ReadingBudget;

/** Draws a page as dots, with grey where something must not be seen. */
final class PagePicture {

    /** Dots an inch: what print needs, and what rules for bundles of courts allow at most two thirds of. */
    private static final double DPI = 200;

    /** More would not fit into the memory of a small machine: three pages of A3. */
    private static final double MOST_DOTS = 22_000_000;

    private static final double POINTS_AN_INCH = 72;
    private static final Color COVER = new Color(0xD8, 0xDE, 0xE2);

    private PagePicture() {}

    /**
     * Draws it.
     *
     * @param page which has no rotation
     * @throws ReadingBudget.Spent if that would take too long
     */
    static BufferedImage of(PDDocument document, PDPage page, List<Stretch> stretches, ReadingBudget budget)
            throws IOException {
        PDRectangle visible = page.getCropBox();
        double scale = scale(visible);
        budget.begin(page, true);
        PDFRenderer renderer = new PDFRenderer(document) {
            @Override
            protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
                PageDrawer drawer = new BoundedDrawer(parameters, visible, scale, budget);
                drawer.setAnnotationFilter(getAnnotationsFilter());
                return drawer;
            }
        };
        renderer.setSubsamplingAllowed(true);
        BufferedImage picture = renderer.renderImage(document.getPages().indexOf(page), (float) scale, ImageType.RGB);
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.setColor(COVER);
            graphics.transform(new AffineTransform(scale, 0, 0, -scale, 0, picture.getHeight()));
            stretches.stream()
                    .filter(Stretch::masked)
                    .map(stretch -> stretch.line().area())
                    .forEach(graphics::fill);
        } finally {
            graphics.dispose();
        }
        return picture;
    }

    private static double scale(PDRectangle visible) {
        double scale = DPI / POINTS_AN_INCH;
        double dots = visible.getWidth() * scale * visible.getHeight() * scale;
        return dots <= MOST_DOTS ? scale : scale * Math.sqrt(MOST_DOTS / dots);
    }
}
