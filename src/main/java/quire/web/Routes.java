package quire.web;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;
import static quire.web.Route.page;
import static quire.web.Route.program;

import java.util.List;

/** Every address of the server, in one table. */
final class Routes {

    private Routes() {}

    static List<Route> of(Rooms rooms, Pages pages) {
        SectionDesk desk = new SectionDesk(rooms.documents(), rooms.attachments(), rooms.clock());
        HomePages home = new HomePages(rooms, pages);
        FormPages forms = new FormPages(rooms, pages);
        CataloguePages catalogue = new CataloguePages(rooms, pages);
        DocumentPages documents = new DocumentPages(rooms, pages);
        SectionPages sections = new SectionPages(rooms.documents(), desk, pages);
        FormsApi formsApi = new FormsApi(rooms);
        TemplatesApi templatesApi = new TemplatesApi(rooms);
        return List.of(
                page(GET, "/", home::documents),
                page(GET, "/accessibility", home::accessibility),
                page(GET, "/assets/{version}/{file}", Assets::serve),
                page(GET, "/forms", forms::list),
                page(GET, "/forms/{form}", forms::show),
                page(POST, "/forms/{form}/documents", forms::start),
                page(GET, "/catalogue", catalogue::list),
                page(GET, "/catalogue/{programme}", catalogue::show),
                page(GET, "/catalogue/{programme}/pdf", catalogue::pdf),
                page(GET, "/documents/{document}", documents::show),
                page(GET, "/documents/{document}/check", documents::check),
                page(GET, "/documents/{document}/word", documents::word),
                page(GET, "/documents/{document}/pdf", documents::pdf),
                page(GET, "/documents/{document}/files/{digest}", documents::file),
                page(GET, "/documents/{document}/sections/{section}", sections::show),
                page(POST, "/documents/{document}/sections/{section}", sections::save),
                program(GET, "/api/v1/forms", formsApi::list),
                program(GET, "/api/v1/forms/{form}", formsApi::show),
                program(GET, "/api/v1/forms/{form}/schema", formsApi::schema),
                program(POST, "/api/v1/forms/{form}/merge", formsApi::merge),
                program(POST, "/api/v1/merge", templatesApi::merge),
                program(POST, "/api/v1/templates/lint", templatesApi::lint),
                program(GET, "/openapi.json", OpenApi::serve),
                program(GET, "/health", home::health));
    }
}
