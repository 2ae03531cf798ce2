package quire.testkit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The words of a PDF as a person would copy them, page by page. */
public final class PdfText {

    private PdfText() {}

    /** The text of each page, its lines in reading order from the top, ends of lines as {@code \n}. */
    public static List<String> pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setLineSeparator("\n");
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document).strip());
            }
            return pages;
        } catch (IOException e) {
            throw new AssertionError("Not a PDF that can be read", e);
        }
    }

    /** The text of all pages. */
    public static String of(byte[] pdf) {
        return String.join("\n", pages(pdf));
    }
}
