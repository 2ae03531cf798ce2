package quire.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import quire.core.Digest;

/** The bytes of a PDF file on their way out: counts them, and takes digests of all and of stretches. Belongs to one thread. */
final class PdfOutput {

    private final OutputStream target;
    private final MessageDigest whole = sha256();
    private final MessageDigest stretch = sha256();
    private long place;

    PdfOutput(OutputStream target) {
        this.target = target;
    }

    /** Thrown where the file cannot be written, which is no fault of what is written. */
    static final class Failed extends UncheckedIOException {
        private static final long serialVersionUID = 1;

        Failed(IOException cause) {
            super(cause);
        }
    }

    /** How many bytes were written so far. */
    long place() {
        return place;
    }

    PdfOutput text(String text) {
        write(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    PdfOutput decimal(long number) {
        return text(Long.toString(number));
    }

    void write(byte[] bytes) {
        write(bytes, bytes.length);
    }

    /** The first bytes of an array. */
    void write(byte[] bytes, int length) {
        try {
            target.write(bytes, 0, length);
        } catch (IOException e) {
            throw new Failed(e);
        }
        whole.update(bytes, 0, length);
        stretch.update(bytes, 0, length);
        place += length;
    }

    /** The digest of all bytes so far. */
    Digest digest() {
        try {
            return digest(((MessageDigest) whole.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The SHA-256 of every Java platform can be copied", e);
        }
    }

    /** The digest of what was written since this was asked last, or since the beginning. */
    Digest stretch() {
        return digest(stretch.digest());
    }

    private static Digest digest(byte[] bytes) {
        return new Digest(HexFormat.of().formatHex(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must know SHA-256", e);
        }
    }
}
