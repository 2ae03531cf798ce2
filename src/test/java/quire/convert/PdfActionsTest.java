package quire.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.convert.Verdicts.bytes;
import static quire.convert.Verdicts.contains;
import static quire.convert.Verdicts.join;
import static quire.convert.Verdicts.judged;
import static quire.convert.Verdicts.refusal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S-58: what a PDF would do by itself is taken out wherever it is packed, and what only looks like it is left alone. */
class PdfActionsTest {

    private static final String CATALOG = "<</Type/Catalog/Pages 2 0 R/X 4 0 R>>";
    private static final String PAGES = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
    private static final String PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>";
    private static final String SCRIPTS = "small programs that run when the document is opened or filled in";
    private static final String FILES = "files packed inside the document";
    private static final String LINKS = "links to places that are not on the web";
    private static final String FILMS = "films, sounds and models";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<</S/JavaScript/JS(SECRET)>>                                         | " + SCRIPTS,
                "<</S/J#61vaScript/JS(SECRET)>>                                       | " + SCRIPTS,
                "<</S 5 0 R/JS(SECRET)>>                                              | " + SCRIPTS,
                "[1 [2 <</A<</Next<</S/JavaScript/JS(SECRET)>>>>>>]]                  | " + SCRIPTS,
                "<</Names<</JavaScript<</Names[(SECRET) 5 0 R]>>>>>>                  | " + SCRIPTS,
                "<</Type/Page/AA<</O<</S/URI/URI(http://example.org/SECRET)>>>>>>     | " + SCRIPTS,
                "<</Type/Catalog/OpenAction<</S/URI/URI(http://example.org/SECRET)>>>>| " + SCRIPTS,
                "<</Type/Catalog/OpenAction<</S/Hide/T(SECRET)>>>>                    | " + SCRIPTS,
                "<</S/SubmitForm/F(http://example.org/SECRET)>>                       | " + SCRIPTS,
                "<</XFA[(SECRET) 5 0 R]>>                                             | " + SCRIPTS,
                "<</S/Launch/Win<</F(SECRET.exe)>>>>                                  | " + LINKS,
                "<</S/GoToR/F(//example.org/SECRET)/D[0/Fit]>>                        | " + LINKS,
                "<</Type/Filespec/UF(a.txt)/EF<</F 5 0 R>>>>                          | " + FILES,
                "<</F(a.txt)/EF<</F(SECRET)>>>>                                       | " + FILES,
                "<</Names<</EmbeddedFiles<</Names[(SECRET) 5 0 R]>>>>>>               | " + FILES,
                "<</Subtype/RichMedia/RichMediaContent<</Assets(SECRET)>>>>           | " + FILMS,
                "<</S/Rendition/JS(SECRET)>>                                          | " + FILMS
            })
    void s58_takesOutWhatActs(String hostile, String removed) throws IOException {
        String script = "<</S/JavaScript/JS(SECRET 5)>>";
        byte[] direct = Pdfs.of(CATALOG, PAGES, PAGE, hostile, script);
        String body = hostile + " " + script;
        String packed = Pdfs.objectStream(2, "4 0 5 " + (hostile.length() + 1) + " ", body);
        for (byte[] pdf : new byte[][] {direct, Pdfs.of(CATALOG, PAGES, PAGE, "null", "null", packed)}) {
            Judged judged = judged(pdf);
            byte[] kept = judged.content().bytes();
            assertThat(judged.removed()).contains(removed);
            assertThat(judged.findings())
                    .anySatisfy(finding -> assertThat(finding.message())
                            .isEqualTo("We removed " + removed + ". Your own copy still has it."));
            assertThat(contains(kept, "SECRET")).isFalse();
            assertThat(contains(kept, "ObjStm")).isFalse();
            assertThat(judged(kept).removed()).isEmpty();
            try (PDDocument document = Loader.loadPDF(kept)) {
                assertThat(document.getNumberOfPages()).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<</S/URI/URI(https://example.org/)>>",
                "<</Type/Catalog/OpenAction[3 0 R/Fit]>>",
                "<</Type/Catalog/OpenAction<</S/GoTo/D[3 0 R/Fit]>>>>",
                "<</Font<</AA 5 0 R/EF 5 0 R>>>>",
                "<</Title(<</S/JavaScript/JS\\(x\\)>>)>>",
                "<</Names[(JavaScript)(EmbeddedFiles)]>>",
                "% /S/JavaScript /Launch\n<</ByteRange[0 1 2 3]>>"
            })
    void s58_leavesAloneWhatOnlyLooksLikeIt(String harmless) {
        String words = Pdfs.stream("", bytes("(<</S/JavaScript/JS(x)>>) Tj /Launch /EmbeddedFile 9 0 obj"));
        String catalog = CATALOG.replace("/X 4 0 R", "/X 4 0 R/Y 5 0 R");
        byte[] pdf = Pdfs.of(catalog, PAGES, PAGE, harmless, words);
        assertThat(judged(pdf).removed()).isEmpty();
        assertThat(judged(pdf).content().bytes()).isEqualTo(pdf);
    }

    @Test
    void s58_takesOutWhatAnOlderVersionHeld() {
        byte[] pdf = join(
                Pdfs.of(CATALOG, PAGES, PAGE, "<</S/JavaScript/JS(SECRET)>>"),
                bytes("4 0 obj <</Plain(words)>> endobj trailer <</Root 1 0 R>>\n%%EOF\n"));
        Judged judged = judged(pdf);
        assertThat(judged.removed()).containsExactly(SCRIPTS);
        assertThat(contains(judged.content().bytes(), "SECRET")).isFalse();
        assertThat(contains(judged.content().bytes(), "(words)")).isTrue();
    }

    @Test
    void s58_saysThatASignatureNoLongerHolds() {
        String signature = "<</V<</Type/Sig/ByteRange[0 10 20 30]/Contents<1234>>>/A<</S/JavaScript/JS(x)>>>>";
        assertThat(judged(Pdfs.of(CATALOG, PAGES, PAGE, signature)).removed())
                .containsExactly(SCRIPTS, "a digital signature, which held only for the file as it was");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Type/ObjStm/Filter[/ASCIIHexDecode/FlateDecode]/N 1/First 4",
                "/Type/ObjStm/Filter/LZWDecode/N 1/First 4",
                "/Filter/ASCIIHexDecode/N 1/First 4",
                "/Type/ObjStm/Filter/FlateDecode/DecodeParms<</Predictor 12>>/N 1/First 4",
                "/Type/ObjStm/N 7 0 R/First 4",
                "/Type/ObjStm/N 2/First 4"
            })
    void s58_refusesObjectsPackedSoThatNobodySeesThem(String dictionary) {
        byte[] packed = bytes("9 0 <</S/JavaScript/JS(x)>>");
        assertThat(refusal(Pdfs.of(CATALOG, PAGES, PAGE, Pdfs.stream(dictionary, packed))))
                .isEqualTo(Refusal.DAMAGED);
    }

    @Test
    void s58_refusesAFormThatOnlyOneProgramShows() {
        byte[] pdf =
                Pdfs.of("<</Type/Catalog/Pages 2 0 R/NeedsRendering true/AcroForm<</XFA 4 0 R>>>>", PAGES, PAGE, "()");
        assertThat(refusal(pdf)).isEqualTo(Refusal.DAMAGED);
        assertThat(Verdicts.advice(pdf)).startsWith("It is a form that only Adobe Reader can show.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"five-line-record.pdf", "safeguarding-level-3.pdf", "e-mail-from-a-mother.pdf"})
    void s58_leavesThePagesAsTheyWere(String sample) throws IOException {
        byte[] armed = armed(Verdicts.sample(sample));
        Judged judged = judged(armed);
        assertThat(judged.removed()).containsExactly(SCRIPTS, FILES);
        assertThat(contains(judged.content().bytes(), "SECRET")).isFalse();
        try (PDDocument before = Loader.loadPDF(armed);
                PDDocument after = Loader.loadPDF(judged.content().bytes())) {
            assertThat(after.getNumberOfPages()).isEqualTo(before.getNumberOfPages());
            assertThat(new PDFTextStripper().getText(after)).isEqualTo(new PDFTextStripper().getText(before));
            assertThat(picture(after)).isEqualTo(picture(before));
            assertThat(after.getDocumentInformation().getTitle()).isEqualTo("Élan (2026)");
            COSDictionary catalog = after.getDocumentCatalog().getCOSObject();
            assertThat(catalog.containsKey(COSName.OPEN_ACTION)).isFalse();
            assertThat(new PDDocumentNameDictionary(after.getDocumentCatalog()).getEmbeddedFiles())
                    .isNull();
        }
    }

    private static byte[] armed(byte[] pdf) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            document.getDocumentInformation().setTitle("Élan (2026)");
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('SECRET')"));
            PDComplexFileSpecification inside = new PDComplexFileSpecification();
            inside.setFile("a.txt");
            inside.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(bytes("SECRET"))));
            PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of("a.txt", inside));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(files);
            document.getDocumentCatalog().setNames(names);
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static int[] picture(PDDocument document) throws IOException {
        var page = new PDFRenderer(document).renderImage(0);
        return page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
    }

    @Test
    void s58_writesNoMoreThanAnHonestFileHolds() {
        String many = "<</S/JavaScript>>".repeat(20) + "[" + "(A)".repeat(150_000) + "]";
        StringBuilder links = new StringBuilder();
        String[] objects = new String[160];
        for (int i = 0; i < objects.length; i++) {
            objects[i] = Pdfs.objectStream(1, (1_000 + i) + " 0 ", "[" + many + "]");
            links.append(1_000 + i).append(" 0 R ");
        }
        objects[0] = "<</Type/Catalog/Pages 2 0 R/X[" + links + "]>>";
        objects[1] = PAGES;
        objects[2] = PAGE;
        assertThat(refusal(Pdfs.of(objects))).isEqualTo(Refusal.BOMB);
    }
}
