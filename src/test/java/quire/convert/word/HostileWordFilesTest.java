package quire.convert.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quire.convert.word.WordParts.document;
import static quire.convert.word.WordParts.paragraph;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quire.core.Problem;
import quire.pdf.Pdf;
import quire.pdf.PdfMaker;
import quire.testkit.Docx;
import quire.testkit.VeraPdf;

/** Whatever a Word file holds, it becomes a paper or a sentence that a person can act on, within limits. */
class HostileWordFilesTest {

    private final WordPapers papers = new WordPapers(new PdfMaker());

    private Pdf printed(byte[] docx) {
        return papers.pdf(WordPaper.of(docx, "odd.docx", Instant.EPOCH));
    }

    private void assertRefused(byte[] docx, String sentence) {
        assertThatThrownBy(() -> printed(docx)).isInstanceOf(Problem.class).hasMessageContaining(sentence);
    }

    private static byte[] with(byte[] docx, String part, String content) {
        Map<String, byte[]> parts = new LinkedHashMap<>(Docx.parts(docx));
        parts.put(part, content.getBytes(StandardCharsets.UTF_8));
        return Docx.zip(parts);
    }

    @Test
    void whatIsNoWordFileIsRefused() {
        assertRefused(new byte[0], "not a Word document");
        assertRefused("Dear all".getBytes(StandardCharsets.UTF_8), "not a Word document");
        assertRefused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}, "old .doc format");
        assertRefused(Docx.zip(Map.of("a.txt", new byte[3])), "not a Word document");
        byte[] whole = Docx.line("x").bytes();
        assertRefused(Arrays.copyOf(whole, whole.length / 2), "damaged");
    }

    @Test
    void s54_aDoctypeIsRefused() {
        String evil = "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
                + Docx.root("document", "<w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body>")
                        .substring(56);
        assertRefused(with(Docx.line("x").bytes(), "word/document.xml", evil), "DOCTYPE");
    }

    @Test
    void damagedXmlIsRefusedWithItsPlace() {
        byte[] docx = with(Docx.line("x").bytes(), "word/document.xml", "<w:document");
        assertThatThrownBy(() -> printed(docx))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.findings().get(0).place().part())
                                .isEqualTo("word/document.xml"));
    }

    @Test
    void s53_aFileThatUnpacksToFarTooMuchIsRefused() {
        String spaces = " ".repeat(WordPackage.LARGEST_PART + 1);
        assertRefused(with(Docx.line("x").bytes(), "word/document.xml", spaces), "unpacks to more");
    }

    @Test
    void nestingWithoutEndIsRefused() {
        String deep = "<w:smartTag>".repeat(2_000) + "</w:smartTag>".repeat(2_000);
        assertRefused(Docx.body("<w:p>" + deep + "</w:p>").bytes(), "nested deeper");
    }

    @Test
    void stylesAndListsThatLeadInCirclesEnd() {
        String styles = "<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"B\"><w:basedOn w:val=\"A\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
        String numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"B\"/></w:abstractNum>"
                + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
        Pdf pdf = printed(Docx.body(paragraph("<w:pStyle w:val=\"A\"/>", Docx.run("round")))
                .story("styles", "styles", "styles", styles)
                .story("numbering", "numbering", "numbering", numbering)
                .bytes());
        assertThat(pdf.pages()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<w:pgSz w:w=\"0\" w:h=\"0\"/>",
                "<w:pgSz w:w=\"99999999\" w:h=\"99999999\"/>",
                "<w:pgSz w:w=\"-5\" w:h=\"x\"/><w:pgMar w:left=\"99999\" w:right=\"99999\" w:top=\"-99999\" w:bottom=\"99999\"/>",
                "<w:cols w:num=\"999999\" w:space=\"999999\"/>"
            })
    void oddPaperIsCutToSize(String section) {
        Pdf pdf = printed(document(Docx.paragraph("Still here.") + WordParts.section(section))
                .bytes());
        assertThat(pdf.pages()).isBetween(1, 3);
        VeraPdf.assertAccessibleAndArchival(pdf.bytes());
    }

    @Test
    void oddTablesAreCutToSize() {
        String table =
                "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"-1\"/></w:tblGrid><w:tr><w:trPr><w:gridBefore w:val=\"99999\"/>"
                        + "<w:trHeight w:val=\"99999999\"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val=\"2000000\"/><w:vMerge/></w:tcPr></w:tc></w:tr>"
                        + "<w:tr/></w:tbl>";
        assertThat(printed(document(table + Docx.paragraph("after")).bytes()).pages())
                .isLessThan(5);
    }

    @Test
    void textThatClosesTagsStaysText() {
        String text = "</p><script>x</script> \" & <b>";
        WordPage page = WordPage.of(document(WordParts.styled("Heading1", text)));
        assertThat(page.text("h1")).containsExactly(text);
        assertThat(page.page().select("script, b")).isEmpty();
    }

    @Test
    void namesFromTheFileReachTheStyleSheetOnlyAsNumbersAndColours() {
        String evil = "red}body{display:none";
        String properties = "<w:color w:val=\"" + evil + "\"/><w:highlight w:val=\"" + evil + "\"/><w:sz w:val=\""
                + evil + "\"/><w:rFonts w:ascii=\"" + evil + "\"/>";
        WordPage page =
                WordPage.of(document(paragraph("<w:jc w:val=\"" + evil + "\"/>", WordParts.run(properties, "seen"))));
        assertThat(page.page().select("style").html()).doesNotContain("display:none");
        assertThat(page.words()).isEqualTo("seen");
    }

    @Test
    void nothingOutsideTheFileIsOpened() {
        WordPage page = WordPage.sample("outside");
        assertThat(page.page().select("img")).isEmpty();
        assertThat(page.codes()).contains("picture-outside").doesNotContain("address-refused");
    }

    @Test
    void filesChangedByChanceBecomePapersOrSentences() {
        changedByChance(1, 60);
    }

    @Tag("slow")
    @Test
    void manyFilesChangedByChanceBecomePapersOrSentences() {
        changedByChance(1_000, 2_000);
    }

    private void changedByChance(long firstSeed, int count) {
        List<byte[]> samples = new ArrayList<>(WordSamples.all().values());
        for (long seed = firstSeed; seed < firstSeed + count; seed++) {
            Random random = new Random(seed);
            byte[] docx = OddWordFiles.changed(samples.get(random.nextInt(samples.size())), random);
            try {
                Pdf pdf = printed(docx);
                assertThat(VeraPdf.failures(pdf.bytes(), VeraPdf.Flavour.PDFUA_1))
                        .as("seed %s", seed)
                        .isEmpty();
            } catch (Problem refused) {
                assertThat(refused.getMessage()).as("seed %s", seed).isNotBlank();
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }
}
