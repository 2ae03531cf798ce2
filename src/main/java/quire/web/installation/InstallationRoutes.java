package quire.web.installation;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;
import static quire.web.frame.Rule.may;

import java.util.List;
import quire.people.Deed;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Route;

/** The addresses of looking after the installation. */
public final class InstallationRoutes {

    private InstallationRoutes() {}

    public static List<Route> of(Rooms rooms, Pages pages) {
        InstallationPages installation = new InstallationPages(rooms, pages);
        LetterPages letters = new LetterPages(rooms, pages);
        return List.of(
                Route.at(GET, "/installation", may(Deed.SETTINGS), installation::show),
                Route.at(POST, "/installation/trail", may(Deed.SETTINGS), installation::checkTrail),
                Route.at(GET, "/installation/letters", may(Deed.SETTINGS), letters::list),
                Route.at(GET, "/installation/letters/{letter}", may(Deed.SETTINGS), letters::show),
                Route.at(POST, "/installation/letters/{letter}/open", may(Deed.SETTINGS), letters::open),
                Route.at(POST, "/installation/letters/{letter}/again", may(Deed.SETTINGS), letters::sendAgain),
                Route.at(POST, "/installation/letters/{letter}/stop", may(Deed.SETTINGS), letters::stop));
    }
}
