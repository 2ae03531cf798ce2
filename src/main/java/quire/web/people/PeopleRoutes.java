package quire.web.people;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;
import static quire.web.frame.Rule.may;

import java.util.List;
import java.util.stream.Stream;
import quire.people.Deed;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Route;

/** The addresses of looking after people and organisations. */
public final class PeopleRoutes {

    private final Rooms rooms;
    private final Pages pages;

    private PeopleRoutes(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    public static List<Route> of(Rooms rooms, Pages pages) {
        PeopleRoutes routes = new PeopleRoutes(rooms, pages);
        return Stream.of(routes.people(), routes.organisations())
                .flatMap(List::stream)
                .toList();
    }

    /** The addresses that name a person come last: those before them are no persons. */
    private List<Route> people() {
        PeoplePages people = new PeoplePages(rooms, pages);
        ImportPages imports = new ImportPages(rooms, pages);
        PersonPages persons = new PersonPages(rooms, pages);
        LetterPages letters = new LetterPages(rooms, pages);
        AccessPages access = new AccessPages(rooms, pages);
        RolePages roles = new RolePages(rooms, pages);
        return List.of(
                Route.at(GET, "/people", may(Deed.SEE_PEOPLE), people::list),
                Route.at(POST, "/people", may(Deed.MANAGE_PEOPLE), persons::add),
                Route.at(GET, "/people/add", may(Deed.MANAGE_PEOPLE), persons::addForm),
                Route.at(GET, "/people/export", may(Deed.EXPORT_PEOPLE), people::export),
                Route.at(GET, "/people/import", may(Deed.IMPORT_PEOPLE), imports::form),
                Route.at(POST, "/people/import", may(Deed.IMPORT_PEOPLE), imports::plan),
                Route.at(GET, "/people/import/template", may(Deed.IMPORT_PEOPLE), imports::template),
                Route.at(POST, "/people/import/run", may(Deed.IMPORT_PEOPLE), imports::run),
                Route.at(GET, "/people/{person}", may(Deed.SEE_PEOPLE), persons::show),
                Route.at(GET, "/people/{person}/details", may(Deed.MANAGE_PEOPLE), persons::changeForm),
                Route.at(POST, "/people/{person}/details", may(Deed.MANAGE_PEOPLE), persons::change),
                Route.at(POST, "/people/{person}/invitation", may(Deed.MANAGE_PEOPLE), letters::invite),
                Route.at(POST, "/people/{person}/reset", may(Deed.MANAGE_PEOPLE), letters::reset),
                Route.at(POST, "/people/{person}/second-step/off", may(Deed.MANAGE_PEOPLE), letters::turnSecondStepOff),
                Route.at(GET, "/people/{person}/end", may(Deed.MANAGE_PEOPLE), access::form),
                Route.at(POST, "/people/{person}/end", may(Deed.MANAGE_PEOPLE), access::end),
                Route.at(POST, "/people/{person}/restore", may(Deed.MANAGE_PEOPLE), access::restore),
                Route.at(GET, "/people/{person}/roles", may(Deed.GIVE_ROLE), roles::giveForm),
                Route.at(POST, "/people/{person}/roles", may(Deed.GIVE_ROLE), roles::give),
                Route.at(GET, "/people/{person}/roles/{role}/end", may(Deed.GIVE_ROLE), roles::endForm),
                Route.at(POST, "/people/{person}/roles/{role}/end", may(Deed.GIVE_ROLE), roles::end));
    }

    private List<Route> organisations() {
        OrganisationPages organisations = new OrganisationPages(rooms, pages);
        return List.of(
                Route.at(GET, "/organisations", may(Deed.CHANGE_ORGANISATION), organisations::list),
                Route.at(POST, "/organisations", may(Deed.ADD_ORGANISATION), organisations::add),
                Route.at(GET, "/organisations/add", may(Deed.ADD_ORGANISATION), organisations::addForm),
                Route.at(
                        GET, "/organisations/{organisation}", may(Deed.CHANGE_ORGANISATION), organisations::changeForm),
                Route.at(POST, "/organisations/{organisation}", may(Deed.CHANGE_ORGANISATION), organisations::change));
    }
}
