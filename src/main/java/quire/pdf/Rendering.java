package quire.pdf;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;

/** One run of the renderer: from a mended page to the bytes of a tagged, archival PDF. */
final class Rendering {

    private static final byte[] PROFILE = SrgbProfile.make();

    static {
        // What a person should know is found before the renderer runs; its own log tells of nothing else.
        XRLog.setLoggingEnabled(false);
    }

    private Rendering() {}

    /** The file and how many pages it has. */
    @SuppressWarnings("ArrayRecordComponent")
    record Rendered(byte[] bytes, int pages) {}

    static Rendered render(Document page, Paper paper, ClosedDoors doors) {
        PaperFonts fonts = new PaperFonts();
        try (PDDocument document = new PDDocument();
                PdfBoxRenderer renderer = renderer(page, document, doors)) {
            fonts.offerTo(renderer.getFontResolver());
            renderer.createPDFWithoutClosing();
            fonts.embed();
            paper.into(document);
            byte[] bytes = PdfWriter.write(document.getDocumentCatalog().getCOSObject(), paper.information());
            return new Rendered(bytes, document.getNumberOfPages());
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing here reads or writes a file", e);
        }
    }

    private static PdfBoxRenderer renderer(Document page, PDDocument document, ClosedDoors doors) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.useColorProfile(PROFILE);
        builder.usePDDocument(document);
        // Leaves the streams as they are: the writer of the file compresses them.
        builder.testMode(true);
        PaperFonts.settle(builder);
        doors.close(builder);
        builder.withW3cDocument(page, "");
        return builder.buildPdfRenderer();
    }
}
