package quire.web;

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
record Route(HandlerType method, String path, Rule rule, Handler handler) {

    /** Whether it only shows something. */
    boolean reads() {
        return method.equals(HandlerType.GET);
    }
}
