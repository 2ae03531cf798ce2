package quire.post;

import org.jspecify.annotations.Nullable;

/**
 * The mail server that letters are handed to.
 *
 * @param host its name or address
 * @param port where it listens
 * @param line how the line to it is kept from others
 * @param login null for a server that asks for none
 * @param from the address that letters come from
 */
public record MailServer(
        String host, int port, Line line, @Nullable Login login, String from) {

    /** How the line is kept from others. */
    public enum Line {
        /** It begins open and is closed before anything is said on it; if it cannot be, nothing is sent. */
        STARTTLS(587),
        /** It is closed from the beginning. */
        TLS(465),
        /** It is open: for a server on this machine or behind the same wall. */
        OPEN(25);

        private final int usualPort;

        Line(int usualPort) {
            this.usualPort = usualPort;
        }

        public int usualPort() {
            return usualPort;
        }
    }

    /** Who sends. */
    public record Login(String user, String password) {

        /** Without the password, because settings are written into logs. */
        @Override
        public String toString() {
            return user;
        }
    }

    /** @throws quire.core.Problem if letters cannot come from that address */
    public MailServer {
        from = Recipient.checked(from);
    }

    /** What stands behind the @ of the address that letters come from. */
    String domain() {
        return from.substring(from.lastIndexOf('@') + 1);
    }
}
