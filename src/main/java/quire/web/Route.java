package quire.web;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * One address.
 *
 * @param method what a request asks for
 * @param path the address, its changing parts in braces
 * @param access who may knock
 * @param handler what happens
 */
record Route(HandlerType method, String path, Access access, Handler handler) {

    /** Who may knock at an address. Accounts and roles will be told apart here, and {@link Gate} will hold them to it. */
    enum Access {
        /** A person with a browser: a page, or what belongs to one. */
        PERSON,
        /** A program: JSON in and out. */
        PROGRAM
    }

    static Route page(HandlerType method, String path, Handler handler) {
        return new Route(method, path, Access.PERSON, handler);
    }

    static Route program(HandlerType method, String path, Handler handler) {
        return new Route(method, path, Access.PROGRAM, handler);
    }
}
