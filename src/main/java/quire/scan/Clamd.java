package quire.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The daemon of ClamAV. Files travel to it over the line (its command INSTREAM), so that it needs no rights on the disk; each
 * on a line of its own, because it answers one and closes. The line is not encrypted: it belongs on the same machine or
 * on a network that nobody else listens to.
 */
public final class Clamd implements Scanner {

    /** Longer than the daemon itself takes over a file, which its MaxScanTime ends after two minutes. */
    private static final Duration FOR_A_SCAN = Duration.ofSeconds(150);

    private static final Duration FOR_A_SIGN_OF_LIFE = Duration.ofSeconds(3);

    private static final int CHUNK = 1 << 16;

    /** Answers are a line with the name of what was found. */
    private static final int LONGEST_ANSWER = 1_000;

    private static final String OK = "stream: OK";
    private static final String FOUND = " FOUND";

    private final ScannerAddress address;
    private final Duration patience;

    public Clamd(ScannerAddress address) {
        this(address, FOR_A_SCAN);
    }

    /** @param patience how long a scan may take */
    Clamd(ScannerAddress address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    @Override
    public String place() {
        return address.toString();
    }

    @Override
    public boolean answers() {
        return why() == null;
    }

    @Override
    public Scan scan(byte[] content) {
        // One that hangs says so within seconds, and one that has much to do gets its time.
        String why = why();
        return why == null ? scanned(content) : new Scan.NotScanned(why);
    }

    /** Why a scan would not be answered now; null if it would be. */
    private @Nullable String why() {
        try {
            String answer = ask(FOR_A_SIGN_OF_LIFE, line -> send(line, "zPING\0"));
            return answer.equals("PONG") ? null : "it answered “" + answer + "” when asked whether it is there";
        } catch (IOException e) {
            return said(e);
        }
    }

    private Scan scanned(byte[] content) {
        try {
            String answer = ask(patience, line -> send(line, content));
            if (answer.equals(OK)) {
                return new Scan.Clean();
            } else if (answer.endsWith(FOUND)) {
                return new Scan.Found(name(answer));
            }
            return new Scan.NotScanned("it answered “" + answer + "”");
        } catch (IOException e) {
            return new Scan.NotScanned(said(e));
        }
    }

    private static String name(String answer) {
        String name = answer.substring(0, answer.length() - FOUND.length());
        return name.startsWith("stream: ") ? name.substring("stream: ".length()) : name;
    }

    /** What is sent over a line before the answer is waited for. */
    private interface Question {
        void put(SocketChannel line) throws IOException;
    }

    private String ask(Duration within, Question question) throws IOException {
        SocketAddress place = address.place();
        try (SocketChannel line = open(place)) {
            // A channel that waits for nobody to answer is ended by closing it.
            CompletableFuture<?> alarm = CompletableFuture.runAsync(
                    () -> close(line), CompletableFuture.delayedExecutor(within.toMillis(), TimeUnit.MILLISECONDS));
            try {
                line.connect(place);
                return answer(line, cut(line, question));
            } finally {
                alarm.cancel(false);
            }
        }
    }

    private static SocketChannel open(SocketAddress place) throws IOException {
        return place instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
    }

    /** The daemon hangs up on what is too large for it, and says so before: that answer is worth reading. Null if all went out. */
    private static @Nullable IOException cut(SocketChannel line, Question question) {
        try {
            question.put(line);
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    private static void send(SocketChannel line, byte[] content) throws IOException {
        send(line, "zINSTREAM\0");
        ByteBuffer head = ByteBuffer.allocate(Integer.BYTES);
        for (int at = 0; at < content.length; at += CHUNK) {
            int length = Math.min(CHUNK, content.length - at);
            write(line, head.clear().putInt(length).flip());
            write(line, ByteBuffer.wrap(content, at, length));
        }
        write(line, head.clear().putInt(0).flip());
    }

    private static void send(SocketChannel line, String command) throws IOException {
        write(line, ByteBuffer.wrap(command.getBytes(StandardCharsets.US_ASCII)));
    }

    private static void write(SocketChannel line, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            line.write(bytes);
        }
    }

    /** Up to its final zero, without which nobody knows whether that is all of it. */
    private static String answer(SocketChannel line, @Nullable IOException cut) throws IOException {
        ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
        try {
            while (answer.hasRemaining() && line.read(answer) >= 0) {
                if (answer.position() > 0 && answer.get(answer.position() - 1) == 0) {
                    return new String(answer.array(), 0, answer.position() - 1, StandardCharsets.UTF_8).strip();
                }
            }
        } catch (IOException e) {
            throw cut == null ? e : cut;
        }
        throw cut == null ? new IOException("it hung up before it had answered") : cut;
    }

    private static void close(SocketChannel line) {
        try {
            line.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The line to the scanner cannot be closed", e);
        }
    }

    private static String said(IOException e) {
        return e instanceof ClosedChannelException
                ? "it did not answer in time"
                : Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }
}
