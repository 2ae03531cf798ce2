package quire.store;

import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/**
 * A database of a PostgreSQL server, which holds the record and its files. Several nodes may share it.
 *
 * @param url as the driver takes it: {@code jdbc:postgresql://host:port/database}, options of the driver after a
 *     question mark
 * @param user who signs in
 * @param password what they sign in with; never part of a message
 */
public record RecordServer(String url, String user, String password) implements RecordPlace {

    private static final String BEGINNING = "jdbc:postgresql:";

    /** @throws Problem if the address is not one of PostgreSQL, or holds what must not be shown */
    public RecordServer {
        if (!url.startsWith(BEGINNING) || url.length() == BEGINNING.length()) {
            throw wrong("must be like jdbc:postgresql://host:5432/quire");
        } else if (url.matches("(?i).*[?&](user|password)=.*") || url.matches(".*//[^/?]*@.*")) {
            throw wrong("must not hold the user or the password. Give these on their own");
        }
    }

    @Override
    public String name() {
        return url.replaceFirst("\\?.*", "");
    }

    @Override
    public String toString() {
        return "RecordServer[" + name() + ", " + user + "]";
    }

    private static Problem wrong(String what) {
        return Problem.badInput(
                Finding.error("database-address", "The address of the database " + what + ".", Place.UNKNOWN));
    }
}
