package quire.web;

/**
 * How the server is reached, and what it calls itself.
 *
 * @param host the address to listen on, for example {@code 127.0.0.1}
 * @param port the port to listen on; 0 for any that is free
 * @param service the name in the header of every page
 */
public record WebSettings(String host, int port, String service) {

    public static WebSettings local(int port) {
        return new WebSettings("127.0.0.1", port, "Quire");
    }
}
