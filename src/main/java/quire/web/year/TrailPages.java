package quire.web.year;

import io.javalin.http.Context;
import quire.portfolio.AccessPage;
import quire.portfolio.Portfolio;
import quire.trail.Trail;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
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
        View view = Frame.page("Who opened and changed this portfolio", portfolio.code(), Frame.At.ELSEWHERE)
                .list(
                        "lines",
                        page.lines().stream()
                                .map(line -> new View().text("sentence", line.sentence()))
                                .toList())
                .text("older", page.next() > 0 ? address + "/trail?before=" + page.next() : "");
        Frame.back(view, address, "Back to all papers");
        pages.show(request, "trail", view);
    }

    private static long before(Context request) {
        String asked = request.queryParam("before");
        return asked != null && asked.matches("\\d{1,18}") ? Long.parseLong(asked) : Trail.NEWEST;
    }
}
