package quire.web.year;

import io.javalin.http.Context;
import java.util.List;
import quire.portfolio.AccessPage;
import quire.portfolio.Portfolio;
import quire.trail.Trail;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** Who opened and changed a portfolio, for those who may know: its social worker first of all. */
final class TrailPages {

    private final Rooms rooms;
    private final Pages pages;

    TrailPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    void show(Context request) {
        Visit visit = Visit.of(request);
        Portfolio portfolio = visit.inPortfolio();
        AccessPage page = rooms.accessLog()
                .page(
                        portfolio.id(),
                        visit.who().id(),
                        before(request),
                        rooms.clock().getZone());
        String address = "/portfolios/" + portfolio.id();
        View view = view(page, "Who opened and changed this portfolio", portfolio)
                .text("older", page.next() > 0 ? address + "/trail?before=" + page.next() : "")
                .text("earlier", address + "/trail/earlier")
                .list("arrivals", arrivals(portfolio));
        Frame.back(view, address, "Back to all papers");
        pages.show(request, "trail", view);
    }

    /** What was done before it came here from another installation, in words. */
    void earlier(Context request) {
        Visit visit = Visit.of(request);
        Portfolio portfolio = visit.inPortfolio();
        String asked = asked(request, "skip");
        long skip = asked.isEmpty() ? 0 : Long.parseLong(asked);
        AccessPage page = rooms.accessLog()
                .earlier(portfolio.id(), visit.who().id(), skip, rooms.clock().getZone());
        String address = "/portfolios/" + portfolio.id() + "/trail";
        View view = view(page, "Before this portfolio came here", portfolio)
                .text("older", page.next() > 0 ? address + "/earlier?skip=" + page.next() : "")
                .text("earlier", "")
                .list("arrivals", arrivals(portfolio));
        Frame.back(view, address, "Back to what was done here");
        pages.show(request, "trail", view);
    }

    private static View view(AccessPage page, String title, Portfolio portfolio) {
        return Frame.page(title, portfolio.code(), Frame.At.ELSEWHERE)
                .list(
                        "lines",
                        page.lines().stream()
                                .map(line -> new View().text("sentence", line.sentence()))
                                .toList());
    }

    private List<View> arrivals(Portfolio portfolio) {
        return rooms.accessLog().arrivals(portfolio.id()).stream()
                .map(arrival -> new View()
                        .text("organisation", arrival.organisation())
                        .text("exported", Times.words(arrival.exported(), rooms.clock()))
                        .text("arrived", Times.words(arrival.arrived(), rooms.clock()))
                        .flag("complete", arrival.complete()))
                .toList();
    }

    /** A number of an address; empty for anything else. */
    private static String asked(Context request, String name) {
        String asked = request.queryParam(name);
        return asked != null && asked.matches("\\d{1,18}") ? asked : "";
    }

    private static long before(Context request) {
        String asked = asked(request, "before");
        return asked.isEmpty() ? Trail.NEWEST : Long.parseLong(asked);
    }
}
