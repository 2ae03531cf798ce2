package quire.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import quire.testkit.PdfText;
import quire.testkit.Qpdf;
import quire.testkit.VeraPdf;

class PdfMakerTest {

    static final Instant MADE = Instant.parse("2026-11-21T12:00:00Z");

    private final PdfMaker maker = new PdfMaker();

    @Test
    void makesAnAccessibleAndArchivalPdf() {
        Pdf pdf = make("""
                <!DOCTYPE html><html lang="en-GB"><head><title>Direct observation</title>
                <style>@page { @bottom-right { content: "Page " counter(page) " of " counter(pages); } }</style></head>
                <body><h1>Direct observation</h1><p>Dŵr, <b>żółć</b>, <i>Nguyễn</i>, Ελλάδα, Київ, ☑ yes.</p>
                <ul><li>One</li><li>Two</li></ul>
                <table><tr><th scope="row">Name</th><td>Amara Okafor</td></tr></table>
                <p><a href="https://example.org/">A link</a></p></body></html>""");
        VeraPdf.assertAccessibleAndArchival(pdf.bytes());
        Qpdf.assertSound(pdf.bytes());
        assertThat(PdfText.of(pdf.bytes())).contains("Direct observation", "Nguyễn", "☑", "Page 1 of 1");
        assertThat(pdf.pages()).isEqualTo(1);
    }

    private Pdf make(String html) {
        return maker.make(PdfRequest.of(html, "page.html", MADE));
    }
}
