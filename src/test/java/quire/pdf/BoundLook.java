package quire.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a reader finds in a bound volume, asked of a library and not of the code that bound it. */
final class BoundLook implements AutoCloseable {

    private static final Pattern STAMP = Pattern.compile("Page (\\d+) of (\\d+)");

    private final PDDocument document;

    BoundLook(byte[] file) {
        try {
            document = Loader.loadPDF(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int pages() {
        return document.getNumberOfPages();
    }

    /** The number that is printed on a page, and up to which pages count: the last such words on it. */
    String stamp(int page) {
        Matcher stamps = STAMP.matcher(text(page));
        String last = "";
        while (stamps.find()) {
            last = stamps.group();
        }
        return last;
    }

    String text(int page) {
        try {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> labels() {
        try {
            return List.of(document.getDocumentCatalog().getPageLabels().getLabelsByPageIndices());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each bookmark at the top with the number of the page that it leads to, counted from 1. */
    Map<String, Integer> bookmarks() {
        Map<String, Integer> found = new LinkedHashMap<>();
        for (PDOutlineItem item :
                document.getDocumentCatalog().getDocumentOutline().children()) {
            found.put(item.getTitle(), page(item));
            for (PDOutlineItem below : item.children()) {
                found.put(item.getTitle() + " / " + below.getTitle(), page(below));
            }
        }
        return found;
    }

    /** The pages that the links of a page lead to, counted from 1; 0 for one that leads nowhere inside. */
    List<Integer> links(int page) {
        List<Integer> targets = new ArrayList<>();
        try {
            for (PDAnnotation annotation : document.getPage(page - 1).getAnnotations()) {
                if (annotation instanceof PDAnnotationLink link) {
                    PDDestination destination = link.getDestination();
                    if (destination == null && link.getAction() instanceof PDActionGoTo action) {
                        destination = action.getDestination();
                    }
                    targets.add(number(destination));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return targets;
    }

    PDPage page(int page) {
        return document.getPage(page - 1);
    }

    PDDocument document() {
        return document;
    }

    private int page(PDOutlineItem item) {
        try {
            PDPage page = item.findDestinationPage(document);
            return page == null ? 0 : document.getPages().indexOf(page) + 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(PDDestination destination) {
        return destination instanceof PDPageDestination page ? page.retrievePageNumber() + 1 : 0;
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
