package quire.web.verify;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;

import java.util.List;
import quire.web.frame.ClientAddress;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Route;
import quire.web.frame.Rule;

/** The address where anybody may ask whether a paper is unchanged. */
public final class VerifyRoutes {

    private VerifyRoutes() {}

    public static List<Route> of(Rooms rooms, Pages pages, ClientAddress client) {
        VerifyPages verify = new VerifyPages(rooms, pages, client);
        return List.of(
                Route.at(GET, "/verify", Rule.anybody(), verify::ask),
                Route.at(POST, "/verify", Rule.anywhere(), verify::verify));
    }
}
