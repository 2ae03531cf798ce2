package quire.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Asks qpdf whether the objects, streams and cross-references of a PDF are in order. */
public final class Qpdf {

    private Qpdf() {}

    /**
     * Fails unless {@code qpdf --check} finds neither error nor warning.
     *
     * @throws AssertionError with what qpdf said
     */
    public static void assertSound(byte[] pdf) {
        try {
            Path file = Files.createTempFile("judged", ".pdf");
            try {
                Files.write(file, pdf);
                Tools.Ran ran = Tools.run("qpdf", "--check", file.toString());
                if (ran.exitCode() != 0) {
                    throw new AssertionError("qpdf does not accept this PDF:\n" + ran.output());
                }
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new AssertionError("Could not hand the PDF to qpdf", e);
        }
    }
}
