package quire.convert;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationHighlight;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationSquare;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** Pages as people hand them in, with things that lie on them, written by a library. */
enum MarkedPages {
    FILLED_FORM(0),
    FILLED_FORM_ON_ITS_SIDE(90),
    HIGHLIGHT(0),
    NOTE(0),
    SQUARE(270),
    MANY(0);

    private static final float[] YELLOW = {1, 1, 0};

    private final int rotation;

    MarkedPages(int rotation) {
        this.rotation = rotation;
    }

    byte[] file() {
        return written(this, rotation, false);
    }

    /** A filled in box that is not to be shown. */
    static byte[] hidden() {
        return written(FILLED_FORM, 0, true);
    }

    private static byte[] written(MarkedPages kind, int rotation, boolean isHidden) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            page.setRotation(rotation);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.addRect(50, 50, 200, 20);
                content.fill();
            }
            switch (kind) {
                case FILLED_FORM, FILLED_FORM_ON_ITS_SIDE -> fillIn(document, page, isHidden);
                case HIGHLIGHT -> mark(document, page, highlight());
                case NOTE -> mark(document, page, note());
                case SQUARE -> mark(document, page, square());
                case MANY -> {
                    fillIn(document, page, isHidden);
                    List.of(highlight(), note(), square()).forEach(one -> mark(document, page, one));
                }
            }
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void fillIn(PDDocument document, PDPage page, boolean isHidden) throws IOException {
        PDAcroForm form = new PDAcroForm(document);
        document.getDocumentCatalog().setAcroForm(form);
        PDResources resources = new PDResources();
        resources.put(COSName.HELV, new PDType1Font(Standard14Fonts.FontName.HELVETICA));
        form.setDefaultResources(resources);
        form.setDefaultAppearance("/Helv 12 Tf 0 g");
        PDTextField field = new PDTextField(form);
        field.setPartialName("name");
        form.getFields().add(field);
        PDAnnotationWidget widget = field.getWidgets().get(0);
        widget.setRectangle(new PDRectangle(50, 600, 200, 30));
        widget.setPage(page);
        widget.setPrinted(true);
        widget.setHidden(isHidden);
        page.getAnnotations().add(widget);
        field.setValue("Alex was here");
    }

    private static void mark(PDDocument document, PDPage page, PDAnnotation annotation) {
        try {
            annotation.setPage(page);
            annotation.constructAppearances(document);
            page.getAnnotations().add(annotation);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDAnnotation highlight() {
        PDAnnotationHighlight highlight = new PDAnnotationHighlight();
        highlight.setRectangle(new PDRectangle(40, 40, 120, 40));
        highlight.setQuadPoints(new float[] {40, 80, 160, 80, 40, 40, 160, 40});
        highlight.setColor(new PDColor(YELLOW, PDDeviceRGB.INSTANCE));
        return highlight;
    }

    private static PDAnnotation note() {
        PDAnnotationText note = new PDAnnotationText();
        note.setRectangle(new PDRectangle(300, 300, 20, 20));
        note.setContents("Beside the page");
        note.setColor(new PDColor(YELLOW, PDDeviceRGB.INSTANCE));
        return note;
    }

    private static PDAnnotation square() {
        PDAnnotationSquare square = new PDAnnotationSquare();
        square.setRectangle(new PDRectangle(200, 400, 150, 80));
        square.setColor(new PDColor(YELLOW, PDDeviceRGB.INSTANCE));
        return square;
    }
}
