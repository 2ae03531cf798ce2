package quire.web.evidence;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;
import static quire.web.frame.Rule.may;

import java.util.List;
import quire.people.Deed;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Route;

/** The addresses of the files of portfolios. */
public final class EvidenceRoutes {

    private EvidenceRoutes() {}

    public static List<Route> of(Rooms rooms, Pages pages) {
        EvidencePages all = new EvidencePages(rooms, pages);
        FilePages one = new FilePages(rooms, pages);
        String list = "/portfolios/{portfolio}/evidence";
        String file = list + "/{evidence}";
        WaitingPages waiting = new WaitingPages(rooms);
        return List.of(
                Route.at(GET, list, may(Deed.READ_EVIDENCE), all::show),
                Route.at(POST, list, may(Deed.ADD_EVIDENCE), all::upload),
                Route.at(POST, list + "/waiting/{waiting}/remove", may(Deed.ADD_EVIDENCE), waiting::remove),
                Route.at(GET, file, may(Deed.READ_EVIDENCE), one::show),
                Route.at(POST, file, may(Deed.ADD_EVIDENCE), one::change),
                Route.at(GET, file + "/download", may(Deed.READ_EVIDENCE), one::download),
                Route.at(GET, file + "/remove", may(Deed.REMOVE_EVIDENCE), one::askToRemove),
                Route.at(POST, file + "/remove", may(Deed.REMOVE_EVIDENCE), one::remove));
    }
}
