package quire.web.takeaway;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;
import static quire.web.frame.Rule.may;

import java.util.List;
import quire.people.Deed;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Route;

/** The addresses under which papers and portfolios are taken away. */
public final class TakeAwayRoutes {

    private TakeAwayRoutes() {}

    public static List<Route> of(Rooms rooms, Pages pages) {
        DownloadPages downloads = new DownloadPages(rooms, pages);
        TakeAwayPages takeAway = new TakeAwayPages(rooms, pages);
        String year = "/portfolios/{portfolio}";
        return List.of(
                Route.at(GET, year + "/downloads", may(Deed.DOWNLOAD_SIGNED), downloads::show),
                Route.at(POST, year + "/downloads", may(Deed.DOWNLOAD_SIGNED), downloads::send),
                Route.at(GET, year + "/take-away", may(Deed.TAKE_AWAY), takeAway::show),
                Route.at(POST, year + "/take-away", may(Deed.TAKE_AWAY), takeAway::send));
    }
}
