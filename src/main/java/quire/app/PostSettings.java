package quire.app;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.post.MailServer;

/**
 * How letters leave the server. All of it stands in the environment, because a password does not belong on a command line.
 *
 * @param address where people find the server; null where nothing was said of it
 * @param server where letters are handed to; null if they are only kept
 */
record PostSettings(@Nullable String address, @Nullable MailServer server) {

    static final PostSettings NONE = new PostSettings(null, null);

    private static final String HOST = "QUIRE_MAIL_HOST";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|[0-9A-Fa-f:.]{2,45}");
    private static final Pattern ADDRESS = Pattern.compile(
            "(https://[A-Za-z0-9.-]+|http://(localhost|127\\.[0-9.]+))(:[0-9]{1,5})?(/[A-Za-z0-9._/-]*)?");

    /** What is wrong is added to the findings. */
    static PostSettings read(Map<String, String> environment, boolean demo, List<Finding> findings) {
        int before = findings.size();
        String address = address(environment, findings);
        if (said(environment, HOST).isEmpty()) {
            refuseWithoutHost(environment, findings);
            return new PostSettings(address, null);
        } else if (demo) {
            findings.add(wrong("The people of the demo are made up, so it writes to nobody. Leave " + HOST + " out."));
        } else if (address == null && findings.size() == before) {
            findings.add(wrong("Letters name the address of this server. Set QUIRE_ADDRESS to where people find it,"
                    + " such as https://quire.example.org."));
        }
        return new PostSettings(address, server(environment, findings));
    }

    private static @Nullable MailServer server(Map<String, String> environment, List<Finding> findings) {
        int before = findings.size();
        String host = said(environment, HOST).orElseThrow();
        if (!NAME.matcher(host).matches()) {
            findings.add(wrong(HOST + " must be the name or the address of a mail server, not “" + host + "”."));
        }
        MailServer.Line line = line(environment, findings);
        int port = port(said(environment, "QUIRE_MAIL_PORT").orElse(String.valueOf(line.usualPort())), findings);
        MailServer.Login login = login(environment, findings);
        if (login != null && line == MailServer.Line.OPEN && !isHere(host)) {
            findings.add(
                    wrong("A password must not travel over an open line. Set QUIRE_MAIL_SECURITY to starttls or tls,"
                            + " or leave QUIRE_MAIL_USER out."));
        }
        String from = said(environment, "QUIRE_MAIL_FROM").orElse("");
        try {
            MailServer server = new MailServer(host, port, line, login, from);
            return findings.size() == before ? server : null;
        } catch (Problem e) {
            findings.add(wrong("QUIRE_MAIL_FROM must be the address that letters come from, such as"
                    + " quire@example.org, not “" + from + "”."));
            return null;
        }
    }

    private static MailServer.Line line(Map<String, String> environment, List<Finding> findings) {
        String words = said(environment, "QUIRE_MAIL_SECURITY").orElse("starttls");
        return switch (words.toLowerCase(Locale.ROOT)) {
            case "starttls" -> MailServer.Line.STARTTLS;
            case "tls" -> MailServer.Line.TLS;
            case "none" -> MailServer.Line.OPEN;
            default -> {
                findings.add(wrong("QUIRE_MAIL_SECURITY must be starttls, tls or none, not “" + words + "”."));
                yield MailServer.Line.STARTTLS;
            }
        };
    }

    private static int port(String words, List<Finding> findings) {
        if (words.matches("[0-9]{1,5}") && Integer.parseInt(words) >= 1 && Integer.parseInt(words) <= 65_535) {
            return Integer.parseInt(words);
        }
        findings.add(wrong("QUIRE_MAIL_PORT must be a number from 1 to 65535, not “" + words + "”."));
        return 1;
    }

    private static MailServer.@Nullable Login login(Map<String, String> environment, List<Finding> findings) {
        Optional<String> user = said(environment, "QUIRE_MAIL_USER");
        Optional<String> password = Secret.find(environment, "QUIRE_MAIL_PASSWORD", findings);
        if (user.isPresent() != password.isPresent()) {
            findings.add(wrong("QUIRE_MAIL_USER and its password belong together. Set both or none."));
        }
        return user.map(name -> new MailServer.Login(name, password.orElse(""))).orElse(null);
    }

    private static @Nullable String address(Map<String, String> environment, List<Finding> findings) {
        String words = said(environment, "QUIRE_ADDRESS").orElse("");
        if (!words.isEmpty() && !ADDRESS.matcher(words).matches()) {
            findings.add(wrong("QUIRE_ADDRESS must be where people find this server, such as https://quire.example.org,"
                    + " not “" + words + "”. Browsers keep nobody signed in over http."));
        }
        return words.isEmpty() ? null : words.replaceAll("/+$", "");
    }

    /** Whoever has set the rest and forgotten this would wait for letters that nobody sends. */
    private static void refuseWithoutHost(Map<String, String> environment, List<Finding> findings) {
        Set<String> others = new TreeSet<>(environment.keySet());
        others.removeIf(name ->
                !name.startsWith("QUIRE_MAIL_") || said(environment, name).isEmpty());
        if (!others.isEmpty()) {
            findings.add(wrong(String.join(", ", others) + " " + (others.size() == 1 ? "is" : "are") + " set, but not "
                    + HOST
                    + ", so no letter would be sent. Set it to the name of your mail server, or leave the rest out."));
        }
    }

    private static boolean isHere(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
    }

    private static Optional<String> said(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(words -> !words.isEmpty());
    }

    private static Finding wrong(String message) {
        return Finding.error("setting", message, Place.UNKNOWN);
    }
}
