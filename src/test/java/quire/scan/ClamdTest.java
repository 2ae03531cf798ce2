package quire.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quire.testkit.ClamdForTests;
import quire.testkit.Eicar;

/** A real clamd is asked, over the network and over a socket on the disk. */
class ClamdTest {

    private static final int LARGEST = 26_214_400;

    @TempDir
    static Path folder;

    private static ClamdForTests daemon;

    @BeforeAll
    static void start() {
        daemon = ClamdForTests.start(folder, LARGEST);
    }

    @AfterAll
    static void stop() {
        daemon.close();
    }

    static Stream<Clamd> lines() {
        return Stream.of(at(daemon.address()), at(daemon.socket()));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void s61_findsWhatIsThere(Clamd clamd) throws IOException {
        assertThat(clamd.answers()).isTrue();
        assertThat(clamd.scan(Eicar.file())).isEqualTo(new Scan.Found("Eicar-Test.UNOFFICIAL"));
        assertThat(clamd.scan(insideAWordFile())).isEqualTo(new Scan.Found("Eicar-Test.UNOFFICIAL"));
        assertThat(clamd.scan(atTheEndOf(new byte[1_000_000]))).isInstanceOf(Scan.Found.class);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void findsNothingInHonestFiles(Clamd clamd) throws IOException {
        assertThat(clamd.scan(new byte[0])).isEqualTo(new Scan.Clean());
        assertThat(clamd.scan(Files.readAllBytes(Path.of("samples/evidence/letter-in-large-print.pdf"))))
                .isEqualTo(new Scan.Clean());
    }

    @Test
    void takesTheLargestFileThatPeopleMaySend() {
        byte[] large = new byte[25_000_000];
        new Random(1).nextBytes(large);
        assertThat(at(daemon.address()).scan(large)).isEqualTo(new Scan.Clean());
    }

    @ParameterizedTest
    @MethodSource("lines")
    void whatTheDaemonDoesNotTakeIsNotScanned(Clamd clamd) {
        assertThat(clamd.scan(new byte[LARGEST + 70_000])).isInstanceOf(Scan.NotScanned.class);
    }

    @Test
    void manyAskAtOnce() {
        Clamd clamd = at(daemon.address());
        assertThat(IntStream.range(0, 40)
                        .mapToObj(i -> CompletableFuture.supplyAsync(
                                () -> clamd.scan(i % 2 == 0 ? Eicar.file() : new byte[i * 1_000])))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .map(Scan::getClass)
                        .toList())
                .containsExactlyElementsOf(IntStream.range(0, 40)
                        .mapToObj(i -> i % 2 == 0 ? Scan.Found.class : Scan.Clean.class)
                        .toList());
    }

    @Test
    void whereNobodyListensNothingIsScanned() throws IOException {
        try (ClamdForTests gone = ClamdForTests.start(Files.createTempDirectory("clamd"), LARGEST)) {
            gone.stop();
            for (String address : new String[] {gone.address(), gone.socket(), "nowhere.invalid:3310"}) {
                assertThat(at(address).answers()).as(address).isFalse();
                assertThat(at(address).scan(Eicar.file())).as(address).isInstanceOf(Scan.NotScanned.class);
            }
        }
    }

    private static Clamd at(String address) {
        return new Clamd(ScannerAddress.read(address).orElseThrow());
    }

    private static byte[] atTheEndOf(byte[] content) {
        byte[] eicar = Eicar.file();
        System.arraycopy(eicar, 0, content, content.length - eicar.length, eicar.length);
        return content;
    }

    private static byte[] insideAWordFile() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/media/picture.png"));
            zip.write(Eicar.file());
        }
        return bytes.toByteArray();
    }
}
