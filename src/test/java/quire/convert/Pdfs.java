package quire.convert;

import static quire.convert.Verdicts.bytes;
import static quire.convert.Verdicts.join;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** PDF files for tests: written by hand, so that a test shows what it is about, or by a library, as people's files are. */
final class Pdfs {

    private Pdfs() {}

    /** A file of these objects, in order and numbered from 1; the first is the root. */
    static byte[] of(String... objects) {
        return withTrailer("<</Root 1 0 R>>", objects);
    }

    static byte[] withTrailer(String trailer, String... objects) {
        StringBuilder file = new StringBuilder("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
        for (int i = 0; i < objects.length; i++) {
            file.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        return bytes(file + "xref\n0 1\n0000000000 65535 f \ntrailer\n" + trailer + "\nstartxref\n9\n%%EOF\n");
    }

    /** A file of one page. */
    static byte[] page() {
        return of(
                "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R>>");
    }

    /** A file of that many pages in one flat list. */
    static byte[] pages(int count) {
        StringBuilder kids = new StringBuilder();
        String[] objects = new String[count + 2];
        for (int i = 0; i < count; i++) {
            kids.append(i + 3).append(" 0 R ");
            objects[i + 2] = "<</Type/Page/Parent 2 0 R>>";
        }
        objects[0] = "<</Type/Catalog/Pages 2 0 R>>";
        objects[1] = "<</Type/Pages/Kids[" + kids + "]>>";
        return of(objects);
    }

    /** A stream, its content as it is. */
    static String stream(String dictionary, byte[] content) {
        return "<<" + dictionary + "/Length " + content.length + ">>stream\n" + Bytes.text(content, 0, content.length)
                + "\nendstream";
    }

    static byte[] deflated(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** A file as newer programs write it: its objects packed into streams. */
    static byte[] packed(int pages) {
        return written(pages, null);
    }

    /** A file that needs a password to be opened, or only to be changed. */
    static byte[] locked(String toChange, String toOpen, int bits) {
        StandardProtectionPolicy policy = new StandardProtectionPolicy(toChange, toOpen, new AccessPermission());
        policy.setEncryptionKeyLength(bits);
        return written(2, policy);
    }

    private static byte[] written(int pages, @org.jspecify.annotations.Nullable StandardProtectionPolicy policy) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage());
            }
            if (policy != null) {
                document.protect(policy);
            }
            document.save(
                    bytes, policy == null ? CompressParameters.DEFAULT_COMPRESSION : CompressParameters.NO_COMPRESSION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A stream that says it holds this many objects, and unpacks to this. */
    static String objectStream(int count, String head, String body) {
        byte[] packed = deflated(bytes(head + body));
        return stream("/Type/ObjStm/Filter/FlateDecode/N " + count + "/First " + head.length(), packed);
    }

    /** The file with more bytes behind its end. */
    static byte[] followedBy(byte[] file, byte[] tail) {
        return join(file, tail);
    }
}
