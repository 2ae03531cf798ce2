package quire.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.Test;
import quire.core.Finding;
import quire.core.Problem;
import quire.testkit.PdfText;
import quire.testkit.Qpdf;
import quire.testkit.VeraPdf;

class PdfMakerTest {

    private static final Instant MADE = Instant.parse("2026-11-21T12:00:00Z");

    private static final String OBSERVATION = """
            <!DOCTYPE html><html lang="cy"><head><title>Arsylwi (1)</title>
            <style>@page { @bottom-right { content: "Page " counter(page) " of " counter(pages); } }
            table { -fs-table-paginate: paginate; }</style></head>
            <body><h1>Direct observation</h1><p>Dŵr, <b>żółć</b>, <i>Nguyễn</i>, Ελλάδα, Київ, ☑ yes.</p>
            <h2>Notes</h2><ul><li>One</li><li>Two</li></ul>
            <table><thead><tr><th>Name</th></tr></thead><tbody><tr><td>Amara Okafor</td></tr></tbody></table>
            <p><a href="https://example.org/">A link</a></p></body></html>""";

    private final PdfMaker maker = new PdfMaker();

    @Test
    void makesAnAccessibleAndArchivalPdf() {
        Pdf pdf = make(OBSERVATION);
        VeraPdf.assertAccessibleAndArchival(pdf.bytes());
        Qpdf.assertSound(pdf.bytes());
        assertThat(PdfText.of(pdf.bytes())).contains("Dŵr", "żółć", "Nguyễn", "Ελλάδα", "Київ", "☑", "Page 1 of 1");
        assertThat(pdf.pages()).isEqualTo(1);
        assertThat(pdf.findings()).isEmpty();
    }

    @Test
    void makesTheSameBytesOfTheSamePage() {
        assertThat(make(OBSERVATION).bytes()).isEqualTo(make(OBSERVATION).bytes());
    }

    @Test
    void makesTheSameBytesInEveryThread() throws Exception {
        byte[] alone = make(OBSERVATION).bytes();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<byte[]>> tasks = IntStream.range(0, 12)
                    .mapToObj(i -> (Callable<byte[]>) () -> make(OBSERVATION).bytes())
                    .toList();
            for (Future<byte[]> made : threads.invokeAll(tasks)) {
                assertThat(made.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void saysWhatItIsInWhichLanguageAndWhenItWasMade() throws IOException {
        try (PDDocument document = Loader.loadPDF(make(OBSERVATION).bytes())) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Arsylwi (1)");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("cy");
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(MADE);
        }
    }

    @Test
    void bookmarksTheHeadingsUnderEachOther() throws IOException {
        try (PDDocument document = Loader.loadPDF(make(OBSERVATION).bytes())) {
            PDOutlineItem first =
                    document.getDocumentCatalog().getDocumentOutline().getFirstChild();
            assertThat(first.getTitle()).isEqualTo("Direct observation");
            assertThat(first.getFirstChild().getTitle()).isEqualTo("Notes");
        }
    }

    @Test
    void numbersThePagesOfALongTableAndRepeatsItsHead() {
        String rows = IntStream.range(0, 200)
                .mapToObj(row -> "<tr><td>Row " + row + "</td></tr>")
                .collect(Collectors.joining());
        Pdf pdf = make(OBSERVATION.replace("<tr><td>Amara Okafor</td></tr>", rows));
        assertThat(pdf.pages()).isGreaterThan(3);
        assertThat(PdfText.pages(pdf.bytes()))
                .allSatisfy(page -> assertThat(page).contains("Name").contains(" of " + pdf.pages()));
        VeraPdf.assertAccessibleAndArchival(pdf.bytes());
    }

    @Test
    void printsATableThatTheRendererLosesItsWayOver() {
        String rows = "<tr><td>x</td></tr>".repeat(70);
        Pdf pdf = make("<style>table { -fs-table-paginate: paginate; page-break-inside: avoid }</style>"
                + "<p style='height: 25.2cm'>x</p><table><thead><tr><th>Head</th></tr></thead><tbody>" + rows
                + "</tbody></table>");
        assertThat(pdf.findings()).extracting(Finding::code).contains("table-paging");
        assertThat(PdfText.of(pdf.bytes())).contains("Head");
        VeraPdf.assertAccessibleAndArchival(pdf.bytes());
    }

    @Test
    void takesAPageWithoutTitleOrLanguageAndSaysSo() {
        Pdf pdf = make("<h3>Hello</h3><p>World");
        VeraPdf.assertAccessibleAndArchival(pdf.bytes());
        assertThat(pdf.findings()).extracting(Finding::code).contains("page-language", "page-title");
    }

    @Test
    void refusesAPageOfFiftyMillionCharactersAtOnce() {
        String large = "<p>word word word</p>".repeat(2_500_000);
        assertThatThrownBy(() -> make(large))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("52,500,000")
                .hasMessageContaining("at most 10,000,000");
    }

    @Test
    void refusesElementsInsideEachOtherWithoutEnd() {
        for (String open : List.of("<div>", "<b>", "<ul><li>", "<table><tr><td>", "<a href=x>", "<div class=a >")) {
            assertThatThrownBy(() -> make(open.repeat(100_000) + "x"))
                    .as(open)
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("inside each other");
        }
    }

    @Test
    void printsAsDeepAsItSays() {
        Pdf pdf = make("<div>".repeat(PageReader.DEEPEST - 5) + "deep" + "</div>".repeat(PageReader.DEEPEST - 5));
        assertThat(PdfText.of(pdf.bytes())).isEqualTo("deep");
    }

    @Test
    void refusesMarginsThatLeaveNoRoom() {
        assertThatThrownBy(() -> make("<style>@page { size: A4; margin: 30cm }</style><p>x"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("cannot be laid out");
    }

    @Test
    void leavesOutAHeightThatNoPaperHas() {
        Pdf pdf = make("<div style='height: 1000000000px'>tall</div>");
        assertThat(pdf.pages()).isEqualTo(1);
        assertThat(pdf.findings()).extracting(Finding::code).contains("style-size");
    }

    @Test
    void warmsUpWithoutTrouble() {
        maker.warmUp();
        assertThat(make("<p>x").pages()).isEqualTo(1);
    }

    private Pdf make(String html) {
        return maker.make(PdfRequest.of(html, "page.html", MADE));
    }
}
