package quire.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Writes to a server byte by byte, as no honest browser would, and reads what comes back. */
public final class Line {

    private static final int PATIENCE = 10_000;

    private Line() {}

    /**
     * Sends exactly this and waits until the server hangs up or says nothing any more.
     *
     * @param address of the server
     * @param said each character a byte
     */
    public static String say(String address, String said) {
        URI server = URI.create(address);
        try (Socket line = new Socket(server.getHost(), server.getPort())) {
            line.setSoTimeout(PATIENCE);
            write(line, said);
            return heard(line.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Socket line, String said) throws IOException {
        try {
            line.getOutputStream().write(said.getBytes(StandardCharsets.ISO_8859_1));
            line.getOutputStream().flush();
            line.shutdownOutput();
        } catch (SocketException hungUp) {
            // As below: the answer may be there all the same.
        }
    }

    private static String heard(InputStream answer) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] chunk = new byte[8192];
        try {
            for (int read = answer.read(chunk); read >= 0; read = answer.read(chunk)) {
                all.write(chunk, 0, read);
            }
        } catch (SocketTimeoutException silence) {
            throw new AssertionError("No end after: " + all.toString(StandardCharsets.ISO_8859_1), silence);
        } catch (SocketException hungUp) {
            // Whoever hangs up before they have heard everything cuts the line; what they said of it stands.
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }
}
