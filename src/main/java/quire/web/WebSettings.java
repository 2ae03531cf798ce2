package quire.web;

import java.util.Set;

/**
 * How the server is reached, and what it calls itself.
 *
 * @param host the address to listen on, for example {@code 127.0.0.1}
 * @param port the port to listen on; 0 for any that is free
 * @param service the name in the header of every page
 * @param proxies the addresses of those before us whom we believe where a request comes from
 */
public record WebSettings(String host, int port, String service, Set<String> proxies) {

    public WebSettings {
        proxies = Set.copyOf(proxies);
    }

    public static WebSettings local(int port) {
        return new WebSettings("127.0.0.1", port, "Quire", Set.of());
    }
}
