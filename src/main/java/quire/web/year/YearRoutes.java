package quire.web.year;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;
import static quire.web.frame.Rule.anybody;
import static quire.web.frame.Rule.may;
import static quire.web.frame.Rule.signedIn;

import java.util.List;
import java.util.stream.Stream;
import quire.people.Deed;
import quire.web.frame.Assets;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Route;

/** The addresses of everybody’s home and of portfolios. */
public final class YearRoutes {

    private final Rooms rooms;
    private final Pages pages;

    private YearRoutes(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    public static List<Route> of(Rooms rooms, Pages pages) {
        YearRoutes routes = new YearRoutes(rooms, pages);
        return Stream.of(routes.house(), routes.years()).flatMap(List::stream).toList();
    }

    private List<Route> house() {
        HomePages home = new HomePages(rooms, pages);
        return List.of(
                Route.at(GET, "/", signedIn(), home::home),
                Route.at(GET, "/accessibility", anybody(), home::accessibility),
                Route.at(GET, "/assets/{version}/{file}", anybody(), Assets::serve),
                Route.at(GET, "/health", anybody(), home::health));
    }

    private List<Route> years() {
        PortfolioPages portfolios = new PortfolioPages(rooms, pages);
        CohortPages cohorts = new CohortPages(rooms, pages);
        return List.of(
                Route.at(GET, "/year", signedIn(), portfolios::year),
                Route.at(GET, "/nqsws", signedIn(), cohorts::nqsws),
                Route.at(GET, "/team", signedIn(), cohorts::team),
                Route.at(GET, "/cohort", may(Deed.SEE_COHORT), cohorts::cohort),
                Route.at(GET, "/portfolios/{portfolio}", may(Deed.SEE_PORTFOLIO), portfolios::show),
                Route.at(GET, "/portfolios/{portfolio}/papers/{paper}", may(Deed.SEE_PORTFOLIO), portfolios::paper),
                Route.at(POST, "/portfolios/{portfolio}/papers/{paper}", may(Deed.SEE_PORTFOLIO), portfolios::start),
                Route.at(
                        GET,
                        "/portfolios/{portfolio}/trail",
                        may(Deed.SEE_TRAIL_OF_PORTFOLIO),
                        new TrailPages(rooms, pages)::show));
    }
}
