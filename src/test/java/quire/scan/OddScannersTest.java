package quire.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands at the address and however it behaves: only a scanner's own word makes a file clean, and every wait ends. */
class OddScannersTest {

    private static final Duration PATIENCE = Duration.ofMillis(300);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "stream: OK",
                "stream: O",
                "OK\0",
                "stream: OK but not quite\0",
                "UNKNOWN COMMAND\0",
                "INSTREAM size limit exceeded. ERROR\0",
                "HTTP/1.1 400 Bad Request\r\n\r\n",
                "\0"
            })
    void s61_onlyItsOwnWordMakesAFileClean(String answer) throws IOException {
        try (Odd odd = new Odd(answer, true)) {
            assertThat(odd.scan()).isInstanceOf(Scan.NotScanned.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stream: Win.Test.EICAR_HDB-1 FOUND | Win.Test.EICAR_HDB-1",
                "stream: Heuristics.Encrypted.PDF FOUND | Heuristics.Encrypted.PDF",
                "stream: a FOUND FOUND | a FOUND"
            })
    void namesWhatWasFound(String answer, String name) throws IOException {
        try (Odd odd = new Odd(answer + "\0", true)) {
            assertThat(odd.scan()).isEqualTo(new Scan.Found(name));
        }
    }

    @Test
    void oneThatNeverAnswersIsNotWaitedForLonger() throws IOException {
        try (Odd odd = new Odd("", false)) {
            assertThat(odd.scan()).isEqualTo(new Scan.NotScanned("it did not answer in time"));
        }
    }

    @Test
    void anAnswerWithoutEndIsReadToALimit() throws IOException {
        try (Odd odd = new Odd("x".repeat(2_000_000), true)) {
            assertThat(odd.scan()).isInstanceOf(Scan.NotScanned.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "localhost,          localhost, 3310, ''",
                "scanner.example.org:1, scanner.example.org, 1, ''",
                "10.0.0.4:65535,     10.0.0.4,  65535, ''",
                "[::1]:3311,         [::1],     3311, ''",
                "unix:/run/clamav/clamd.ctl, '', 0, /run/clamav/clamd.ctl",
            })
    void knowsWhereAScannerMayListen(String words, String host, int port, String path) {
        assertThat(ScannerAddress.read(words)).contains(new ScannerAddress(words, host, port, path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "localhost:",
                "localhost:0",
                "localhost:65536",
                "localhost:x",
                "http://a/",
                "unix:",
                "unix:socket",
                "unix:/a\0b",
                "-a:1",
                "a b:1",
                "[::1:3310"
            })
    void knowsWhereNobodyListens(String words) {
        assertThat(ScannerAddress.read(words)).isEqualTo(Optional.empty());
    }

    /** Answers a ping as it should, and then a file with the given words. */
    private static final class Odd implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        private final CompletableFuture<Void> serving;

        Odd(String answer, boolean hangsUp) throws IOException {
            serving = CompletableFuture.runAsync(() -> serve(answer, hangsUp));
        }

        Scan scan() {
            String address = "127.0.0.1:" + socket.getLocalPort();
            return new Clamd(ScannerAddress.read(address).orElseThrow(), PATIENCE).scan(new byte[100_000]);
        }

        private void serve(String answer, boolean hangsUp) {
            try (Socket ping = socket.accept()) {
                ping.getOutputStream().write("PONG\0".getBytes(StandardCharsets.US_ASCII));
                try (Socket scan = socket.accept()) {
                    InputStream sent = scan.getInputStream();
                    sent.readNBytes("zINSTREAM\0".length() + 100_000);
                    scan.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                    while (!hangsUp && sent.read() >= 0) {
                        Thread.onSpinWait();
                    }
                }
            } catch (IOException e) {
                // Whoever asked has hung up, which is what some of these are about.
                Thread.onSpinWait();
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
            serving.join();
        }
    }
}
