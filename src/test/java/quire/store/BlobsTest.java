package quire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.core.Digest;
import quire.core.Problem;

class BlobsTest {

    @TempDir
    Path folder;

    private Blobs blobs;

    @BeforeEach
    void open() {
        blobs = Blobs.in(folder);
    }

    @Test
    void givesBackWhatItTookUnderItsDigest() {
        byte[] content = random(300_000);
        Blob blob = take(content, 300_000);
        assertThat(blob).isEqualTo(new Blob(Digest.of(content), 300_000));
        assertThat(blobs.has(blob.digest())).isTrue();
        assertThat(blobs.read(blob.digest())).isEqualTo(content);
    }

    @Test
    void keepsTheSameContentOnce() throws Exception {
        take(random(1000), 1000);
        take(random(1000), 1000);
        assertThat(kept()).hasSize(1);
    }

    @Test
    void refusesOneByteTooManyAndKeepsNothing() throws Exception {
        Problem problem = catchThrowableOfType(Problem.class, () -> take(random(1025), 1024));
        assertThat(problem.kind()).isEqualTo(Problem.Kind.TOO_LARGE);
        assertThat(problem).hasMessage("The file must be no larger than 1024 bytes.");
        assertThat(kept()).isEmpty();
    }

    @Test
    void stopsReadingAtTheLimit() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        assertThatThrownBy(() -> blobs.take(endless, 5 * 1024 * 1024))
                .hasMessage("The file must be no larger than 5 MB.");
    }

    @Test
    void keepsNothingWhenTheSenderStops() throws Exception {
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(random(100_000)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return read();
            }
        });
        assertThatThrownBy(() -> blobs.take(broken, 1_000_000)).isInstanceOf(Problem.class);
        assertThat(kept()).isEmpty();
    }

    @Test
    void noticesAFileThatWasChangedOnTheDisk() throws Exception {
        Digest digest =
                take("the original".getBytes(StandardCharsets.UTF_8), 100).digest();
        Files.writeString(kept().get(0), "the 0riginal");
        assertThatThrownBy(() -> blobs.read(digest))
                .isInstanceOf(UncheckedIOException.class)
                .rootCause()
                .hasMessageContaining("was changed on the disk");
    }

    @Test
    void saysWhenThereIsNoSuchFile() {
        Problem problem = catchThrowableOfType(Problem.class, () -> blobs.open(Digest.of("none")));
        assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND);
    }

    @Test
    void forgetsAtTheNextStartWhatAKilledProcessLeftHalfDone() throws Exception {
        Path half = Files.writeString(folder.resolve("incoming/take1.part"), "half");
        Blobs.in(folder);
        assertThat(half).doesNotExist();
    }

    private Blob take(byte[] content, long limit) {
        return blobs.take(new ByteArrayInputStream(content), limit);
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(4).nextBytes(bytes);
        return bytes;
    }
}
