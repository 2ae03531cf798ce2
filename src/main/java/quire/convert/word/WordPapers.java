package quire.convert.word;

import java.util.ArrayList;
import java.util.List;
import quire.core.Finding;
import quire.core.Problem;
import quire.core.Severity;
import quire.pdf.Pdf;
import quire.pdf.PdfMaker;
import quire.pdf.PdfRequest;

/**
 * Makes PDF files of Word files without any other program: tagged (PDF/UA-1), archival (PDF/A-2a), the same bytes every
 * time. Nothing outside the file is ever opened. Thread-safe.
 */
public final class WordPapers {

    private final PdfMaker pdf;

    public WordPapers(PdfMaker pdf) {
        this.pdf = pdf;
    }

    /**
     * Makes the PDF of a Word file. What cannot come to paper as it is in Word stands in the findings, by name and with
     * its place: nothing is left out without a word.
     *
     * @throws Problem if the file is not a Word document, is protected or damaged, or is too large to be printed
     */
    public Pdf pdf(WordPaper paper) {
        Losses losses = new Losses(paper.name());
        try (WordPackage file = WordPackage.open(paper.docx())) {
            Pictures pictures = new Pictures(file, losses);
            String html = new PageWriter(file, pictures, losses).write(paper);
            tellRevisions(file.revisions(), losses);
            Pdf made = pdf.make(new PdfRequest(html, paper.name(), pictures.all(), paper.made()));
            List<Finding> findings = new ArrayList<>(losses.findings());
            findings.addAll(made.findings());
            return new Pdf(made.bytes(), made.pages(), findings);
        }
    }

    /**
     * What {@link #pdf} prints, before it is printed.
     *
     * @throws Problem if the file is not a Word document, is protected or damaged
     */
    public static PdfRequest page(WordPaper paper) {
        Losses losses = new Losses(paper.name());
        try (WordPackage file = WordPackage.open(paper.docx())) {
            Pictures pictures = new Pictures(file, losses);
            String html = new PageWriter(file, pictures, losses).write(paper);
            return new PdfRequest(html, paper.name(), pictures.all(), paper.made());
        }
    }

    private static void tellRevisions(Revisions revisions, Losses losses) {
        if (revisions.insertions() + revisions.deletions() > 0) {
            losses.overall(
                    Severity.WARNING,
                    "tracked-changes",
                    "The document has changes that nobody has accepted or rejected. It is printed as if all were accepted:"
                            + " what was put in (" + revisions.insertions() + " times) is there, and what was deleted ("
                            + revisions.deletions() + " times) is not. In Word, accept or reject them first.");
        }
    }
}
