package quire.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.store.RecordFolder;
import quire.store.RecordPlace;
import quire.store.RecordServer;

/**
 * How a server is set up. The command line comes before the environment, and that before the default.
 *
 * @param port where it listens, 0 for any free port
 * @param host the address of this machine it listens on; only this machine itself unless told otherwise
 * @param data the data folder or the database; null for the demo's own temporary folder
 * @param demo whether it shows made-up data to whoever is there
 */
record Settings(int port, String host, @Nullable RecordPlace data, boolean demo) {

    /** What was said on the command line; null for what was not. */
    record Said(@Nullable String port, @Nullable String host, PlaceOptions place, boolean demo) {}

    /** @throws Problem if a setting is not what it should be, naming all that are wrong */
    static Settings read(Said said, Map<String, String> environment) {
        List<Finding> findings = new ArrayList<>();
        String port = first(said.port(), environment.get("QUIRE_PORT"), "8080");
        String host = first(said.host(), environment.get("QUIRE_HOST"), "localhost");
        RecordPlace data = said.place().find(environment, findings);
        if (said.demo() && data instanceof RecordServer) {
            findings.add(
                    wrong("The demo keeps its made-up papers in a folder. Leave --database and QUIRE_DATABASE out."));
        }
        int number = port(port, findings);
        if (host.isBlank()) {
            findings.add(
                    wrong("The host (--host or QUIRE_HOST) must be an address of this machine, or 0.0.0.0 for all."));
        }
        if (!findings.isEmpty()) {
            throw Problem.badInput("The server cannot be set up like this.", findings);
        }
        RecordPlace usual = said.demo() ? null : new RecordFolder(Path.of("data"));
        return new Settings(number, host, data == null ? usual : data, said.demo());
    }

    /** Whether only programs on this machine can reach the server. */
    boolean isLocal() {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
    }

    private static int port(String words, List<Finding> findings) {
        if (words.matches("[0-9]{1,5}") && Integer.parseInt(words) <= 65_535) {
            return Integer.parseInt(words);
        }
        findings.add(wrong("The port (--port or QUIRE_PORT) must be a number from 0 to 65535, not “" + words + "”."));
        return 0;
    }

    private static String first(@Nullable String said, @Nullable String inEnvironment, String otherwise) {
        return said != null ? said : inEnvironment != null ? inEnvironment : otherwise;
    }

    private static Finding wrong(String message) {
        return Finding.error("setting", message, Place.UNKNOWN);
    }
}
