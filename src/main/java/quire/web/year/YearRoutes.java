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
        return Stream.of(routes.house(), routes.cohort(), routes.years(), routes.care())
                .flatMap(List::stream)
                .toList();
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
        return List.of(
                Route.at(GET, "/year", signedIn(), portfolios::year),
                Route.at(GET, "/portfolios/{portfolio}", may(Deed.SEE_PORTFOLIO), portfolios::show),
                Route.at(GET, "/portfolios/{portfolio}/papers/{paper}", may(Deed.SEE_PORTFOLIO), portfolios::paper),
                Route.at(POST, "/portfolios/{portfolio}/papers/{paper}", may(Deed.SEE_PORTFOLIO), portfolios::start),
                Route.at(
                        GET,
                        "/portfolios/{portfolio}/trail",
                        may(Deed.SEE_TRAIL_OF_PORTFOLIO),
                        new TrailPages(rooms, pages)::show),
                Route.at(
                        GET,
                        "/portfolios/{portfolio}/trail/earlier",
                        may(Deed.SEE_TRAIL_OF_PORTFOLIO),
                        new TrailPages(rooms, pages)::earlier),
                Route.at(
                        GET,
                        "/portfolios/{portfolio}/summary",
                        may(Deed.SEE_PORTFOLIO),
                        new SummaryPages(rooms, pages)::show));
    }

    private List<Route> cohort() {
        OwnPages own = new OwnPages(rooms, pages);
        CohortPages cohorts = new CohortPages(rooms, pages);
        ReminderPages reminders = new ReminderPages(rooms, pages);
        EnrolPages enrol = new EnrolPages(rooms, pages);
        CohortProgrammePages programmes = new CohortProgrammePages(rooms, pages);
        return List.of(
                Route.at(GET, "/nqsws", signedIn(), own::nqsws),
                Route.at(GET, "/team", signedIn(), own::team),
                Route.at(GET, "/cohort", may(Deed.SEE_COHORT), cohorts::cohort),
                Route.at(GET, "/cohort/export", may(Deed.SEE_COHORT), cohorts::export),
                Route.at(GET, "/cohort/programmes", may(Deed.ENROL), programmes::show),
                Route.at(POST, "/cohort/programmes", may(Deed.ENROL), programmes::follow),
                Route.at(GET, "/cohort/enrol", may(Deed.ENROL), enrol::form),
                Route.at(POST, "/cohort/enrol", may(Deed.ENROL), enrol::enrol),
                Route.at(GET, "/cohort/reminders", may(Deed.ENROL), reminders::show),
                Route.at(POST, "/cohort/reminders", may(Deed.ENROL), reminders::choose));
    }

    /** Looking after a year: who has which part, its dates, its pauses, what is left to it; and opening what is closed. */
    private List<Route> care() {
        PartPages parts = new PartPages(rooms, pages);
        HandOverPages handOver = new HandOverPages(rooms, pages);
        DeputyPages deputies = new DeputyPages(rooms, pages);
        DatePages dates = new DatePages(rooms, pages);
        PausePages pauses = new PausePages(rooms, pages);
        ChoicePages choices = new ChoicePages(rooms, pages);
        GlassPages glass = new GlassPages(rooms, pages);
        String year = "/portfolios/{portfolio}";
        return List.of(
                Route.at(GET, year + "/people", may(Deed.HAND_OVER), parts::show),
                Route.at(GET, year + "/people/{part}", may(Deed.HAND_OVER), handOver::form),
                Route.at(POST, year + "/people/{part}", may(Deed.HAND_OVER), handOver::handOver),
                Route.at(GET, year + "/people/{part}/deputy", may(Deed.HAND_OVER), deputies::form),
                Route.at(POST, year + "/people/{part}/deputy", may(Deed.HAND_OVER), deputies::deputise),
                Route.at(POST, year + "/deputies/{assignment}/end", may(Deed.HAND_OVER), deputies::end),
                Route.at(GET, year + "/dates", may(Deed.BOOK_DATES), dates::list),
                Route.at(GET, year + "/dates/{milestone}", may(Deed.BOOK_DATES), dates::form),
                Route.at(POST, year + "/dates/{milestone}", may(Deed.BOOK_DATES), dates::agree),
                Route.at(GET, year + "/choices/{setting}", may(Deed.BOOK_DATES), choices::form),
                Route.at(POST, year + "/choices/{setting}", may(Deed.BOOK_DATES), choices::decide),
                Route.at(GET, year + "/pauses", may(Deed.PAUSE), pauses::list),
                Route.at(POST, year + "/pauses", may(Deed.PAUSE), pauses::pause),
                Route.at(POST, year + "/pauses/{pause}", may(Deed.PAUSE), pauses::resume),
                Route.at(GET, year + "/glass", may(Deed.BREAK_GLASS), glass::form),
                Route.at(POST, year + "/glass", may(Deed.BREAK_GLASS), glass::open));
    }
}
