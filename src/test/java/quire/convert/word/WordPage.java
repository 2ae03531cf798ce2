package quire.convert.word;

import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import quire.core.Finding;
import quire.pdf.Pdf;
import quire.pdf.PdfMaker;
import quire.testkit.Docx;
import quire.testkit.PdfText;

/**
 * What becomes of a Word file: the page that is printed, the paper, and what is said about it.
 *
 * @param page before it is printed
 * @param pdf the paper
 */
record WordPage(Document page, Pdf pdf) {

    static WordPage of(Docx docx) {
        return of(docx.bytes());
    }

    static WordPage of(byte[] docx) {
        WordPaper paper = WordPaper.of(docx, "notes.docx", Instant.EPOCH);
        Losses losses = new Losses("notes.docx");
        try (WordPackage file = WordPackage.open(docx)) {
            String html = new PageWriter(file, new Pictures(file, losses), losses).write(paper);
            return new WordPage(Jsoup.parse(html), new WordPapers(new PdfMaker()).pdf(paper));
        }
    }

    /** One of the samples. */
    static WordPage sample(String name) {
        byte[] docx = WordSamples.all().get(name);
        if (docx == null) {
            throw new AssertionError("No sample " + name);
        }
        return of(docx);
    }

    /** The text of the elements that this selects. */
    List<String> text(String selector) {
        return page.select(selector).eachText();
    }

    /** The text of each sheet. */
    List<String> sheets() {
        return PdfText.pages(pdf.bytes());
    }

    String words() {
        return PdfText.of(pdf.bytes());
    }

    List<String> codes() {
        return pdf.findings().stream().map(Finding::code).toList();
    }

    /** The declarations of the classes of the first element that this selects. */
    String look(String selector) {
        String sheet = page.select("style").html();
        StringBuilder look = new StringBuilder();
        for (String name : page.expectFirst(selector).classNames()) {
            int start = sheet.indexOf("." + name + "{");
            if (start >= 0) {
                look.append(sheet, sheet.indexOf('{', start) + 1, sheet.indexOf('}', start))
                        .append(';');
            }
        }
        return look.toString();
    }
}
