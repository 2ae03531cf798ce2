package quire.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quire.convert.Verdicts.bytes;
import static quire.convert.Verdicts.contains;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import quire.core.Finding;
import quire.core.Problem;
import quire.pdf.PdfMaker;
import quire.pdf.PdfRequest;
import quire.testkit.PdfText;
import quire.testkit.Qpdf;

class SafePdfTest {

    static List<String> samples() {
        return Verdicts.evidence().stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".pdf"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void looksAsItDid(String sample) throws IOException {
        byte[] kept = Verdicts.judged(Verdicts.sample(sample)).content().bytes();
        SafePdf safe = SafePdf.of(kept);
        Qpdf.assertSound(safe.bytes());
        assertThat(PdfText.pages(safe.bytes())).isEqualTo(PdfText.pages(kept)).hasSize(safe.pages());
        assertLooksTheSame(kept, safe.bytes());
    }

    @ParameterizedTest
    @EnumSource(MarkedPages.class)
    void drawsIntoThePageWhatLiesOnIt(MarkedPages marked) throws IOException {
        byte[] file = marked.file();
        SafePdf safe = SafePdf.of(file);
        Qpdf.assertSound(safe.bytes());
        assertLooksTheSame(file, safe.bytes());
        assertThat(safe.isTagged()).isFalse();
        assertThat(codes(safe)).contains("flattened");
        try (PDDocument document = Loader.loadPDF(safe.bytes())) {
            assertThat(document.getDocumentCatalog().getAcroForm()).isNull();
            assertThat(document.getPage(0).getAnnotations()).isEmpty();
        }
    }

    @Test
    void showsWhatWasFilledIn() {
        SafePdf safe = SafePdf.of(MarkedPages.FILLED_FORM.file());
        assertThat(PdfText.of(safe.bytes())).contains("Alex was here");
        assertThat(safe.unfit()).containsExactly(1);
        assertThat(codes(safe)).contains("archive-fonts");
    }

    @Test
    void leavesOutWhatNobodySees() {
        assertThat(PdfText.of(SafePdf.of(MarkedPages.hidden()).bytes())).doesNotContain("Alex was here");
    }

    @Test
    void saysWhatIsMissingInTheCopy() {
        String box = "<</Subtype/Widget/FT/Tx/T(Name)/V(Alex)/Rect[0 0 9 9]>>";
        String empty = "<</Subtype/Widget/FT/Tx/T(None)/V()/Rect[0 0 9 9]>>";
        String mark = "<</Subtype/Highlight/Rect[0 0 9 9]>>";
        SafePdf safe = SafePdf.of(page("/Annots[" + box + empty + mark + "]", ""));
        assertThat(safe.findings())
                .extracting(Finding::message)
                .anySatisfy(said -> assertThat(said)
                        .startsWith("The file does not say how 1 of its filled in boxes look, so they are missing."));
        assertThat(codes(safe)).contains("form-lost", "marks-lost").doesNotContain("flattened");
    }

    @Test
    void s58_hasNothingThatRunsOrHides() {
        String catalog =
                "<</Type/Catalog/Pages 2 0 R/AcroForm<</XFA(xfa-form)>>/OpenAction<</S/JavaScript/JS(js-open)>>"
                        + "/Names<</EmbeddedFiles<</Names[(hidden)8 0 R]>>/JavaScript<</Names[(j)<</S/JavaScript/JS(js-name)>>]>>>>"
                        + "/PieceInfo<</Secret(piece)>>/Metadata 8 0 R/AF[8 0 R]>>";
        byte[] file = Pdfs.withTrailer(
                "<</Root 1 0 R/Info<</Author(An author)>>>>",
                catalog,
                "<</Type/Pages/Kids[3 0 R]>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/AA<</O<</S/JavaScript/JS(js-page)>>>>"
                        + "/Thumb 8 0 R/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/Launch/F(cmd.exe)>>>>]>>",
                Pdfs.stream("", bytes("BT ET")),
                "null",
                "null",
                "null",
                Pdfs.stream("/Type/EmbeddedFile", bytes("embedded bytes")));
        byte[] safe = SafePdf.of(file).bytes();
        for (String gone : List.of(
                "JavaScript",
                "js-",
                "xfa-form",
                "embedded bytes",
                "An author",
                "piece",
                "cmd.exe",
                "Thumb",
                "AcroForm")) {
            assertThat(contains(file, gone)).as(gone).isTrue();
            assertThat(contains(safe, gone)).as(gone).isFalse();
        }
    }

    @Test
    void keepsTagsAndLinksOfATaggedPaper() throws IOException {
        byte[] paper = new PdfMaker()
                .make(PdfRequest.of(
                        "<title>T</title><h1 id=top>A heading</h1><p><a href='https://example.org/x'>A link</a>"
                                + " <a href='#top'>Up</a></p>",
                        "paper",
                        Instant.EPOCH))
                .bytes();
        SafePdf safe = SafePdf.of(paper);
        assertThat(safe.isTagged()).isTrue();
        assertThat(safe.unfit()).isEmpty();
        assertThat(safe.findings()).isEmpty();
        Qpdf.assertSound(safe.bytes());
        try (PDDocument document = Loader.loadPDF(safe.bytes())) {
            assertThat(document.getPage(0).getAnnotations()).hasSize(2);
            assertThat(document.getDocumentCatalog().getStructureTreeRoot().getKids())
                    .isNotEmpty();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
        }
    }

    @Test
    void takesOutWhatAsksForSmoothing() throws IOException {
        String picture = "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8";
        byte[] file = Pdfs.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]>>",
                "<</Type/Page/Parent 2 0 R/Resources<</XObject<</P 5 0 R>>>>/Contents 4 0 R>>",
                Pdfs.stream("", bytes("/P Do")),
                Pdfs.stream(picture + "/Interpolate true", bytes("x")));
        try (PDDocument document = Loader.loadPDF(SafePdf.of(file).bytes())) {
            var image = document.getPage(0).getResources().getXObject(COSName.getPDFName("P"));
            assertThat(image.getCOSObject().containsKey("Interpolate")).isFalse();
        }
    }

    @Test
    void namesThePagesThatNoArchiveTakes() {
        byte[] file = Pdfs.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R 4 0 R<</Type/Page/Contents 5 0 R>>]>>",
                "<</Type/Page/Contents 5 0 R>>",
                "<</Type/Page/Contents 6 0 R>>",
                Pdfs.stream("", bytes("0 0 0 1 k 0 0 9 9 re f")),
                Pdfs.stream("", bytes("0 g 0 0 9 9 re f")));
        SafePdf safe = SafePdf.of(file);
        assertThat(safe.unfit()).containsExactly(1, 3);
        assertThat(safe.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("archive-colours");
            assertThat(finding.place().part()).isEqualTo("pages 1 and 3");
        });
    }

    @Test
    void drawsWhereThePageEndedHoweverItEnded() throws IOException {
        String mark = "/Annots[<</Subtype/Stamp/Rect[100 100 200 200]/AP<</N 8 0 R>>>>]";
        byte[] tidy = page(mark, "q 5 0 0 5 50 50 cm 0 0 1 1 re f Q");
        byte[] untidy = page(mark, "q q 5 0 0 5 50 50 cm 0 0 1 1 re f");
        assertLooksTheSame(SafePdf.of(tidy).bytes(), SafePdf.of(untidy).bytes());
        assertLooksTheSame(tidy, SafePdf.of(untidy).bytes());
    }

    @Test
    void s59_refusesMoreMarksThanAnybodyMakes() {
        String[] objects = new String[2_003];
        Arrays.fill(objects, "<</Type/Page/Annots 3 0 R>>");
        objects[0] = "<</Type/Catalog/Pages 2 0 R>>";
        objects[2] = "[" + "<</Subtype/Link>>".repeat(19_000) + "]";
        StringBuilder kids = new StringBuilder();
        for (int i = 4; i < objects.length; i++) {
            kids.append(i).append(" 0 R ");
        }
        objects[1] = "<</Type/Pages/Kids[" + kids + "]>>";
        assertThatThrownBy(() -> SafePdf.of(Pdfs.of(objects)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        refused -> assertThat(Refusal.of(refused)).contains(Refusal.BOMB));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Annots[<</Subtype/Stamp/Rect[1 1 1 1]/AP<</N 8 0 R>>>>]",
                "/Annots[<</Subtype/Stamp/Rect[a 1 1 1]/AP<</N 8 0 R>>>>]",
                "/Annots[<</Subtype/Stamp/Rect[9 9 1 1]/AP<</N 3 0 R>>>>]",
                "/Annots[<</Subtype/Stamp/Rect[9 9 1 1]/AP<</N<</On 8 0 R>>>>/AS/Off>>]",
                "/Annots[<</Subtype/Stamp/Rect[9 9 1 1]/AP 8 0 R>>]",
                "/Annots[<</Subtype/Widget/Parent 3 0 R/Rect[9 9 1 1]>>]",
                "/Annots[3 0 R 2 0 R 1 0 R null 99 0 R]",
                "/Annots[<</Subtype/Stamp/F 2/Rect[9 9 1 1]/AP<</N 8 0 R>>>>]",
                "/Resources 3 0 R/Annots[<</Subtype/Stamp/Rect[9 9 1 1]/AP<</N 8 0 R>>>>]"
            })
    void meetsOddMarksCalmly(String entries) {
        SafePdf safe = SafePdf.of(page(entries, "0 0 9 9 re f"));
        assertThat(safe.pages()).isEqualTo(1);
        assertThat(PdfText.pages(safe.bytes())).hasSize(1);
    }

    private static List<String> codes(SafePdf safe) {
        return safe.findings().stream().map(Finding::code).toList();
    }

    /** One page; object 8 is a black square to put on it. */
    private static byte[] page(String entries, String content) {
        return Pdfs.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/MediaBox[0 0 300 300]>>",
                "<</Type/Page/Parent 2 0 R/Contents 4 0 R" + entries + ">>",
                Pdfs.stream("", bytes(content)),
                "null",
                "null",
                "null",
                Pdfs.stream("/BBox[0 0 1 1]/Resources<<>>", bytes("0 0 1 1 re f")));
    }

    private static void assertLooksTheSame(byte[] expected, byte[] actual) throws IOException {
        try (PDDocument one = Loader.loadPDF(expected);
                PDDocument other = Loader.loadPDF(actual)) {
            for (int page = 0; page < one.getNumberOfPages(); page++) {
                assertThat(different(picture(one, page), picture(other, page)))
                        .as("dots of page %s that differ", page + 1)
                        .isLessThan(20);
            }
        }
    }

    private static int[] picture(PDDocument document, int page) throws IOException {
        BufferedImage drawn = new PDFRenderer(document).renderImageWithDPI(page, 50, ImageType.RGB);
        BufferedImage plain = new BufferedImage(drawn.getWidth(), drawn.getHeight(), BufferedImage.TYPE_INT_RGB);
        plain.getGraphics().drawImage(drawn, 0, 0, null);
        return ((DataBufferInt) plain.getRaster().getDataBuffer()).getData();
    }

    private static int different(int[] one, int[] other) {
        assertThat(one).hasSameSizeAs(other);
        int count = 0;
        for (int i = 0; i < one.length; i++) {
            count += Math.abs((one[i] & 0xFF) - (other[i] & 0xFF)) > 40 ? 1 : 0;
        }
        return count;
    }
}
