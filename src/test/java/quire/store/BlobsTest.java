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
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.core.Digest;
import quire.core.Problem;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

@OnBothDatabases
class BlobsTest {

    private TestDatabase place;
    private Database database;
    private Blobs blobs;

    @BeforeEach
    void open(TestDatabase place) {
        this.place = place;
        database = place.open();
        blobs = database.blobs();
    }

    @Test
    void givesBackWhatItTookUnderItsDigest() {
        for (int size : new int[] {0, 1, 300_000, 512 * 1024, 512 * 1024 + 1, 1_500_000}) {
            byte[] content = random(size);
            Blob blob = take(content, size);
            assertThat(blob).isEqualTo(new Blob(Digest.of(content), size));
            assertThat(blobs.has(blob.digest())).isTrue();
            assertThat(blobs.read(blob.digest())).isEqualTo(content);
        }
    }

    @Test
    void keepsThemOverARestart() {
        Digest digest = take(random(1000), 1000).digest();
        database.close();
        assertThat(place.open().blobs().read(digest)).isEqualTo(random(1000));
    }

    @Test
    void takesAwayWhatSomebodyWorkedOn() throws Exception {
        Path left;
        try (Scratch scratch = blobs.scratch()) {
            left = scratch.path();
            boolean there = scratch.fill(path -> Files.exists(path));
            assertThat(there).isTrue();
        }
        assertThat(left).doesNotExist();
        Path killed = blobs.scratch().path();
        Files.setLastModifiedTime(killed, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        database.close();
        assertThat(place.open().blobs().has(Digest.of(new byte[0]))).isFalse();
        assertThat(killed).doesNotExist();
    }

    @Test
    void saysThatTheDiskIsFull() {
        try (Scratch scratch = blobs.scratch()) {
            IOException full = new IOException("No space left on device");
            assertThatThrownBy(() -> scratch.fill(path -> {
                        throw new UncheckedIOException(full);
                    }))
                    .isInstanceOf(Problem.class)
                    .hasMessageStartingWith("The disk is full");
        }
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
        spoil(digest);
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
    void manyAtOnceKeepTheSameFileOnce() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(4);
        List<Callable<Blob>> uploads = Collections.nCopies(12, () -> take(random(700_000), 700_000));
        for (Future<Blob> upload : people.invokeAll(uploads)) {
            assertThat(blobs.read(upload.get().digest())).isEqualTo(random(700_000));
        }
        people.shutdown();
        assertThat(kept()).hasSize(1);
    }

    @Test
    void r02_sweepsWhatNoRowNamesOnceItIsAnHourOld() throws Exception {
        Digest orphan = take("orphan".getBytes(StandardCharsets.UTF_8), 100).digest();
        Digest young = take("young".getBytes(StandardCharsets.UTF_8), 100).digest();
        Digest named = take("named".getBytes(StandardCharsets.UTF_8), 100).digest();
        Digest handedInAgain =
                take("again".getBytes(StandardCharsets.UTF_8), 100).digest();
        name(named);
        makeOld(orphan, named, handedInAgain);
        take("again".getBytes(StandardCharsets.UTF_8), 100);
        assertThat(database.sweep(Instant.now())).isEqualTo(1);
        assertThat(kept()).containsExactlyInAnyOrder(young, named, handedInAgain);
        assertThat(database.sweep(Instant.now())).isZero();
    }

    @Test
    void r02_findsANameInsideAnyText() throws Exception {
        Digest inside = take("inside".getBytes(StandardCharsets.UTF_8), 100).digest();
        makeOld(inside);
        database.run(tx -> tx.sql("insert into form_version values (:digest, 'f', 1, :json, :at)")
                .with("digest", "a")
                .with("json", "{\"file\":\"0123456789abcdef" + inside + "\"}")
                .with("at", Instant.EPOCH)
                .run());
        assertThat(database.sweep(Instant.now())).isZero();
        assertThat(kept()).containsExactly(inside);
    }

    private void name(Digest digest) {
        database.run(tx -> tx.sql("insert into form_version values (:digest, 'f', 1, '{}', :at)")
                .with("digest", digest)
                .with("at", Instant.EPOCH)
                .run());
    }

    private void makeOld(Digest... digests) throws IOException {
        Instant before = Instant.now().minus(Duration.ofMinutes(61));
        for (Digest digest : digests) {
            if (place.isOnServer()) {
                database.run(tx -> tx.sql("update blob set kept_at = :at where digest = :digest")
                        .with("at", before)
                        .with("digest", digest)
                        .run());
            } else {
                Files.setLastModifiedTime(file(digest), FileTime.from(before));
            }
        }
    }

    private void spoil(Digest digest) throws IOException {
        if (place.isOnServer()) {
            database.run(tx -> tx.sql("update blob_part set content = :other where digest = :digest")
                    .with("other", "the 0riginal".getBytes(StandardCharsets.UTF_8))
                    .with("digest", digest)
                    .run());
        } else {
            Files.writeString(file(digest), "the 0riginal");
        }
    }

    private Path file(Digest digest) {
        return place.folder()
                .resolve("files")
                .resolve(digest.hex().substring(0, 2))
                .resolve(digest.hex());
    }

    private Blob take(byte[] content, long limit) {
        return blobs.take(new ByteArrayInputStream(content), limit);
    }

    private List<Digest> kept() throws IOException {
        List<Digest> kept = new ArrayList<>();
        blobs.keeper().each(file -> kept.add(file.blob().digest()));
        return kept;
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(4).nextBytes(bytes);
        return bytes;
    }
}
