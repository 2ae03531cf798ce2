package quire.pdf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * A PDF file that is about to be bound: opened, its pages known, whatever state it is in. Reading goes on as long as it is
 * open. Belongs to one thread.
 */
final class SourceFile implements AutoCloseable {

    private final PDDocument document;
    private final COSDictionary catalog;
    private final List<COSDictionary> pages;

    private SourceFile(PDDocument document) {
        this.document = document;
        this.catalog = document.getDocumentCatalog().getCOSObject();
        this.pages = PageTree.pages(catalog);
    }

    /**
     * Opens a file.
     *
     * @param content the file; must not change until this is closed
     * @throws Unbindable if it cannot be read, asks for a password, or has no page
     */
    static SourceFile open(byte[] content) {
        return open(() -> Loader.loadPDF(content));
    }

    /** As {@link #open(byte[])}, for a file on disk, of which only as much is in memory as is looked at. */
    static SourceFile open(Path file) {
        return open(() -> Loader.loadPDF(file.toFile()));
    }

    private interface Opening {
        PDDocument open() throws IOException;
    }

    private static SourceFile open(Opening opening) {
        PDDocument document;
        try {
            document = opening.open();
        } catch (org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException e) {
            throw new Unbindable("It asks for a password.", e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new Unbindable("It cannot be read: it is damaged, or not a PDF file.", e);
        }
        try {
            return new SourceFile(document).orRefuse();
        } catch (RuntimeException | StackOverflowError e) {
            closeQuietly(document);
            throw e instanceof Unbindable known ? known : new Unbindable("Its pages cannot be found.", e);
        }
    }

    private SourceFile orRefuse() {
        if (pages.isEmpty()) {
            throw new Unbindable("It has no pages.", null);
        }
        return this;
    }

    PDDocument document() {
        return document;
    }

    COSDictionary catalog() {
        return catalog;
    }

    /** Its pages in order; each has all that it inherits, and no parent. */
    List<COSDictionary> pages() {
        return pages;
    }

    /** An entry of the catalog, where it is a dictionary. */
    @Nullable
    COSDictionary part(String name) {
        return catalog.getDictionaryObject(COSName.getPDFName(name)) instanceof COSDictionary part ? part : null;
    }

    /** What may stand as one or as a list of several: always as a list. */
    static COSArray list(@Nullable COSBase value) {
        COSBase resolved = ObjectText.resolved(value);
        if (resolved instanceof COSArray array) {
            return array;
        }
        COSArray list = new COSArray();
        if (value != null && resolved != null) {
            list.add(value);
        }
        return list;
    }

    @Override
    public void close() {
        closeQuietly(document);
    }

    private static void closeQuietly(PDDocument document) {
        try {
            document.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("A file in memory could not be closed", e);
        }
    }
}
