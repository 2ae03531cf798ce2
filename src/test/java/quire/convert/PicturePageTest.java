package quire.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quire.core.Problem;
import quire.testkit.PdfText;
import quire.testkit.Qpdf;
import quire.testkit.VeraPdf;

class PicturePageTest {

    private static final Instant MADE = Instant.parse("2026-11-21T12:00:00Z");
    private static final int DPI = 72;
    private static final double MILLIMETRES = 25.4 / DPI;

    @ParameterizedTest
    @ValueSource(strings = {"card-with-a-robin.jpg", "eco-map.png", "letter-handwritten.png"})
    void isAnAccessiblePageForAnArchive(String sample) {
        SafePdf page = page(Verdicts.sample(sample), "A card with a robin, which says “thank you”");
        VeraPdf.assertAccessibleAndArchival(page.bytes());
        Qpdf.assertSound(page.bytes());
        assertThat(page.pages()).isEqualTo(1);
        assertThat(page.isTagged()).isTrue();
        assertThat(page.unfit()).isEmpty();
        assertThat(page.findings()).isEmpty();
        assertThat(PdfText.of(page.bytes())).isEqualTo("A card with a robin, which says “thank you”");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void standsUprightHoweverTheCameraWasHeld(int orientation) throws IOException {
        byte[] turned = held(quarters(800, 600), orientation);
        SafePdf page = page(turned, "Four colours");
        VeraPdf.assertAccessibleAndArchival(page.bytes());
        BufferedImage seen = drawn(page);
        Rectangle place = place(seen);
        assertThat(place.width).isGreaterThan(place.height);
        assertThat(colour(seen, place, 0.25, 0.25)).isEqualTo(Color.RED);
        assertThat(colour(seen, place, 0.75, 0.25)).isEqualTo(Color.GREEN);
        assertThat(colour(seen, place, 0.25, 0.75)).isEqualTo(Color.BLUE);
        assertThat(colour(seen, place, 0.75, 0.75)).isEqualTo(Color.YELLOW);
    }

    @ParameterizedTest
    @CsvSource({
        "3000, 1000, 170, 57",
        "1000, 3000, 70, 210",
        "300, 150, 51, 25",
        "1, 1, 0, 0",
        "5400, 3600, 170, 113",
        "5000, 90, 170, 3"
    })
    void isAsLargeAsItsDotsAllow(int width, int height, int across, int down) throws IOException {
        Rectangle place = place(drawn(page(Jpegs.written(quarters(width, height), "png"), "Some size")));
        assertThat(place.width * MILLIMETRES).isBetween(across - 1.5, across + 1.5);
        assertThat(place.height * MILLIMETRES).isBetween(down - 1.5, down + 1.5);
    }

    @Test
    void hasNoMoreDotsThanPaperShows() {
        UprightPicture small = UprightPicture.of(FileKind.JPEG, Jpegs.written(quarters(7_100, 4_000), "jpg"));
        assertThat(Math.max(small.width(), small.height())).isBetween(3_400, 3_500);
        byte[] fits = Jpegs.written(quarters(3_500, 2_000), "jpg");
        assertThat(UprightPicture.of(FileKind.JPEG, fits).bytes()).isSameAs(fits);
    }

    @Test
    void staysSeeThroughWhereItWas() {
        BufferedImage clear = new BufferedImage(4_000, 300, BufferedImage.TYPE_INT_ARGB);
        SafePdf page = page(Jpegs.written(clear, "png"), "Nothing to see");
        VeraPdf.assertAccessibleAndArchival(page.bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>\"Quoted\" & 'such' {{x}}</b>", "  Ynys Môn  ", "–", "社会福祉"})
    void saysWhatWasSaidAboutIt(String description) {
        SafePdf page = page(Jpegs.picture(), description);
        assertThat(PdfText.of(page.bytes())).isNotBlank();
        if (description.chars().allMatch(letter -> letter < 0x300)) {
            assertThat(PdfText.of(page.bytes())).isEqualTo(description.strip());
        }
    }

    @Test
    void holdsTheLongestDescriptionOnItsPage() {
        SafePdf page = page(
                Jpegs.written(quarters(1_500, 3_000), "jpg"),
                "Wide words ".repeat(18).strip());
        assertThat(page.pages()).isEqualTo(1);
        assertThat(page(Jpegs.picture(), " ").bytes())
                .satisfies(bytes -> assertThat(PdfText.of(bytes)).isEqualTo("A picture that nobody described"));
    }

    @Test
    void refusesWhatOnlyDrawingFindsDamaged() {
        byte[] picture = Jpegs.written(quarters(4_000, 3_000), "jpg");
        byte[] damaged = picture.clone();
        Arrays.fill(damaged, 2, 150, (byte) 0);
        assertThatThrownBy(() -> SafePdf.ofPicture(FileKind.JPEG, held(damaged, 6), "Damaged", MADE))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> SafePdf.ofPicture(FileKind.DOCX, picture, "No picture", MADE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static SafePdf page(byte[] picture, String description) {
        Judged judged = Verdicts.judged(picture);
        return SafePdf.ofPicture(judged.kind(), judged.content().bytes(), description, MADE);
    }

    /** Red, green, blue and yellow, from the upper left to the lower right. */
    private static BufferedImage quarters(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.YELLOW};
        for (int i = 0; i < colours.length; i++) {
            pen.setColor(colours[i]);
            pen.fillRect(i % 2 * (width / 2), i / 2 * (height / 2), width - width / 2, height - height / 2);
        }
        pen.dispose();
        return image;
    }

    /**
     * The same as a camera writes it that was held like this, by the table of Exif: its dots another way, and a word about
     * it.
     */
    private static byte[] held(BufferedImage seen, int orientation) {
        boolean isOnItsSide = orientation >= 5;
        boolean fromRight = orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
        boolean fromBottom = orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
        int width = isOnItsSide ? seen.getHeight() : seen.getWidth();
        int height = isOnItsSide ? seen.getWidth() : seen.getHeight();
        BufferedImage stored = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int across = isOnItsSide ? row : column;
                int down = isOnItsSide ? column : row;
                int x = fromRight ? seen.getWidth() - 1 - across : across;
                int y = fromBottom ? seen.getHeight() - 1 - down : down;
                stored.setRGB(column, row, seen.getRGB(x, y));
            }
        }
        return held(Jpegs.written(stored, "jpg"), orientation);
    }

    private static byte[] held(byte[] jpeg, int orientation) {
        byte[] segment = Jpegs.segment(0xE1, Verdicts.join(Verdicts.bytes("Exif\0\0"), CameraData.saying(orientation)));
        return Verdicts.join(Arrays.copyOf(jpeg, 2), segment, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static BufferedImage drawn(SafePdf page) throws IOException {
        try (PDDocument document = Loader.loadPDF(page.bytes())) {
            return new PDFRenderer(document).renderImageWithDPI(0, DPI, ImageType.RGB);
        }
    }

    /** Where the picture is: all that has a colour. */
    private static Rectangle place(BufferedImage page) {
        Rectangle place = new Rectangle(-1, -1);
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                Color dot = new Color(page.getRGB(x, y));
                int[] parts = {dot.getRed(), dot.getGreen(), dot.getBlue()};
                Arrays.sort(parts);
                if (parts[2] - parts[0] > 60) {
                    place.add(new Rectangle(x, y, 1, 1));
                }
            }
        }
        return place.isEmpty() ? new Rectangle() : place;
    }

    /** The colour at a place of the picture, to the nearest plain one. */
    private static Color colour(BufferedImage page, Rectangle place, double across, double down) {
        Color dot =
                new Color(page.getRGB((int) (place.x + across * place.width), (int) (place.y + down * place.height)));
        return new Color(plain(dot.getRed()), plain(dot.getGreen()), plain(dot.getBlue()));
    }

    private static int plain(int part) {
        return part > 127 ? 255 : 0;
    }
}
