package quire.pdf;

import java.time.Instant;
import java.util.Map;
import org.jsoup.nodes.Document;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/** Makes PDF files of HTML pages: tagged (PDF/UA-1), archival (PDF/A-2a), the same bytes every time. Thread-safe. */
public final class PdfMaker {

    /**
     * Makes the PDF of a page. What can be put right on the way is put right, and the findings say so.
     *
     * @throws Problem if the page is too large or nested too deep, or cannot be laid out on paper
     */
    public Pdf make(PdfRequest request) {
        Report report = new Report(request.name());
        Document page = PageReader.read(request.html(), request.name(), false);
        Map<String, byte[]> pictures = Mending.mend(page, request, report);
        try {
            return print(page, request, pictures, report);
        } catch (Problem problem) {
            throw problem;
        } catch (RuntimeException | StackOverflowError first) {
            return printPlainly(page, request, pictures, report, first);
        }
    }

    /** Reads the fonts and prints a small page, so that the first person does not have to wait for that. */
    public void warmUp() {
        make(PdfRequest.of("<title>Warm</title><h1>Warm</h1><p><b>Bold</b> <i>italic</i></p>", "warm", Instant.EPOCH));
    }

    /** Without repeated table heads, which the renderer sometimes loses its way over. */
    private static Pdf printPlainly(
            Document page, PdfRequest request, Map<String, byte[]> pictures, Report report, Throwable first) {
        if (!Styles.removePaging(page)) {
            throw cannotBeLaidOut(request, first);
        }
        report.warning(
                "table-paging",
                "The headings of a table are not repeated on every page, because this table could not be printed so.",
                page.body());
        try {
            return print(page, request, pictures, report);
        } catch (RuntimeException | StackOverflowError second) {
            throw cannotBeLaidOut(request, second);
        }
    }

    private static Pdf print(Document page, PdfRequest request, Map<String, byte[]> pictures, Report report) {
        ClosedDoors doors = new ClosedDoors(pictures);
        Paper paper =
                new Paper(page.title(), Identity.language(page), request.made(), request.identifier(), Claims.PAPER);
        boolean rightToLeft = TextDirection.isNeededFor(request.html());
        Rendering.Rendered rendered =
                Rendering.render(DocumentTree.of(page.expectFirst("html")), paper, doors, rightToLeft);
        for (String address : doors.refused()) {
            report.warning("address-refused", "“" + address + "” was not opened: a page brings all it shows.", null);
        }
        return new Pdf(rendered.bytes(), rendered.pages(), report.findings());
    }

    private static Problem cannotBeLaidOut(PdfRequest request, Throwable cause) {
        return Problem.badInput(Finding.error(
                        "page-layout",
                        "The page cannot be laid out on paper. Look for margins that leave no room for text, and for"
                                + " styles that take elements out of their place.",
                        Place.inFile(request.name())))
                .because(cause);
    }
}
