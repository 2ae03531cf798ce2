package quire.pdf.masking;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/**
 * Writes words over a picture of them: unseen, so that they can still be searched, copied and heard, and seen where they stand for
 * something else.
 */
final class TextLayer {

    private static final float GREY = 0.15f;
    private static final double LARGEST_SHARE = 0.8;

    private final PDPageContentStream out;
    private final PDFont font;

    TextLayer(PDPageContentStream out, PDFont font) {
        this.out = out;
        this.font = font;
    }

    void write(List<Stretch> stretches) throws IOException {
        for (Stretch stretch : stretches) {
            String words = drawable(stretch.words());
            if (!words.isBlank()) {
                write(words, stretch);
            }
        }
    }

    private void write(String words, Stretch stretch) throws IOException {
        Line line = stretch.line();
        double width = font.getStringWidth(words) / 1000;
        double size = stretch.masked() ? Math.min(line.size() * LARGEST_SHARE, line.length() / width) : line.size();
        double stretching = stretch.masked() || width == 0 ? 1 : line.length() / (width * size);
        out.beginText();
        out.setFont(font, (float) size);
        out.setHorizontalScaling((float) (100 * Math.max(0.01, stretching)));
        out.setRenderingMode(stretch.masked() ? RenderingMode.FILL : RenderingMode.NEITHER);
        out.setNonStrokingColor(GREY, GREY, GREY);
        out.setTextMatrix(new Matrix(
                (float) line.along().x(),
                (float) line.along().y(),
                (float) line.up().x(),
                (float) line.up().y(),
                (float) line.x(),
                (float) line.y()));
        out.showText(words);
        out.endText();
    }

    /** Without the characters that the font does not have: they are in the picture. */
    private String drawable(String words) {
        StringBuilder drawable = new StringBuilder();
        words.codePoints()
                .map(character -> Character.isWhitespace(character) ? ' ' : character)
                .filter(this::draws)
                .forEach(drawable::appendCodePoint);
        return drawable.toString();
    }

    private boolean draws(int character) {
        try {
            return font.encode(Character.toString(character)).length > 0;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
