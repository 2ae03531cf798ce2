package quire.pdf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import quire.core.Finding;

/** Makes PDF files of HTML pages: tagged (PDF/UA-1), archival (PDF/A-2a), the same bytes every time. Thread-safe. */
public final class PdfMaker {

    /** Makes the PDF of a page. */
    public Pdf make(PdfRequest request) {
        List<Finding> findings = new ArrayList<>();
        Document page = Jsoup.parse(request.html());
        ClosedDoors doors = new ClosedDoors(Map.of());
        Paper paper = new Paper(page.title(), page.getElementsByTag("html").attr("lang"), request.made());
        Rendering.Rendered rendered = Rendering.render(DocumentTree.of(page.expectFirst("html")), paper, doors);
        return new Pdf(rendered.bytes(), rendered.pages(), findings);
    }

    /** Reads the fonts and prints a small page, so that the first person does not have to wait for that. */
    public void warmUp() {
        make(PdfRequest.of("<title>Warm</title><h1>Warm</h1><p><b>Bold</b> <i>italic</i></p>", "warm", Instant.EPOCH));
    }
}
