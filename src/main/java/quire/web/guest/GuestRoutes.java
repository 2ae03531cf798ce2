package quire.web.guest;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;

import java.util.List;
import java.util.stream.Stream;
import quire.people.Deed;
import quire.web.frame.ClientAddress;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Route;
import quire.web.frame.Rule;

/** The addresses of people without accounts, and of those who ask them. */
public final class GuestRoutes {

    private final Rooms rooms;
    private final Pages pages;
    private final ClientAddress client;

    private GuestRoutes(Rooms rooms, Pages pages, ClientAddress client) {
        this.rooms = rooms;
        this.pages = pages;
        this.client = client;
    }

    public static List<Route> of(Rooms rooms, Pages pages, ClientAddress client) {
        GuestRoutes routes = new GuestRoutes(rooms, pages, client);
        return Stream.of(routes.links(), routes.inside(), routes.asking(), routes.recording(), routes.together())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> links() {
        LandingPages landing = new LandingPages(rooms, pages, client);
        CodePages codes = new CodePages(rooms, pages, client);
        return List.of(
                Route.at(GET, "/i/{token}", Rule.anybody(), landing::show),
                Route.at(POST, "/i/{token}/start", Rule.anybody(), landing::start),
                Route.at(GET, "/i/{token}/code", Rule.anybody(), codes::show),
                Route.at(POST, "/i/{token}/code", Rule.anybody(), codes::take),
                Route.at(GET, "/i/{token}/decline", Rule.anybody(), landing::askToDecline),
                Route.at(POST, "/i/{token}/decline", Rule.anybody(), landing::decline),
                Route.at(GET, "/i/{token}/copy", Rule.anybody(), landing::copy));
    }

    private List<Route> inside() {
        GuestPages guest = new GuestPages(rooms, pages);
        AboutYouPages about = new AboutYouPages(rooms, pages);
        Rule sees = Rule.sees().forGuests();
        return List.of(
                Route.at(GET, "/guest/{document}", sees, guest::show),
                Route.at(GET, "/guest/{document}/copy", sees, guest::copy),
                Route.at(POST, "/guest/{document}/send", sees, guest::send),
                Route.at(POST, "/guest/{document}/finish", sees, guest::finish),
                Route.at(GET, "/guest/{document}/you", sees, about::show),
                Route.at(POST, "/guest/{document}/you", sees, about::save));
    }

    private List<Route> asking() {
        AskPages ask = new AskPages(rooms, pages);
        RequestPages requests = new RequestPages(rooms, pages);
        Rule asks = Rule.may(Deed.ASK_OBSERVER);
        String all = "/documents/{document}/requests";
        return List.of(
                Route.at(GET, "/asked", Rule.signedIn(), new AskedPages(rooms, pages)::show),
                Route.at(GET, all, asks, requests::show),
                Route.at(GET, all + "/ask/{part}", asks, ask::show),
                Route.at(POST, all + "/ask/{part}", asks, ask::ask),
                Route.at(POST, all + "/{request}/remind", asks, requests::remind),
                Route.at(POST, all + "/{request}/renew", asks, requests::renew),
                Route.at(POST, all + "/{request}/cancel", asks, requests::cancel));
    }

    private List<Route> recording() {
        RecordingPages recording = new RecordingPages(rooms, pages);
        Rule records = Rule.may(Deed.RECORD_FOR);
        String one = "/documents/{document}/record/{part}";
        return List.of(Route.at(GET, one, records, recording::show), Route.at(POST, one, records, recording::save));
    }

    private List<Route> together() {
        TogetherPages together = new TogetherPages(rooms, pages, client);
        String here = "/documents/{document}/together";
        return List.of(
                Route.at(GET, here, Rule.sees(), together::show),
                Route.at(POST, here, Rule.sees(), together::signIn),
                Route.at(POST, here + "/code", Rule.sees(), together::code));
    }
}
