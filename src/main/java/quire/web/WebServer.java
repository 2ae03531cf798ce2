package quire.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import quire.core.Problem;
import quire.web.frame.Admission;
import quire.web.frame.Assets;
import quire.web.frame.Body;
import quire.web.frame.ClientAddress;
import quire.web.frame.ErrorAnswers;
import quire.web.frame.Gate;
import quire.web.frame.Pages;
import quire.web.frame.Programs;
import quire.web.frame.Rooms;
import quire.web.frame.Route;

/** The front door: the running server. */
public final class WebServer implements AutoCloseable {

    private final Javalin server;

    private WebServer(Javalin server) {
        this.server = server;
    }

    /**
     * Starts to answer requests.
     *
     * @throws Problem if the port is taken
     */
    public static WebServer start(WebSettings settings, Rooms rooms) {
        Pages pages = new Pages(settings.service(), Assets.address(), rooms);
        List<Route> routes = Routes.of(settings, rooms, pages);
        Gate gate = new Gate(new Admission(rooms), new Programs(rooms, new ClientAddress(settings.proxies())));
        Javalin server = Javalin.create(config -> {
            listen(config);
            new ErrorAnswers(pages).register(config.routes);
            routes.forEach(route -> config.routes.addHttpHandler(route.method(), route.path(), request -> {
                try {
                    gate.pass(route, request);
                    route.handler().handle(request);
                } finally {
                    gate.close(request);
                }
            }));
        });
        try {
            server.start(settings.host(), settings.port());
        } catch (JavalinBindException taken) {
            throw Problem.of(
                            Problem.Kind.CONFLICT,
                            "Port " + settings.port() + " is taken by another program. Choose another with --port.")
                    .because(taken);
        }
        return new WebServer(server);
    }

    /** The port that is listened on. */
    public int port() {
        return server.port();
    }

    /** Stops taking requests, once those under way are answered. */
    @Override
    public void close() {
        server.stop();
    }

    private static void listen(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = Body.MOST_OF_A_FORM;
        config.router.ignoreTrailingSlashes = true;
        config.jetty.modifyServer(server -> server.setErrorHandler(new NoRequest()));
        config.jetty.modifyServletContextHandler(context -> {
            context.setMaxFormKeys(Body.MOST_BOXES);
            context.setMaxFormContentSize(Body.MOST_OF_A_FORM);
            context.setErrorHandler(new NoRequest());
        });
        config.jetty.modifyHttpConfiguration(WebServer::configure);
        config.routes.before(Gate::addHeaders);
    }

    private static void configure(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(16_384);
        // Javalin would let this header turn a POST into anything.
        http.addCustomizer((request, responseHeaders) -> new WithoutOverride(request));
    }

    /** A request that is what it says it is. */
    private static final class WithoutOverride extends Request.Wrapper {
        private final HttpFields headers;

        WithoutOverride(Request request) {
            super(request);
            this.headers = HttpFields.build(request.getHeaders()).remove("X-HTTP-Method-Override");
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }
    }
}
