package quire.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.scan.Scanner;
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
 * @param proxies the addresses of those before the server whom it believes where a request comes from
 * @param post how letters leave it
 * @param seal what bundles are sealed with
 * @param scanner who looks for viruses in what people hand in
 */
record Settings(
        int port,
        String host,
        @Nullable RecordPlace data,
        boolean demo,
        Set<String> proxies,
        PostSettings post,
        SealSettings seal,
        Scanner scanner) {

    Settings {
        proxies = Set.copyOf(proxies);
    }

    /** A server that keeps its letters and seals with a key of its own. */
    Settings(int port, String host, @Nullable RecordPlace data, boolean demo, Set<String> proxies) {
        this(port, host, data, demo, proxies, PostSettings.NONE, SealSettings.NONE, Scanner.NONE);
    }

    /** What was said on the command line; null for what was not. */
    record Said(
            @Nullable String port,
            @Nullable String host,
            PlaceOptions place,
            boolean demo,
            @Nullable String proxies) {}

    /**
     * Reads all of it.
     *
     * @param now by which what has an end must be good
     * @throws Problem if a setting is not what it should be, naming all that are wrong
     */
    static Settings read(Said said, Map<String, String> environment, Instant now) {
        List<Finding> findings = new ArrayList<>();
        String port = first(said.port(), environment.get("QUIRE_PORT"), "8080");
        String host = first(said.host(), environment.get("QUIRE_HOST"), "localhost");
        RecordPlace data = said.place().find(environment, findings);
        if (said.demo() && data instanceof RecordServer) {
            findings.add(
                    wrong("The demo keeps its made-up papers in a folder. Leave --database and QUIRE_DATABASE out."));
        }
        int number = port(port, findings);
        Set<String> proxies = proxies(first(said.proxies(), environment.get("QUIRE_PROXIES"), ""), findings);
        PostSettings post = PostSettings.read(environment, said.demo(), findings);
        SealSettings seal = SealSettings.read(environment, said.demo(), now, findings);
        Scanner scanner = ScannerSettings.read(environment, findings);
        if (host.isBlank()) {
            findings.add(
                    wrong("The host (--host or QUIRE_HOST) must be an address of this machine, or 0.0.0.0 for all."));
        }
        if (!findings.isEmpty()) {
            throw Problem.badInput("The server cannot be set up like this.", findings);
        }
        RecordPlace usual = said.demo() ? null : new RecordFolder(Path.of("data"));
        return new Settings(number, host, data == null ? usual : data, said.demo(), proxies, post, seal, scanner);
    }

    /** Where people find the server, as far as is known; it does not end with a slash. */
    String address() {
        return post.address() != null ? post.address() : "http://" + (isLocal() ? host : "localhost") + ":" + port;
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

    /** As the network itself writes them, so that one address has one spelling. */
    private static Set<String> proxies(String words, List<Finding> findings) {
        Set<String> proxies = new TreeSet<>();
        for (String word : words.split(",", -1)) {
            String address = word.strip();
            if (!address.isEmpty()) {
                Optional<String> written = written(address);
                written.ifPresentOrElse(
                        proxies::add,
                        () -> findings.add(wrong("The proxies (--trust-proxy or QUIRE_PROXIES) must be addresses with"
                                + " commas between them, such as 10.0.0.4 or fd00::4, not “" + address + "”.")));
            }
        }
        return proxies;
    }

    /** Only what is written as an address is looked at, so that no name is ever asked for on the network. */
    private static Optional<String> written(String address) {
        boolean four = address.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
        boolean six = address.contains(":") && address.matches("[0-9A-Fa-f:.]{2,45}");
        try {
            return four || six ? Optional.of(InetAddress.getByName(address).getHostAddress()) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static String first(@Nullable String said, @Nullable String inEnvironment, String otherwise) {
        return said != null ? said : inEnvironment != null ? inEnvironment : otherwise;
    }

    private static Finding wrong(String message) {
        return Finding.error("setting", message, Place.UNKNOWN);
    }
}
