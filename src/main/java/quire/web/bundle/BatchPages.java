package quire.web.bundle;

import io.javalin.http.Context;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import quire.bundle.Batch;
import quire.bundle.Bundle;
import quire.bundle.Order;
import quire.core.Problem;
import quire.people.Person;
import quire.portfolio.Portfolio;
import quire.web.frame.BundleNames;
import quire.web.frame.EventStream;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** Bundles of many portfolios that were asked for at once: which there are, and how far each is. */
final class BatchPages {

    static final String ALL = "/bundles/batches";

    private final Rooms rooms;
    private final Pages pages;
    private final OwnPortfolios own;
    private final EventStream events = new EventStream();

    BatchPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
        this.own = new OwnPortfolios(rooms);
    }

    static String address(Batch batch) {
        return ALL + "/" + batch.id();
    }

    /** Those in which there is a portfolio of theirs. */
    void list(Context request) {
        Visit visit = Visit.of(request);
        Set<String> theirs = own.ids(visit);
        List<View> batches = rooms.bundles().batches().list().stream()
                .map(batch -> line(batch, own.orders(batch, theirs)))
                .filter(line -> !line.orders().isEmpty())
                .map(Line::view)
                .toList();
        View view = Frame.page("Bundles of panels", "", Frame.At.COHORT).list("batches", batches);
        Frame.back(view, Frame.At.COHORT.href(), "Back to the cohort");
        pages.show(request, "bundle-batches", view);
    }

    private record Line(List<Order> orders, View view) {}

    private Line line(Batch batch, List<Order> orders) {
        String by = rooms.people().persons().find(batch.by()).map(Person::name).orElse("");
        View view = new View()
                .text("href", address(batch))
                .text("title", batch.title() + ", " + editions(batch))
                .text("made", Times.words(batch.at(), rooms.clock()))
                .text("by", by)
                .text("words", words(orders));
        return new Line(orders, view);
    }

    /** How far it is now; a script goes on from there, and without one a link asks again. */
    void show(Context request) {
        Visit visit = Visit.of(request);
        Batch batch = batch(request);
        List<Order> orders = orders(batch, visit);
        boolean over = isOver(orders);
        long made = orders.stream().filter(order -> order.bundle() != null).count();
        View view = Frame.page(over ? "The bundles are ready" : "Making the bundles", batch.title(), Frame.At.COHORT)
                .text("edition", editions(batch))
                .text("asked", Times.words(batch.at(), rooms.clock()))
                .text("address", address(batch))
                .flag("over", over)
                .text("words", words(orders))
                .number("finished", over(orders))
                .number("total", orders.size())
                .number("made", made)
                .flag("several", made > 1)
                .flag("short", over && made < orders.size())
                .list("rows", rows(orders, visit));
        Frame.back(view, ALL, "Back to the bundles of panels");
        pages.show(request, "bundle-batch", view);
    }

    /** The same while it changes. */
    void events(Context request) {
        Batch batch = batch(request);
        List<String> ids =
                orders(batch, Visit.of(request)).stream().map(Order::id).toList();
        events.send(
                request,
                () -> event(rooms.bundles().batches().orders(batch).stream()
                        .filter(order -> ids.contains(order.id()))
                        .toList()));
    }

    private static EventStream.Event event(List<Order> orders) {
        Map<String, Object> parts = new LinkedHashMap<>();
        orders.forEach(order -> parts.put(order.id(), OrderPages.words(order)));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("state", isOver(orders) ? "done" : "building");
        data.put("words", words(orders));
        data.put("done", over(orders));
        data.put("total", orders.size());
        data.put("parts", parts);
        return new EventStream.Event(data, isOver(orders));
    }

    private Batch batch(Context request) {
        return rooms.bundles().batches().get(request.pathParam("batch"));
    }

    /**
     * What was asked for, of portfolios that are theirs.
     *
     * @throws Problem if there is nothing of that kind
     */
    List<Order> orders(Batch batch, Visit visit) {
        List<Order> orders = own.orders(batch, own.ids(visit));
        if (orders.isEmpty()) {
            throw Problem.notFound("There is no such batch of bundles.");
        }
        return orders;
    }

    static boolean isOver(List<Order> orders) {
        return orders.stream().allMatch(order -> order.state().isOver());
    }

    private static long over(List<Order> orders) {
        return orders.stream().filter(order -> order.state().isOver()).count();
    }

    private static String words(List<Order> orders) {
        return "Done: " + over(orders) + " of " + orders.size();
    }

    private static String editions(Batch batch) {
        return BundleWords.wanted(batch.edition()).toLowerCase(Locale.UK) + "s";
    }

    /** A portfolio with what was asked for. */
    private record Part(Portfolio portfolio, Order order) {}

    private List<View> rows(List<Order> orders, Visit visit) {
        Map<String, Portfolio> portfolios = new LinkedHashMap<>();
        own.list(visit).forEach(portfolio -> portfolios.put(portfolio.id(), portfolio));
        return orders.stream()
                .map(order -> new Part(Objects.requireNonNull(portfolios.get(order.portfolio())), order))
                .sorted(Comparator.comparing(part -> part.portfolio().code()))
                .map(this::row)
                .toList();
    }

    private View row(Part part) {
        Order order = part.order();
        String address = KindPages.address(part.portfolio()) + "/bundles";
        String name = rooms.people()
                .persons()
                .find(part.portfolio().nqsw())
                .map(Person::name)
                .orElse("");
        Bundle bundle = order.bundle() == null ? null : rooms.bundles().get(order.bundle());
        return new View()
                .text("id", order.id())
                .text("code", part.portfolio().code())
                .text("name", name)
                .text("bundles", address)
                .text("words", OrderPages.words(order))
                .text("pages", bundle == null ? "" : String.valueOf(bundle.pages()))
                .text("href", bundle == null ? "" : "/bundles/" + bundle.id())
                .text("version", bundle == null ? "" : BundleNames.version(bundle))
                .text("failure", order.failure())
                .text("plan", address + "/" + order.recipe());
    }
}
