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
     * What stands on each page, paragraph by paragraph, as far as it can be copied out of it: nothing for a page that is a picture.
     *
     * @param file a sound PDF
     */
    public static List<List<String>> of(byte[] file) {
        try (PDDocument document = Loader.loadPDF(file)) {
            List<List<String>> pages = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                stripper.setParagraphStart(BETWEEN);
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(paragraphs(stripper.getText(document)));
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the text of a PDF", e);
        }
    }

    private static List<String> paragraphs(String text) {
        return Stream.of(text.split(BETWEEN, -1))
                .map(paragraph -> paragraph.replaceAll("[\\p{Cntrl}\\s]+", " ").strip())
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }
}
