package quire.web.account;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;
import static quire.web.frame.Rule.anybody;
import static quire.web.frame.Rule.signedIn;

import java.util.List;
import java.util.stream.Stream;
import quire.web.frame.ClientAddress;
import quire.web.frame.Pages;
import quire.web.frame.Proof;
import quire.web.frame.Rooms;
import quire.web.frame.Route;

/** The addresses of coming in and of one’s own account. */
public final class AccountRoutes {

    private final Rooms rooms;
    private final Pages pages;
    private final ClientAddress address;

    private AccountRoutes(Rooms rooms, Pages pages, ClientAddress address) {
        this.rooms = rooms;
        this.pages = pages;
        this.address = address;
    }

    public static List<Route> of(Rooms rooms, Pages pages, ClientAddress address) {
        AccountRoutes routes = new AccountRoutes(rooms, pages, address);
        return Stream.of(routes.wayIn(), routes.account()).flatMap(List::stream).toList();
    }

    private List<Route> wayIn() {
        SignInPages signIn = new SignInPages(rooms, pages, address);
        LinkPages links = new LinkPages(rooms, pages, signIn);
        SetUpPages setUp = new SetUpPages(rooms, pages, signIn);
        return List.of(
                Route.at(GET, "/sign-in", anybody(), signIn::show),
                Route.at(POST, "/sign-in", anybody(), signIn::signIn),
                Route.at(POST, "/sign-in/code", anybody(), signIn::code),
                Route.at(POST, "/sign-out", signedIn(), signIn::signOut),
                Route.at(GET, "/session", anybody(), signIn::session),
                Route.at(GET, "/link/{token}", anybody(), links::show),
                Route.at(POST, "/link/{token}", anybody(), links::choose),
                Route.at(GET, "/set-up", anybody(), setUp::show),
                Route.at(POST, "/set-up", anybody(), setUp::setUp));
    }

    private List<Route> account() {
        SignInPages signIn = new SignInPages(rooms, pages, address);
        Proof proof = new Proof(rooms, address);
        AccountPages account = new AccountPages(rooms, pages);
        PasswordPages password = new PasswordPages(rooms, pages, signIn, proof);
        DisplayPages display = new DisplayPages(rooms, pages);
        DataPages data = new DataPages(rooms, pages);
        SecondStepPages second = new SecondStepPages(rooms, pages, proof);
        TokenPages tokens = new TokenPages(rooms, pages, proof);
        return List.of(
                Route.at(GET, "/account", signedIn(), account::show),
                Route.at(GET, "/account/password", signedIn(), password::show),
                Route.at(POST, "/account/password", signedIn(), password::change),
                Route.at(GET, "/account/display", signedIn(), display::show),
                Route.at(POST, "/account/display", signedIn(), display::choose),
                Route.at(POST, "/account/reminders", signedIn(), account::chooseReminders),
                Route.at(GET, "/account/data", signedIn(), data::show),
                Route.at(GET, "/account/data/download", signedIn(), data::download),
                Route.at(POST, "/account/sessions/end-others", signedIn(), account::endOtherSessions),
                Route.at(POST, "/account/sessions/{session}/end", signedIn(), account::endSession),
                Route.at(GET, "/account/second-step", signedIn(), second::show),
                Route.at(POST, "/account/second-step", signedIn(), second::begin),
                Route.at(GET, "/account/second-step/app", signedIn(), second::app),
                Route.at(POST, "/account/second-step/app", signedIn(), second::confirm),
                Route.at(GET, "/account/second-step/picture", signedIn(), second::picture),
                Route.at(GET, "/account/second-step/codes", signedIn(), second::codes),
                Route.at(POST, "/account/second-step/codes", signedIn(), second::renewCodes),
                Route.at(GET, "/account/second-step/off", signedIn(), second::off),
                Route.at(POST, "/account/second-step/off", signedIn(), second::turnOff),
                Route.at(GET, "/account/tokens", signedIn(), tokens::list),
                Route.at(POST, "/account/tokens", signedIn(), tokens::make),
                Route.at(POST, "/account/tokens/{token}/end", signedIn(), tokens::end));
    }
}
