package quire.portfolio;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.convert.Refusal;
import quire.core.Digest;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.scan.Scanner;
import quire.store.Blob;
import quire.store.Blobs;

/** The files that people hand in with a document, each kept once under its content. Shared between threads. */
public final class Attachments {

    /** The most bytes that one file may have. */
    public static final int MAX_BYTES = 25_000_000;

    private final Blobs blobs;
    private final Scanner scanner;

    /** Files in which nobody looks for viruses. */
    public Attachments(Blobs blobs) {
        this(blobs, Scanner.NONE);
    }

    /** @param scanner asked about every file before it is kept */
    public Attachments(Blobs blobs, Scanner scanner) {
        this.blobs = blobs;
        this.scanner = scanner;
    }

    /**
     * A file that is kept.
     *
     * @param digest of its content
     * @param size in bytes
     */
    public record Attachment(Digest digest, long size) {}

    /**
     * Keeps a file. What it is, is judged by its content and never by its name.
     *
     * @param name as the person calls it, for messages
     * @throws Problem if it is empty, too large, or no PDF, Word, JPEG or PNG file, or {@link #scan} refuses it; nothing is
     *     kept then
     */
    public Attachment keep(String name, byte[] content) {
        if (content.length == 0) {
            throw refused("The selected file is empty");
        } else if (content.length > MAX_BYTES) {
            throw refused("The selected file must be smaller than " + MAX_BYTES / 1_000_000 + "MB");
        }
        scan(content);
        if (!isOfAKnownKind(name, content)) {
            throw refused("The selected file must be a PDF, DOCX, JPG or PNG");
        }
        Blob blob = blobs.take(new ByteArrayInputStream(content), MAX_BYTES);
        return new Attachment(blob.digest(), blob.size());
    }

    /**
     * Has a file looked through that is kept in an answer itself.
     *
     * @throws Problem if a virus was found in it, or the scanner does not answer: an answer cannot wait for one
     */
    public void scan(byte[] content) {
        if (!Received.scan(content, scanner)) {
            throw Refusal.UNSCANNED.asProblem();
        }
    }

    /**
     * The content of a file that a document names; empty where the document names no such file.
     *
     * @param answers the document's answers
     */
    public Optional<byte[]> read(Map<String, @Nullable Object> answers, Digest digest) {
        return isNamed(answers, digest) && blobs.has(digest) ? Optional.of(blobs.read(digest)) : Optional.empty();
    }

    private static boolean isNamed(@Nullable Object data, Digest digest) {
        if (data instanceof Map<?, ?> map) {
            return digest.hex().equals(map.get("sha256"))
                    || map.values().stream().anyMatch(value -> isNamed(value, digest));
        }
        return data instanceof Iterable<?> list && anyNamed(list, digest);
    }

    private static boolean anyNamed(Iterable<?> list, Digest digest) {
        for (Object entry : list) {
            if (isNamed(entry, digest)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfAKnownKind(String name, byte[] content) {
        boolean word = name.toLowerCase(Locale.ROOT).endsWith(".docx");
        return startsWith(content, "%PDF-")
                || startsWith(content, "\u00FF\u00D8\u00FF")
                || startsWith(content, "\u0089PNG\r\n")
                || (word && startsWith(content, "PK\u0003\u0004"));
    }

    private static boolean startsWith(byte[] content, String beginning) {
        byte[] wanted = beginning.getBytes(StandardCharsets.ISO_8859_1);
        return content.length >= wanted.length && Arrays.equals(content, 0, wanted.length, wanted, 0, wanted.length);
    }

    private static Problem refused(String message) {
        return Problem.badInput(Finding.error("upload", message, Place.UNKNOWN));
    }
}
