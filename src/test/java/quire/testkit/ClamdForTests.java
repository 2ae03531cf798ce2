package quire.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A real clamd on this machine, which knows one signature: {@link Eicar}. It can be ended and begun again at the same
 * addresses, as happens to real ones.
 */
public final class ClamdForTests implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 20;

    private final Path folder;
    private final int port;
    private @Nullable Process process;

    private ClamdForTests(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /**
     * One that answers.
     *
     * @param folder an empty folder of its own, with a short path: sockets on the disk have no room for long ones
     * @param largest the most bytes that it takes over the line
     */
    public static ClamdForTests start(Path folder, int largest) {
        ClamdForTests clamd = new ClamdForTests(folder, freePort());
        try {
            Files.createDirectories(folder.resolve("signatures"));
            Files.writeString(folder.resolve("signatures").resolve("test.ndb"), Eicar.signature());
            Files.writeString(folder.resolve("clamd.conf"), """
                    Foreground yes
                    DatabaseDirectory %1$s/signatures
                    LocalSocket %1$s/socket
                    TCPSocket %2$d
                    TCPAddr 127.0.0.1
                    LogFile %1$s/log
                    StreamMaxLength %3$d
                    MaxThreads 2
                    """.formatted(folder, clamd.port, largest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        clamd.start();
        return clamd;
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its address on the network. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Its address on the disk. */
    public String socket() {
        return "unix:" + folder.resolve("socket");
    }

    /** Begins it again; nothing happens where it runs. */
    public void start() {
        if (process != null) {
            return;
        }
        try {
            process = new ProcessBuilder(
                            Tools.find("clamd").toString(), "--config-file=" + folder.resolve("clamd.conf"))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile())
                    .start();
            awaitAnswer(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitAnswer(Process running) throws IOException, InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end && running.isAlive()) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
        throw new AssertionError("clamd did not start: " + Files.readString(folder.resolve("output")));
    }

    /** Ends it; whoever asks it then hears nothing. */
    public void stop() {
        if (process != null) {
            process.destroyForcibly();
            process.onExit().join();
            process = null;
        }
    }

    @Override
    public void close() {
        stop();
    }
}
