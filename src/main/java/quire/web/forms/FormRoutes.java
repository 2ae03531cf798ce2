package quire.web.forms;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;
import static quire.web.frame.Rule.anybody;
import static quire.web.frame.Rule.may;
import static quire.web.frame.Rule.program;
import static quire.web.frame.Rule.signedIn;

import java.util.List;
import java.util.stream.Stream;
import quire.people.Deed;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Route;

/** The addresses of forms by themselves, for people and for programs. */
public final class FormRoutes {

    private final Rooms rooms;
    private final Pages pages;

    private FormRoutes(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    public static List<Route> of(Rooms rooms, Pages pages) {
        FormRoutes routes = new FormRoutes(rooms, pages);
        return Stream.of(routes.forms(), routes.versions(), routes.programs())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> forms() {
        FormPages forms = new FormPages(rooms, pages);
        CataloguePages catalogue = new CataloguePages(rooms, pages);
        return List.of(
                Route.at(GET, "/forms", signedIn(), forms::list),
                Route.at(GET, "/forms/{form}", signedIn(), forms::show),
                Route.at(POST, "/forms/{form}/documents", signedIn(), forms::start),
                Route.at(GET, "/catalogue", signedIn(), catalogue::list),
                Route.at(GET, "/catalogue/{programme}", signedIn(), catalogue::show),
                Route.at(GET, "/catalogue/{programme}/pdf", signedIn(), catalogue::pdf));
    }

    private List<Route> versions() {
        VersionPages versions = new VersionPages(rooms, pages);
        DraftPages drafts = new DraftPages(rooms, pages);
        return List.of(
                Route.at(GET, "/versions", may(Deed.MOVE_PAPERS), versions::list),
                Route.at(GET, "/versions/{form}", may(Deed.MOVE_PAPERS), versions::show),
                Route.at(GET, "/versions/{form}/drafts", may(Deed.MOVE_PAPERS), drafts::show),
                Route.at(POST, "/versions/{form}/drafts", may(Deed.MOVE_PAPERS), drafts::move));
    }

    private List<Route> programs() {
        FormsApi forms = new FormsApi(rooms);
        TemplatesApi templates = new TemplatesApi(rooms);
        return List.of(
                Route.at(GET, "/openapi.json", anybody(), OpenApi::serve),
                Route.at(GET, "/api/v1/forms", program(), forms::list),
                Route.at(GET, "/api/v1/forms/{form}", program(), forms::show),
                Route.at(GET, "/api/v1/forms/{form}/schema", program(), forms::schema),
                Route.at(POST, "/api/v1/forms/{form}/merge", program(), forms::merge),
                Route.at(POST, "/api/v1/merge", program(), templates::merge),
                Route.at(POST, "/api/v1/templates/lint", program(), templates::lint));
    }
}
