package quire.testkit;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The first pages of many papers side by side, as a designer pins them to a wall. */
public final class ContactSheet {

    private static final int WIDTH = 420;
    private static final int HEIGHT = 594;
    private static final int GAP = 14;
    private static final int CAPTION = 24;

    private final int columns;
    private final List<String> names = new ArrayList<>();
    private final List<BufferedImage> pages = new ArrayList<>();

    /** @param columns how many pages stand side by side */
    public ContactSheet(int columns) {
        this.columns = columns;
    }

    public void add(String name, byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            names.add(name);
            pages.add(new PDFRenderer(document).renderImageWithDPI(0, 72));
        }
    }

    /** Writes the sheet; the number of pages on it. */
    public int write(Path png) throws IOException {
        int rows = (pages.size() + columns - 1) / columns;
        BufferedImage sheet = new BufferedImage(
                columns * (WIDTH + GAP) + GAP, rows * (HEIGHT + CAPTION + GAP) + GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D wall = sheet.createGraphics();
        wall.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        wall.setColor(new Color(0x8A8A8A));
        wall.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        wall.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
        for (int i = 0; i < pages.size(); i++) {
            pin(wall, i);
        }
        wall.dispose();
        Files.createDirectories(png.toAbsolutePath().getParent());
        ImageIO.write(sheet, "png", png.toFile());
        return pages.size();
    }

    private void pin(Graphics2D wall, int index) {
        int x = GAP + index % columns * (WIDTH + GAP);
        int y = GAP + index / columns * (HEIGHT + CAPTION + GAP);
        BufferedImage page = pages.get(index);
        double scale = Math.min((double) WIDTH / page.getWidth(), (double) HEIGHT / page.getHeight());
        wall.drawImage(page, x, y, (int) (page.getWidth() * scale), (int) (page.getHeight() * scale), null);
        wall.setColor(Color.WHITE);
        wall.drawString(names.get(index), x, y + HEIGHT + CAPTION - 6);
    }
}
