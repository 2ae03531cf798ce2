package quire.pdf;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;
import quire.core.Problem;

/** One run of the renderer: from a mended page to the bytes of a tagged, archival PDF. */
final class Rendering {

    private static final byte[] PROFILE = SrgbProfile.make();

    /** Twice the longest portfolio that anybody binds. */
    static final int MOST_PAGES = 5_000;

    static {
        // What a person should know is found before the renderer runs; its own log tells of nothing else.
        XRLog.setLoggingEnabled(false);
    }

    private Rendering() {}

    /** The file and how many pages it has. */
    @SuppressWarnings("ArrayRecordComponent")
    record Rendered(byte[] bytes, int pages) {}

    static Rendered render(Document page, Paper paper, ClosedDoors doors, boolean rightToLeft) {
        try (PDDocument document = new PDDocument();
                PdfBoxRenderer renderer = renderer(page, document, doors, rightToLeft)) {
            PaperFonts fonts = new PaperFonts(document);
            renderer.getSharedContext().setFontResolver(fonts);
            renderer.layout();
            refuseLong(renderer.getRootBox().getLayer().getPages().size());
            renderer.createPDFWithoutClosing();
            fonts.embed();
            StructureTree.settle(document.getDocumentCatalog().getCOSObject());
            paper.into(document);
            byte[] bytes = PdfWriter.write(document.getDocumentCatalog().getCOSObject(), paper.information());
            return new Rendered(bytes, document.getNumberOfPages());
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing here reads or writes a file", e);
        }
    }

    private static void refuseLong(int pages) {
        if (pages > MOST_PAGES) {
            throw Problem.of(
                    Problem.Kind.TOO_LARGE,
                    String.format(
                            Locale.UK,
                            "The page takes %,d sheets of paper. It must take at most %,d. Split it, or look for a"
                                    + " height that is too large.",
                            pages,
                            MOST_PAGES));
        }
    }

    private static PdfBoxRenderer renderer(Document page, PDDocument document, ClosedDoors doors, boolean rightToLeft) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.useColorProfile(PROFILE);
        builder.usePDDocument(document);
        // Leaves the streams as they are: the writer of the file compresses them.
        builder.testMode(true);
        doors.close(builder);
        // Never needed: what no font draws was replaced before. The default would be a plain "#".
        builder.useReplacementText("‹?›");
        if (rightToLeft) {
            TextDirection.install(builder);
        }
        builder.withW3cDocument(page, "");
        return builder.buildPdfRenderer();
    }
}
