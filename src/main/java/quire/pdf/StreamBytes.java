package quire.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;

/** The bytes inside streams. */
final class StreamBytes {

    private StreamBytes() {}

    /** A new stream with this content, not compressed yet. */
    static COSStream stream(byte[] content) {
        COSStream stream = new COSStream();
        replace(stream, content);
        return stream;
    }

    /** Gives a stream other bytes, not compressed yet. */
    static void replace(COSStream stream, byte[] content) {
        try (OutputStream out = stream.createRawOutputStream()) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new stream with this text in Latin-1. */
    static COSStream stream(String content) {
        return stream(content.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The bytes as they lie in the file, compressed or not. */
    static byte[] raw(COSStream stream) {
        try (InputStream input = stream.createRawInputStream()) {
            return input.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The digest of what a stream says of itself and of its bytes.
     *
     * @param dictionary what it says of itself
     */
    static Digest digest(byte[] dictionary, COSStream stream) {
        byte[] content = raw(stream);
        ByteArrayOutputStream both = new ByteArrayOutputStream(dictionary.length + content.length);
        both.writeBytes(dictionary);
        both.writeBytes(content);
        return Digest.of(both.toByteArray());
    }

    /** Whether a value holds no reference and is nested no deeper than this. */
    static boolean isPlain(@Nullable COSBase value, int depth) {
        if (value instanceof COSObject || value instanceof COSStream) {
            return false;
        } else if (value instanceof COSArray array) {
            return depth > 0 && array.size() < 300 && plainItems(array, depth);
        } else if (value instanceof COSDictionary dictionary) {
            return depth > 0 && dictionary.getValues().stream().allMatch(one -> isPlain(one, depth - 1));
        }
        return true;
    }

    private static boolean plainItems(COSArray array, int depth) {
        for (COSBase item : array) {
            if (!isPlain(item, depth - 1)) {
                return false;
            }
        }
        return true;
    }
}
