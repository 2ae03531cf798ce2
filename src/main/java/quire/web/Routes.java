package quire.web;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;
import static quire.web.Rule.anybody;
import static quire.web.Rule.may;
import static quire.web.Rule.program;
import static quire.web.Rule.reads;
import static quire.web.Rule.sees;
import static quire.web.Rule.signedIn;
import static quire.web.Rule.writes;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.stream.Stream;
import quire.people.Deed;

/** Every address of the server, in tables of one subject each, and whom it lets in. */
final class Routes {

    private final WebSettings settings;
    private final Rooms rooms;
    private final Pages pages;

    private Routes(WebSettings settings, Rooms rooms, Pages pages) {
        this.settings = settings;
        this.rooms = rooms;
        this.pages = pages;
    }

    static List<Route> of(WebSettings settings, Rooms rooms, Pages pages) {
        Routes routes = new Routes(settings, rooms, pages);
        return Stream.of(
                        routes.house(),
                        routes.wayIn(),
                        routes.years(),
                        routes.account(),
                        routes.people(),
                        routes.organisations(),
                        routes.forms(),
                        routes.papers(),
                        routes.comments(),
                        routes.programs())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> house() {
        HomePages home = new HomePages(rooms, pages);
        return List.of(
                at(GET, "/", signedIn(), home::home),
                at(GET, "/accessibility", anybody(), home::accessibility),
                at(GET, "/assets/{version}/{file}", anybody(), Assets::serve),
                at(GET, "/health", anybody(), home::health));
    }

    private List<Route> wayIn() {
        SignInPages signIn = new SignInPages(rooms, pages, new ClientAddress(settings.proxies()));
        LinkPages links = new LinkPages(rooms, pages, signIn);
        SetUpPages setUp = new SetUpPages(rooms, pages, signIn);
        return List.of(
                at(GET, "/sign-in", anybody(), signIn::show),
                at(POST, "/sign-in", anybody(), signIn::signIn),
                at(POST, "/sign-in/code", anybody(), signIn::code),
                at(POST, "/sign-out", signedIn(), signIn::signOut),
                at(GET, "/session", anybody(), signIn::session),
                at(GET, "/link/{token}", anybody(), links::show),
                at(POST, "/link/{token}", anybody(), links::choose),
                at(GET, "/set-up", anybody(), setUp::show),
                at(POST, "/set-up", anybody(), setUp::setUp));
    }

    private List<Route> years() {
        PortfolioPages portfolios = new PortfolioPages(rooms, pages);
        CohortPages cohorts = new CohortPages(rooms, pages);
        return List.of(
                at(GET, "/year", signedIn(), portfolios::year),
                at(GET, "/nqsws", signedIn(), cohorts::nqsws),
                at(GET, "/team", signedIn(), cohorts::team),
                at(GET, "/cohort", may(Deed.SEE_COHORT), cohorts::cohort),
                at(GET, "/portfolios/{portfolio}", may(Deed.SEE_PORTFOLIO), portfolios::show),
                at(GET, "/portfolios/{portfolio}/papers/{paper}", may(Deed.SEE_PORTFOLIO), portfolios::paper),
                at(POST, "/portfolios/{portfolio}/papers/{paper}", may(Deed.SEE_PORTFOLIO), portfolios::start),
                at(
                        GET,
                        "/portfolios/{portfolio}/trail",
                        may(Deed.SEE_TRAIL_OF_PORTFOLIO),
                        new TrailPages(rooms, pages)::show));
    }

    private List<Route> account() {
        SignInPages signIn = new SignInPages(rooms, pages, new ClientAddress(settings.proxies()));
        AccountPages account = new AccountPages(rooms, pages);
        PasswordPages password = new PasswordPages(rooms, pages, signIn);
        DisplayPages display = new DisplayPages(rooms, pages);
        SecondStepPages second = new SecondStepPages(rooms, pages, signIn);
        TokenPages tokens = new TokenPages(rooms, pages, signIn);
        return List.of(
                at(GET, "/account", signedIn(), account::show),
                at(GET, "/account/password", signedIn(), password::show),
                at(POST, "/account/password", signedIn(), password::change),
                at(GET, "/account/display", signedIn(), display::show),
                at(POST, "/account/display", signedIn(), display::choose),
                at(POST, "/account/sessions/end-others", signedIn(), account::endOtherSessions),
                at(POST, "/account/sessions/{session}/end", signedIn(), account::endSession),
                at(GET, "/account/second-step", signedIn(), second::show),
                at(POST, "/account/second-step", signedIn(), second::begin),
                at(GET, "/account/second-step/app", signedIn(), second::app),
                at(POST, "/account/second-step/app", signedIn(), second::confirm),
                at(GET, "/account/second-step/picture", signedIn(), second::picture),
                at(GET, "/account/second-step/codes", signedIn(), second::codes),
                at(POST, "/account/second-step/codes", signedIn(), second::renewCodes),
                at(GET, "/account/second-step/off", signedIn(), second::off),
                at(POST, "/account/second-step/off", signedIn(), second::turnOff),
                at(GET, "/account/tokens", signedIn(), tokens::list),
                at(POST, "/account/tokens", signedIn(), tokens::make),
                at(POST, "/account/tokens/{token}/end", signedIn(), tokens::end));
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
                at(GET, "/people", may(Deed.SEE_PEOPLE), people::list),
                at(POST, "/people", may(Deed.MANAGE_PEOPLE), persons::add),
                at(GET, "/people/add", may(Deed.MANAGE_PEOPLE), persons::addForm),
                at(GET, "/people/export", may(Deed.EXPORT_PEOPLE), people::export),
                at(GET, "/people/import", may(Deed.IMPORT_PEOPLE), imports::form),
                at(POST, "/people/import", may(Deed.IMPORT_PEOPLE), imports::plan),
                at(GET, "/people/import/template", may(Deed.IMPORT_PEOPLE), imports::template),
                at(POST, "/people/import/run", may(Deed.IMPORT_PEOPLE), imports::run),
                at(GET, "/people/{person}", may(Deed.SEE_PEOPLE), persons::show),
                at(GET, "/people/{person}/details", may(Deed.MANAGE_PEOPLE), persons::changeForm),
                at(POST, "/people/{person}/details", may(Deed.MANAGE_PEOPLE), persons::change),
                at(POST, "/people/{person}/invitation", may(Deed.MANAGE_PEOPLE), letters::invite),
                at(POST, "/people/{person}/reset", may(Deed.MANAGE_PEOPLE), letters::reset),
                at(POST, "/people/{person}/second-step/off", may(Deed.MANAGE_PEOPLE), letters::turnSecondStepOff),
                at(GET, "/people/{person}/end", may(Deed.MANAGE_PEOPLE), access::form),
                at(POST, "/people/{person}/end", may(Deed.MANAGE_PEOPLE), access::end),
                at(POST, "/people/{person}/restore", may(Deed.MANAGE_PEOPLE), access::restore),
                at(GET, "/people/{person}/roles", may(Deed.GIVE_ROLE), roles::giveForm),
                at(POST, "/people/{person}/roles", may(Deed.GIVE_ROLE), roles::give),
                at(GET, "/people/{person}/roles/{role}/end", may(Deed.GIVE_ROLE), roles::endForm),
                at(POST, "/people/{person}/roles/{role}/end", may(Deed.GIVE_ROLE), roles::end));
    }

    private List<Route> organisations() {
        OrganisationPages organisations = new OrganisationPages(rooms, pages);
        return List.of(
                at(GET, "/organisations", may(Deed.CHANGE_ORGANISATION), organisations::list),
                at(POST, "/organisations", may(Deed.ADD_ORGANISATION), organisations::add),
                at(GET, "/organisations/add", may(Deed.ADD_ORGANISATION), organisations::addForm),
                at(GET, "/organisations/{organisation}", may(Deed.CHANGE_ORGANISATION), organisations::changeForm),
                at(POST, "/organisations/{organisation}", may(Deed.CHANGE_ORGANISATION), organisations::change));
    }

    private List<Route> forms() {
        FormPages forms = new FormPages(rooms, pages);
        CataloguePages catalogue = new CataloguePages(rooms, pages);
        return List.of(
                at(GET, "/forms", signedIn(), forms::list),
                at(GET, "/forms/{form}", signedIn(), forms::show),
                at(POST, "/forms/{form}/documents", signedIn(), forms::start),
                at(GET, "/catalogue", signedIn(), catalogue::list),
                at(GET, "/catalogue/{programme}", signedIn(), catalogue::show),
                at(GET, "/catalogue/{programme}/pdf", signedIn(), catalogue::pdf));
    }

    private List<Route> papers() {
        DocumentPages documents = new DocumentPages(rooms, pages);
        SectionPages sections = new SectionPages(rooms, pages);
        Autosave autosave = new Autosave(rooms);
        PaperDownloads downloads = new PaperDownloads(rooms);
        return List.of(
                at(GET, "/documents/{document}", sees(), documents::show),
                at(GET, "/documents/{document}/check", sees(), new CheckPages(rooms, pages)::show),
                at(GET, "/documents/{document}/word", sees(), downloads::word),
                at(GET, "/documents/{document}/pdf", sees(), downloads::pdf),
                at(GET, "/documents/{document}/files/{digest}", sees(), downloads::file),
                at(GET, "/documents/{document}/sections/{section}", reads(), sections::show),
                at(POST, "/documents/{document}/sections/{section}", writes(), sections::save),
                at(POST, "/documents/{document}/sections/{section}/autosave", writes(), autosave::save));
    }

    private List<Route> comments() {
        CommentPages comments = new CommentPages(rooms);
        String all = "/documents/{document}/sections/{section}/comments";
        return List.of(
                at(POST, all, Rule.comments(), comments::add),
                at(POST, all + "/{comment}", Rule.discusses(), comments::change),
                at(POST, all + "/{comment}/answer", Rule.discusses(), comments::answer));
    }

    private List<Route> programs() {
        FormsApi forms = new FormsApi(rooms);
        TemplatesApi templates = new TemplatesApi(rooms);
        return List.of(
                at(GET, "/openapi.json", anybody(), OpenApi::serve),
                at(GET, "/api/v1/forms", program(), forms::list),
                at(GET, "/api/v1/forms/{form}", program(), forms::show),
                at(GET, "/api/v1/forms/{form}/schema", program(), forms::schema),
                at(POST, "/api/v1/forms/{form}/merge", program(), forms::merge),
                at(POST, "/api/v1/merge", program(), templates::merge),
                at(POST, "/api/v1/templates/lint", program(), templates::lint));
    }

    private static Route at(HandlerType method, String path, Rule rule, Handler handler) {
        return new Route(method, path, rule, handler);
    }
}
