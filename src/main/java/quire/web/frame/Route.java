package quire.web.frame;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * One address.
 *
 * @param method what a request asks for
 * @param path the address, its changing parts in braces
 * @param rule whom it lets in
 * @param handler what happens
 */
public record Route(HandlerType method, String path, Rule rule, Handler handler) {

    public static Route at(HandlerType method, String path, Rule rule, Handler handler) {
        return new Route(method, path, rule, handler);
    }

    /** Whether it only shows something. */
    public boolean reads() {
        return method.equals(HandlerType.GET) || method.equals(HandlerType.HEAD);
    }
}
