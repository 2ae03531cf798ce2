package quire.web.bundle;

import io.javalin.http.Context;
import java.util.Locale;
import quire.bundle.Order;
import quire.core.Ordered;
import quire.portfolio.Portfolio;
import quire.programme.Recipe;
import quire.web.frame.EventStream;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** How far a bundle is that somebody has asked for. */
final class OrderPages {

    private final Rooms rooms;
    private final Pages pages;
    private final EventStream events = new EventStream();

    OrderPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    static String address(Order order) {
        return "/bundles/orders/" + order.id();
    }

    /** How it is now; a script goes on from there, and without one a link asks again. */
    void show(Context request) {
        Visit visit = Visit.of(request);
        Order order = order(request);
        Portfolio portfolio = visit.inPortfolio();
        View view = Frame.page(title(order), portfolio.code(), KindPages.at(visit))
                .text("bundle", recipe(portfolio, order))
                .text("edition", BundleWords.wanted(order.edition()).toLowerCase(Locale.UK))
                .text("words", words(order))
                .text("failure", order.failure())
                .text("ready", order.bundle() == null ? "" : "/bundles/" + order.bundle())
                .flag("over", order.state().isOver())
                .text("address", address(order))
                .text("plan", KindPages.address(portfolio) + "/bundles/" + order.recipe())
                .flag("measured", order.total() > 0)
                .number("written", order.done())
                .number("total", order.total());
        Frame.back(view, KindPages.address(portfolio) + "/bundles", "Back to all bundles");
        pages.show(request, "bundle-order", view);
    }

    /** The same while it changes. */
    void events(Context request) {
        String id = order(request).id();
        events.send(request, () -> event(rooms.bundles().getOrder(id)));
    }

    private static EventStream.Event event(Order order) {
        return new EventStream.Event(
                Ordered.of(
                        "state", order.state().name().toLowerCase(Locale.ROOT),
                        "words", words(order),
                        "done", order.done(),
                        "total", order.total()),
                order.state().isOver());
    }

    private Order order(Context request) {
        return rooms.bundles().getOrder(request.pathParam("order"));
    }

    private static String title(Order order) {
        return switch (order.state()) {
            case WAITING, BUILDING -> "Making the bundle";
            case DONE -> "The bundle is ready";
            case FAILED -> "The bundle could not be made";
        };
    }

    static String words(Order order) {
        return switch (order.state()) {
            case WAITING -> order.step().isEmpty() ? "It waits for its turn" : order.step();
            case BUILDING -> building(order);
            case DONE -> "It is ready";
            case FAILED -> "It could not be made";
        };
    }

    private static String building(Order order) {
        String step = order.step();
        return order.total() > 0
                ? step + ": " + order.done() + " of " + order.total()
                : step.isEmpty() ? "It is being made" : step;
    }

    private static String recipe(Portfolio portfolio, Order order) {
        return portfolio
                .programme()
                .moderation()
                .recipe(order.recipe())
                .map(Recipe::title)
                .orElse(order.recipe());
    }
}
