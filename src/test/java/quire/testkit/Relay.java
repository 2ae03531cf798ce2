package quire.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import quire.store.RecordServer;

/** A wire to a server on this machine that can break, at any time or at a certain word. */
public final class Relay implements AutoCloseable {

    private final RecordServer target;
    private final ServerSocket door;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private volatile boolean refusing;
    private volatile @Nullable String last;

    private Relay(RecordServer target, ServerSocket door) {
        this.target = target;
        this.door = door;
    }

    public static Relay to(RecordServer target) throws IOException {
        Relay relay = new Relay(target, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        start(relay::listen);
        return relay;
    }

    /** The same server, at the end of this wire. */
    public RecordServer server() {
        URI address = URI.create(target.url().substring("jdbc:".length()));
        String url = "jdbc:postgresql://localhost:" + door.getLocalPort() + address.getPath();
        return new RecordServer(url, target.user(), target.password());
    }

    /** Lets the word through to the server, and then nothing more in either direction. */
    public void cutAfter(String word) {
        last = word;
    }

    /** Hangs up, and on everybody who calls again. */
    public void refuse() throws IOException {
        refusing = true;
        cut();
    }

    /** Lets everybody through again. */
    public void accept() {
        refusing = false;
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }

    private void listen() throws IOException {
        while (true) {
            Socket client = door.accept();
            if (refusing) {
                client.close();
                continue;
            }
            int port = URI.create(target.url().substring("jdbc:".length())).getPort();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
            open.add(client);
            open.add(server);
            start(() -> pass(server, client, false));
            start(() -> pass(client, server, true));
        }
    }

    private void pass(Socket from, Socket to, boolean toServer) throws IOException {
        byte[] bytes = new byte[8192];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                String word = last;
                boolean isLast = toServer
                        && word != null
                        && new String(bytes, 0, read, StandardCharsets.ISO_8859_1).contains(word);
                if (isLast) {
                    // The answer finds the way to the client closed.
                    open.remove(to);
                    from.close();
                    out.write(bytes, 0, read);
                    out.flush();
                    drain(to);
                    return;
                }
                out.write(bytes, 0, read);
                out.flush();
            }
        }
    }

    /** Until the server has answered and has nothing more to say. */
    private static void drain(Socket server) throws IOException {
        server.shutdownOutput();
        server.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private void cut() throws IOException {
        for (Socket socket = open.poll(); socket != null; socket = open.poll()) {
            socket.close();
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // A wire that is cut ends whoever listens on it.
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
