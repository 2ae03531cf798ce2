package quire.convert.word;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.convert.word.WordParts.document;
import static quire.convert.word.WordParts.paragraph;
import static quire.convert.word.WordParts.section;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import quire.pdf.Pdf;
import quire.pdf.PdfMaker;
import quire.testkit.Docx;
import quire.testkit.Qpdf;
import quire.testkit.VeraPdf;

/** Word files become papers that the judges accept, whatever people do in Word. */
class WordPapersTest {

    private final WordPapers papers = new WordPapers(new PdfMaker());

    static Stream<Arguments> files() {
        List<Arguments> files = new ArrayList<>();
        WordSamples.all().forEach((name, docx) -> files.add(Arguments.of(name, docx)));
        try (Stream<Path> shipped = Files.list(Path.of("templates", "word"))) {
            for (Path template : shipped.sorted().toList()) {
                files.add(Arguments.of(String.valueOf(template.getFileName()), Files.readAllBytes(template)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.stream();
    }

    /** Every fifth, because the judges take their time. */
    static Stream<Arguments> some() {
        List<Arguments> all = files().toList();
        return IntStream.range(0, all.size()).filter(i -> i % 5 == 0).mapToObj(all::get);
    }

    @Tag("slow")
    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void eachBecomesAPaperThatTheJudgesAccept(String name, byte[] docx) {
        becomesAPaperThatTheJudgesAccept(name, docx);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("some")
    void becomesAPaperThatTheJudgesAccept(String name, byte[] docx) {
        Pdf pdf = papers.pdf(WordPaper.of(docx, name, Instant.EPOCH));
        VeraPdf.assertAccessibleAndArchival(pdf.bytes());
        Qpdf.assertSound(pdf.bytes());
    }

    @Test
    void theSameFileMakesTheSameBytes() {
        byte[] docx = WordSamples.all().getOrDefault("fields", new byte[0]);
        WordPaper paper = WordPaper.of(docx, "fields.docx", Instant.EPOCH);
        assertThat(papers.pdf(paper).bytes()).isEqualTo(papers.pdf(paper).bytes());
    }

    @Test
    void thePaperIsCalledWhatItsFileSaysOrWhatOneAsksFor() {
        byte[] docx = Docx.line("x").bytes();
        assertThat(title(new WordPaper(docx, "visit.docx", "", Instant.EPOCH))).isEqualTo("visit");
        assertThat(title(new WordPaper(docx, "visit.docx", "Home visit", Instant.EPOCH)))
                .isEqualTo("Home visit");
    }

    private static String title(WordPaper paper) {
        Losses losses = new Losses(paper.name());
        try (WordPackage file = WordPackage.open(paper.docx())) {
            String html = new PageWriter(file, new Pictures(file, losses), losses).write(paper);
            return org.jsoup.Jsoup.parse(html).title();
        }
    }

    @Test
    void theSheetsAreAsLargeAsInWordAndTurnedWhereItTurnsThem() {
        WordPage page = WordPage.sample("sections");
        assertThat(sizes(page.pdf().bytes())).containsExactly("595x842", "842x595", "595x842", "595x842");
    }

    private static List<String> sizes(byte[] pdf) {
        try (var document = org.apache.pdfbox.Loader.loadPDF(pdf)) {
            List<String> sizes = new ArrayList<>();
            document.getPages().forEach(page -> {
                var box = page.getMediaBox();
                sizes.add(Math.round(box.getWidth()) + "x" + Math.round(box.getHeight()));
            });
            return sizes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void columnsStandBesideEachOther() {
        String sheet = WordPage.sample("sections").sheets().get(2);
        assertThat(sheet.lines().filter(line -> line.length() > 70)).hasSizeGreaterThan(10);
        assertThat(sheet).contains("Next column");
    }

    @Test
    void firstEvenAndOtherPagesHaveTheirOwnHeaders() {
        List<String> sheets = WordPage.sample("headers").sheets();
        assertThat(sheets).hasSize(3);
        assertThat(sheets.get(0)).contains("First header").doesNotContain("Usual", "Even", "Page 1");
        assertThat(sheets.get(1)).contains("Even header", "Page 2 of 3").doesNotContain("Usual", "First");
        assertThat(sheets.get(2))
                .contains("Usual header", "on two lines", "Page 3 of 3")
                .doesNotContain("Even");
    }

    @Test
    void aLaterSectionKeepsTheHeaderAndMayHaveItsOwnFirstPage() {
        List<String> sheets = WordPage.sample("sections").sheets();
        assertThat(sheets.subList(0, 3)).allSatisfy(sheet -> assertThat(sheet).startsWith("Header of all sections"));
        assertThat(sheets.get(3)).startsWith("First page of the last section");
    }

    @Test
    void aTallHeaderPushesTheTextDown() {
        String header = Docx.paragraph("line of the header").repeat(12);
        WordPage page = WordPage.of(document(Docx.paragraph("The text")
                        + section("<w:headerReference w:type=\"default\" r:id=\"header1\"/>" + WordParts.A4))
                .story("header1", "header", "hdr", header));
        assertThat(page.words()).containsSubsequence("line of the header", "The text");
        assertThat(page.sheets().get(0).lines().filter(line -> line.equals("line of the header")))
                .hasSize(12);
    }

    @Test
    void aSectionMayCountItsPagesInRomanNumerals() {
        String format = "<w:pgNumType w:fmt=\"lowerRoman\"/>";
        WordPage page = WordPage.of(document(Docx.paragraph("one")
                        + paragraph("<w:pageBreakBefore/>", Docx.run("two"))
                        + section("<w:footerReference w:type=\"default\" r:id=\"footer1\"/>" + WordParts.A4 + format))
                .story("footer1", "footer", "ftr", paragraph("", Docx.run("Sheet ") + WordParts.field("PAGE", "1"))));
        assertThat(page.sheets().get(1)).contains("Sheet ii");
    }

    @Test
    void strictFilesReadLikeAllOthers() {
        WordPage page = WordPage.sample("strict");
        assertThat(page.text("h1")).containsExactly("Strict");
        assertThat(page.look("p:last-of-type")).contains("margin:0pt 0pt 8pt 36pt");
    }
}
