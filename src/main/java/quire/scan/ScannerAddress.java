package quire.scan;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a scanner listens: {@code localhost}, {@code 127.0.0.1:3310}, {@code [::1]:3310}, or {@code unix:} and the path of a
 * socket, as the packages of most systems set it up.
 *
 * @param words as an operator wrote them
 * @param host a name or an address; empty for a socket on the disk
 * @param port 0 for a socket on the disk
 * @param path empty for a line over the network
 */
public record ScannerAddress(String words, String host, int port, String path) {

    private static final int USUAL_PORT = 3310;
    private static final String ON_DISK = "unix:";
    private static final Pattern ON_NETWORK =
            Pattern.compile("([A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]{2,45}])(?::([0-9]{1,5}))?");

    /** Empty if nobody can listen there. */
    public static Optional<ScannerAddress> read(String words) {
        return words.startsWith(ON_DISK) ? onDisk(words) : onNetwork(words);
    }

    private static Optional<ScannerAddress> onDisk(String words) {
        String path = words.substring(ON_DISK.length());
        try {
            return path.startsWith("/") && UnixDomainSocketAddress.of(path) != null
                    ? Optional.of(new ScannerAddress(words, "", 0, path))
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<ScannerAddress> onNetwork(String words) {
        Matcher found = ON_NETWORK.matcher(words);
        if (!found.matches()) {
            return Optional.empty();
        }
        int port = found.group(2) == null ? USUAL_PORT : Integer.parseInt(found.group(2));
        return port >= 1 && port <= 65_535
                ? Optional.of(new ScannerAddress(words, found.group(1), port, ""))
                : Optional.empty();
    }

    /** Asks for the address of the host each time, because machines move. */
    SocketAddress place() throws IOException {
        if (!path.isEmpty()) {
            return UnixDomainSocketAddress.of(path);
        }
        InetSocketAddress place = new InetSocketAddress(host, port);
        if (place.isUnresolved()) {
            throw new UnknownHostException("nobody knows the name " + host);
        }
        return place;
    }

    @Override
    public String toString() {
        return words;
    }
}
