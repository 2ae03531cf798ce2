package quire.pdf.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quire.core.Problem;
import quire.pdf.PdfMaker;
import quire.pdf.PdfRequest;
import quire.testkit.Qpdf;
import quire.testkit.Tools;

class MaskingTest {

    private static final Instant MADE = Instant.parse("2026-03-14T09:00:00Z");

    /** What must not be seen, in any case, even over the end of a line. */
    private static final Pattern SECRET = Pattern.compile("(?i)Bronwen\\s+Achterberg|07700\\s900123");

    @TempDir
    private Path folder;

    private static List<Mask> masks(String text) {
        List<Mask> masks = new ArrayList<>();
        Matcher found = SECRET.matcher(text);
        while (found.find()) {
            masks.add(new Mask(found.start(), found.end(), "[neighbour]"));
        }
        return masks;
    }

    private static byte[] paper(String body) {
        String html = "<!DOCTYPE html><html lang=\"en-GB\"><head><title>Bronwen Achterberg</title></head><body>" + body
                + "</body></html>";
        return new PdfMaker()
                .make(new PdfRequest(html, "paper", Map.of(), MADE))
                .bytes();
    }

    private String pdftotext(byte[] pdf) throws IOException {
        Path file = folder.resolve("masked.pdf");
        Files.write(file, pdf);
        return Tools.run("pdftotext", "-layout", file.toString(), "-").output();
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    @Test
    void takesWordsOutAndKeepsTheRestToBeSearched() throws IOException {
        byte[] pdf = paper("<h1>A visit</h1><p>I called Bronwen Achterberg on 07700 900123 after tea.</p>"
                + "<p style=\"page-break-before: always\">Nothing stands here.</p>");
        MaskedPdf masked = Masking.of(pdf, MaskingTest::masks);
        assertThat(masked.pictured()).containsExactly(1);
        assertThat(masked.removed()).isEqualTo(2);
        assertThat(masked.pages()).isEqualTo(2);
        String text = pdftotext(masked.bytes()).replaceAll("\\s+", " ");
        assertThat(text)
                .contains("A visit", "I called", "[neighbour]", "after tea.", "Nothing stands here.")
                .doesNotContainIgnoringCase("Bronwen", "Achterberg", "07700", "900123");
        assertThat(new String(masked.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("Bronwen", "Achterberg");
        Qpdf.assertSound(masked.bytes());
    }

    @Test
    void drawsOverTheWordsWhereTheyLay() throws IOException {
        byte[] pdf = paper("<p>Bronwen Achterberg</p>");
        MaskedPdf masked = Masking.of(pdf, MaskingTest::masks);
        assertThat(darkDots(pdf)).isGreaterThan(150);
        // Only the words that stand for the name are left, and they are shorter.
        assertThat(darkDots(masked.bytes())).isLessThan(darkDots(pdf));
        assertThat(masked.texts().get(0).strip()).isEqualTo("[neighbour]");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void findsThePlaceOnPagesThatAreTurnedAndCropped(int rotation) throws IOException {
        byte[] pdf = turned(rotation);
        MaskedPdf masked = Masking.of(pdf, MaskingTest::masks);
        BufferedImage before = picture(pdf);
        BufferedImage after = picture(masked.bytes());
        assertThat(after.getWidth()).isCloseTo(before.getWidth(), org.assertj.core.api.Assertions.within(1));
        assertThat(after.getHeight()).isCloseTo(before.getHeight(), org.assertj.core.api.Assertions.within(1));
        int covered = 0;
        int dark = 0;
        for (int x = 0; x < before.getWidth() - 1; x++) {
            for (int y = 0; y < before.getHeight() - 1; y++) {
                if (isDark(before.getRGB(x, y))) {
                    dark++;
                    covered += isWhite(after.getRGB(x, y)) ? 0 : 1;
                }
            }
        }
        assertThat(dark).isGreaterThan(300);
        assertThat(covered)
                .as("where a letter was, there is grey or the new word")
                .isGreaterThan(dark * 98 / 100);
    }

    private static byte[] turned(int rotation) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(30, 40, 500, 400));
            page.setCropBox(new PDRectangle(60, 90, 400, 300));
            page.setRotation(rotation);
            document.addPage(page);
            try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                out.beginText();
                out.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 20);
                out.setTextMatrix(Matrix.getRotateInstance(Math.toRadians(30), 120, 130));
                out.showText("Bronwen Achterberg");
                out.endText();
            }
            return saved(document);
        }
    }

    @Test
    void findsWordsThatAreDrawnLetterByLetter() throws IOException {
        byte[] pdf;
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
                String words = "Bronwen Achterberg";
                // From the last letter to the first.
                for (int i = words.length() - 1; i >= 0; i--) {
                    out.beginText();
                    out.setFont(font, 12);
                    out.newLineAtOffset(100 + font.getStringWidth(words.substring(0, i)) / 1000 * 12, 500);
                    out.showText(words.substring(i, i + 1));
                    out.endText();
                }
            }
            pdf = saved(document);
        }
        assertThat(Masking.of(pdf, MaskingTest::masks).texts().get(0).strip()).isEqualTo("[neighbour]");
    }

    @Test
    void keepsNothingBehindThePages() throws IOException {
        byte[] pdf;
        try (PDDocument document = Loader.loadPDF(paper("<p>A plain page.</p>"))) {
            PDDocumentOutline outline = new PDDocumentOutline();
            PDOutlineItem bookmark = new PDOutlineItem();
            bookmark.setTitle("Bronwen Achterberg");
            outline.addLast(bookmark);
            document.getDocumentCatalog().setDocumentOutline(outline);
            document.getDocumentInformation().setAuthor("Bronwen Achterberg");
            PDPage page = document.getPage(0);
            COSArray contents = new COSArray();
            contents.add(page.getCOSObject().getItem(COSName.CONTENTS));
            contents.add(unseen(document));
            page.getCOSObject().setItem(COSName.CONTENTS, contents);
            pdf = saved(document);
        }
        MaskedPdf masked = Masking.of(pdf, MaskingTest::masks);
        try (PDDocument document = Loader.loadPDF(masked.bytes())) {
            assertThat(document.getDocumentCatalog().getDocumentOutline()).isNull();
            assertThat(document.getDocumentCatalog().getMetadata()).isNull();
            assertThat(document.getDocumentInformation().getAuthor()).isNull();
        }
        assertThat(masked.pictured()).containsExactly(1);
        assertThat(new String(masked.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("Bronwen");
    }

    @Test
    void makesTheSameBytesEveryTime() {
        byte[] pdf = paper("<p>Bronwen Achterberg</p>");
        assertThat(Masking.of(pdf, MaskingTest::masks).bytes())
                .isEqualTo(Masking.of(pdf, MaskingTest::masks).bytes());
    }

    @Test
    void refusesAFileThatItCannotClean() {
        assertThatThrownBy(() -> Masking.of("no PDF".getBytes(StandardCharsets.UTF_8), MaskingTest::masks))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("cannot be taken out");
        byte[] pdf = paper("<p>anything</p>");
        // Whatever stands there afterwards is found again.
        assertThatThrownBy(() ->
                        Masking.of(pdf, text -> text.isBlank() ? List.of() : List.of(new Mask(0, 3, "anything"))))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("cannot be taken out");
    }

    private static COSBase unseen(PDDocument document) throws IOException {
        String operators = "/Span <</ActualText (Bronwen Achterberg)>> BDC EMC\n";
        return new PDStream(document, new ByteArrayInputStream(operators.getBytes(StandardCharsets.UTF_8)))
                .getCOSObject();
    }

    private static BufferedImage picture(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(0, 72);
        }
    }

    private static int darkDots(byte[] pdf) throws IOException {
        BufferedImage picture = picture(pdf);
        int dark = 0;
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                dark += isDark(picture.getRGB(x, y)) ? 1 : 0;
            }
        }
        return dark;
    }

    private static boolean isDark(int colour) {
        return (colour & 0xFF) < 0x80;
    }

    private static boolean isWhite(int colour) {
        return (colour & 0xFFFFFF) == 0xFFFFFF;
    }
}
