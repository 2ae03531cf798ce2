package quire.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import quire.core.Json;
import quire.core.Problem;

/**
 * Finds the manifest in the bytes of a file. The file may be damaged or hostile, so it is not read as a PDF: the manifest is the
 * last attached file of it that is one, as the binder writes it behind all items.
 */
final class AttachedManifest {

    private static final byte[] FILE = "/EmbeddedFile".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);

    /** How far the words of a stream may stand from its bytes. */
    private static final int NEAR = 600;

    private static final int LARGEST = 20_000_000;
    private static final int MOST_TRIED = 20;

    private AttachedManifest() {}

    /**
     * As plain JSON data; empty if there is none that can be read.
     *
     * @param length how much of the file is looked at, from its beginning
     */
    static Optional<Map<String, @Nullable Object>> in(byte[] file, int length) {
        int tried = 0;
        for (int at = length - FILE.length; at >= 0 && tried < MOST_TRIED; at--) {
            if (isAt(file, at, FILE)) {
                tried++;
                Optional<Map<String, @Nullable Object>> found = read(file, at, length);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Map<String, @Nullable Object>> read(byte[] file, int from, int length) {
        int end = Math.min(length - STREAM.length, from + NEAR);
        for (int at = from; at < end; at++) {
            if (isAt(file, at, STREAM)) {
                return manifest(file, content(file, at + STREAM.length, length), length, from);
            }
        }
        return Optional.empty();
    }

    /** Behind the word and the end of its line. */
    private static int content(byte[] file, int from, int length) {
        int at = from;
        while (at < length && (file[at] == '\r' || file[at] == '\n')) {
            at++;
        }
        return at;
    }

    private static Optional<Map<String, @Nullable Object>> manifest(byte[] file, int from, int length, int place) {
        try (InflaterInputStream content =
                new InflaterInputStream(new ByteArrayInputStream(file, from, length - from))) {
            byte[] bytes = content.readNBytes(LARGEST);
            Map<String, @Nullable Object> json =
                    Json.readObject(new String(bytes, StandardCharsets.UTF_8), Manifest.NAME);
            return Optional.of(json).filter(Manifest::isOne).filter(one -> isBeside(one, place));
        } catch (IOException | Problem notOne) {
            return Optional.empty();
        }
    }

    /** Whoever hands a file in as evidence could write a manifest into it; ours stands in no item. */
    private static boolean isBeside(Map<String, @Nullable Object> manifest, int place) {
        return Manifest.spans(manifest).values().stream()
                .noneMatch(span -> span.start() <= place && place < span.end());
    }

    private static boolean isAt(byte[] file, int from, byte[] wanted) {
        return java.util.Arrays.equals(file, from, from + wanted.length, wanted, 0, wanted.length);
    }
}
