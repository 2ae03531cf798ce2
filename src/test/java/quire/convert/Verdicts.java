package quire.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import quire.core.Problem;

/** What became of a file, in the fewest words that a test needs. */
final class Verdicts {

    private static final Uploads UPLOADS = new Uploads();

    private Verdicts() {}

    static Judged judged(byte[] file) {
        return UPLOADS.judge("file", file);
    }

    /** Why a file was refused; its sentence and the advice beside it are checked to be there. */
    static Refusal refusal(byte[] file) {
        return refusal("file", file);
    }

    static Refusal refusal(String name, byte[] file) {
        Problem problem = problem(name, file);
        Refusal refusal = Refusal.of(problem).orElseThrow(() -> new AssertionError("Another problem", problem));
        assertThat(problem).hasMessage(refusal.sentence());
        return refusal;
    }

    /** What a refused person is told to do. */
    static String advice(byte[] file) {
        return problem("file", file).findings().get(1).message();
    }

    static Problem problem(String name, byte[] file) {
        try {
            Judged judged = UPLOADS.judge(name, file);
            throw new AssertionError("Taken as " + judged.kind());
        } catch (Problem refused) {
            return refused;
        }
    }

    /** The evidence of the samples. */
    static List<Path> evidence() {
        try (Stream<Path> files = Files.list(Path.of("samples/evidence"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] sample(String name) {
        try {
            return Files.readAllBytes(Path.of("samples/evidence", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] join(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] joined = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }

    /** Each character as one byte. */
    static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    static boolean contains(byte[] file, String text) {
        return Bytes.find(file, text, 0, file.length) >= 0;
    }
}
