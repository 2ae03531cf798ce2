package quire.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The words of PDF files of which nothing but their looks is known. */
public final class PageTexts {

    private static final String BETWEEN = "\u0001";

    private PageTexts() {}

    /**
     * What stands on each page, paragraph by paragraph, as far as it can be copied out of it: nothing for a page that is a picture, or
     * that no program reads to its end.
     *
     * @param file a sound PDF
     */
    public static List<List<String>> of(byte[] file) {
        try (PDDocument document = Loader.loadPDF(file)) {
            List<List<String>> pages = new ArrayList<>();
            ReadingBudget budget = new ReadingBudget();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                pages.add(page(document, page, budget));
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the text of a PDF", e);
        }
    }

    /** Nothing for a page that would keep its reader busy for ever. */
    private static List<String> page(PDDocument document, int page, ReadingBudget budget) throws IOException {
        PDFTextStripper stripper = new BoundedStripper(budget);
        stripper.setSortByPosition(true);
        stripper.setParagraphStart(BETWEEN);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        try {
            return paragraphs(stripper.getText(document));
        } catch (ReadingBudget.Spent spent) {
            return List.of();
        }
    }

    private static List<String> paragraphs(String text) {
        return Stream.of(text.split(BETWEEN, -1))
                .map(paragraph -> paragraph.replaceAll("[\\p{Cntrl}\\s]+", " ").strip())
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }
}
