package quire.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Asks pdfsig, of the makers of many a reader of PDF files, about the signatures of a PDF. */
public final class PdfSig {

    private PdfSig() {}

    /** What it says, whatever that is; who signed is not looked up anywhere. */
    public static String says(byte[] pdf) {
        try {
            Path file = Files.createTempFile("judged", ".pdf");
            try {
                Files.write(file, pdf);
                return Tools.run("pdfsig", "-nocert", file.toString()).output();
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new AssertionError("Could not hand the PDF to pdfsig", e);
        }
    }
}
