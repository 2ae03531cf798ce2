package quire.preflight;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.util.Matrix;

/** Draws a bundle of a cover, a list of contents and two documents that keeps every rule but those that it is told to break. */
final class SmallBundle {

    /** What may be wrong with it. */
    enum Fault {
        WRAPPED,
        UNNUMBERED,
        WRONG_TOTAL,
        LABELLED,
        NO_CONTENTS,
        WRONG_LINK,
        NO_LINK,
        NO_BOOKMARKS,
        ONE_BOOKMARK_LESS,
        BARE_BOOKMARK,
        LONG_BOOKMARK,
        DEAD_BOOKMARK,
        DRAWN,
        SCANNED,
        SIDEWAYS,
        TURNED_AND_UPRIGHT,
        NO_OPENING,
        FITTED,
        HALF_SIZE,
        FINE_PICTURE,
        LETTER_PAPER,
        FOREIGN_FONT
    }

    static final int PAGES = 4;

    private static final String TEXT = "The social worker met the family and wrote down what was agreed.";
    private static final float WIDTH = PDRectangle.A4.getWidth();
    private static final float HEIGHT = PDRectangle.A4.getHeight();

    private final PDDocument document = new PDDocument();
    private final Set<Fault> faults;
    private final PDFont font;

    private SmallBundle(Set<Fault> faults) throws IOException {
        this.faults = faults;
        this.font = faults.contains(Fault.FOREIGN_FONT) ? new PDType1Font(FontName.HELVETICA) : embedded();
    }

    static Path written(Path file, Fault... faults) throws IOException {
        SmallBundle bundle = new SmallBundle(Set.of(faults));
        try (PDDocument document = bundle.document) {
            bundle.draw();
            document.save(file.toFile());
        }
        return file;
    }

    private boolean is(Fault fault) {
        return faults.contains(fault);
    }

    private PDFont embedded() throws IOException {
        try (Stream<Path> fonts = Files.walk(Path.of("src/main/resources/quire/pdf/fonts"))) {
            Path first = fonts.filter(file -> file.toString().endsWith(".ttf"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
            try (InputStream content = Files.newInputStream(first)) {
                return PDType0Font.load(document, content);
            }
        }
    }

    private void draw() throws IOException {
        for (int page = 1; page <= PAGES; page++) {
            boolean letter = page == 4 && is(Fault.LETTER_PAPER);
            document.addPage(new PDPage(letter ? PDRectangle.LETTER : PDRectangle.A4));
        }
        for (int page = 1; page <= PAGES; page++) {
            drawPage(page);
        }
        wrap();
        outline();
    }

    private void drawPage(int number) throws IOException {
        PDPage page = document.getPage(number - 1);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            if (number == 3 && is(Fault.TURNED_AND_UPRIGHT)) {
                // Lies in the scanner on its side; the reader's program turns it back.
                page.setRotation(90);
                content.transform(new Matrix(0, 1, -1, 0, WIDTH, 0));
            } else if (number == 3 && is(Fault.SIDEWAYS)) {
                page.setRotation(270);
            }
            boolean across = number == 3 && is(Fault.TURNED_AND_UPRIGHT);
            float high = across ? WIDTH : HEIGHT;
            if (number == 2 && !is(Fault.NO_CONTENTS)) {
                contents(content, page);
            } else if (number == 4 && is(Fault.DRAWN)) {
                content.addRect(100, 100, 300, 300);
                content.fill();
            } else if (number == 4 && is(Fault.SCANNED)) {
                content.drawImage(LosslessFactory.createFromImage(document, picture(1_000)), 0, 0, WIDTH, HEIGHT - 40);
            } else {
                write(content, TEXT, 60, high - 200);
            }
            if (number == 3 && is(Fault.FINE_PICTURE)) {
                content.drawImage(LosslessFactory.createFromImage(document, picture(600)), 100, 200, 72, 72);
            }
            if (number != 3 || !is(Fault.UNNUMBERED)) {
                write(content, "Page " + number + " of " + (is(Fault.WRONG_TOTAL) ? 9 : PAGES), 400, high - 30);
            }
        }
    }

    private void write(PDPageContentStream content, String text, float x, float y) throws IOException {
        content.beginText();
        content.setFont(font, 10);
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
    }

    private void contents(PDPageContentStream content, PDPage page) throws IOException {
        write(content, "Contents", 60, 700);
        List<PDAnnotationLink> links = new ArrayList<>();
        for (int number = 3; number <= PAGES; number++) {
            float y = 700 - 30 * number;
            write(content, "Document " + number, 60, y);
            write(content, String.valueOf(number), 500, y);
            if (number == 4 && is(Fault.NO_LINK)) {
                continue;
            }
            PDAnnotationLink link = new PDAnnotationLink();
            link.setRectangle(new PDRectangle(60, y - 2, 200, 12));
            link.setDestination(to(number == 4 && is(Fault.WRONG_LINK) ? 3 : number));
            links.add(link);
        }
        page.setAnnotations(List.copyOf(links));
    }

    private PDPageXYZDestination to(int number) {
        PDPageXYZDestination place = new PDPageXYZDestination();
        place.setPage(document.getPage(number - 1));
        return place;
    }

    private void wrap() throws IOException {
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        if (is(Fault.WRAPPED)) {
            catalog.setItem(COSName.getPDFName("Collection"), new COSDictionary());
        }
        if (is(Fault.LABELLED)) {
            PDPageLabelRange roman = new PDPageLabelRange();
            roman.setStyle(PDPageLabelRange.STYLE_ROMAN_LOWER);
            PDPageLabels labels = new PDPageLabels(document);
            labels.setLabelItem(0, roman);
            document.getDocumentCatalog().setPageLabels(labels);
        }
        if (is(Fault.FITTED)) {
            PDPageFitDestination fit = new PDPageFitDestination();
            fit.setPage(document.getPage(0));
            document.getDocumentCatalog().setOpenAction(fit);
        } else if (!is(Fault.NO_OPENING)) {
            PDPageXYZDestination place = to(1);
            place.setZoom(is(Fault.HALF_SIZE) ? 0.5f : 1);
            document.getDocumentCatalog().setOpenAction(place);
        }
    }

    private void outline() {
        if (is(Fault.NO_BOOKMARKS)) {
            return;
        }
        PDDocumentOutline outline = new PDDocumentOutline();
        for (int number = 1; number <= PAGES; number++) {
            if (number == 4 && is(Fault.ONE_BOOKMARK_LESS)) {
                continue;
            }
            PDOutlineItem item = new PDOutlineItem();
            String title = number == 3 && is(Fault.LONG_BOOKMARK) ? "Document ".repeat(20) : "Document " + number;
            item.setTitle(number == 3 && is(Fault.BARE_BOOKMARK) ? "Letter" : title + ", page " + number);
            item.setDestination(to(number));
            outline.addLast(item);
        }
        if (is(Fault.DEAD_BOOKMARK)) {
            PDOutlineItem dead = new PDOutlineItem();
            dead.setTitle("Nowhere");
            outline.addLast(dead);
        }
        document.getDocumentCatalog().setDocumentOutline(outline);
        document.getDocumentCatalog().setPageMode(PageMode.USE_OUTLINES);
    }

    private static BufferedImage picture(int side) {
        return new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
    }
}
