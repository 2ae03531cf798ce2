package quire.web.bundle;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.HEAD;
import static io.javalin.http.HandlerType.POST;
import static quire.web.frame.Rule.anybody;
import static quire.web.frame.Rule.may;
import static quire.web.frame.Rule.opensBundle;
import static quire.web.frame.Rule.signedIn;

import java.util.List;
import java.util.stream.Stream;
import quire.people.Deed;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Route;

/** The addresses of bundles. */
public final class BundleRoutes {

    private BundleRoutes() {}

    /** Those of orders and batches stand before those that name a bundle. */
    public static List<Route> of(Rooms rooms, Pages pages) {
        return Stream.of(building(rooms, pages), batches(rooms, pages), reading(rooms, pages))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Route> building(Rooms rooms, Pages pages) {
        KindPages kinds = new KindPages(rooms, pages);
        Planner planner = new Planner(rooms);
        PlanPages plans = new PlanPages(rooms, pages, planner);
        DoubtPages doubts = new DoubtPages(rooms, pages, planner);
        OrderPages orders = new OrderPages(rooms, pages);
        String all = "/portfolios/{portfolio}/bundles";
        return List.of(
                Route.at(GET, all, may(Deed.PREVIEW_PACK), kinds::show),
                Route.at(GET, all + "/{recipe}", may(Deed.PREVIEW_PACK), plans::show),
                Route.at(POST, all + "/{recipe}", may(Deed.PREVIEW_PACK), plans::order),
                Route.at(GET, all + "/{recipe}/check", may(Deed.BUILD_PACK), doubts::show),
                Route.at(POST, all + "/{recipe}/check", may(Deed.BUILD_PACK), doubts::save),
                Route.at(GET, "/bundles/orders/{order}", opensBundle(), orders::show),
                Route.at(GET, "/bundles/orders/{order}/events", opensBundle(), orders::events));
    }

    private static List<Route> batches(Rooms rooms, Pages pages) {
        BatchForms forms = new BatchForms(rooms, pages);
        BatchPages batches = new BatchPages(rooms, pages);
        BatchFiles files = new BatchFiles(rooms, batches, new BundleFiles(rooms));
        String one = BatchPages.ALL + "/{batch}";
        return List.of(
                Route.at(GET, BatchPages.ALL, may(Deed.BUILD_PACKS), batches::list),
                Route.at(GET, BatchPages.ALL + "/new", may(Deed.BUILD_PACKS), forms::form),
                Route.at(POST, BatchPages.ALL, may(Deed.BUILD_PACKS), forms::order),
                Route.at(GET, one, may(Deed.BUILD_PACKS), batches::show),
                Route.at(GET, one + "/events", may(Deed.BUILD_PACKS), batches::events),
                Route.at(GET, one + "/zip", may(Deed.BUILD_PACKS), files::zip));
    }

    private static List<Route> reading(Rooms rooms, Pages pages) {
        BundlePages bundles = new BundlePages(rooms, pages);
        BundleFiles files = new BundleFiles(rooms);
        SheetPages sheets = new SheetPages(rooms, pages);
        ReaderPages readers = new ReaderPages(rooms, pages);
        String one = "/bundles/{bundle}";
        return List.of(
                Route.at(GET, "/bundles", signedIn(), new ReadingPages(rooms, pages)::show),
                Route.at(GET, one, opensBundle(), bundles::show),
                Route.at(GET, one + "/pdf", opensBundle(), files::pdf),
                Route.at(HEAD, one + "/pdf", opensBundle(), files::pdf),
                Route.at(GET, one + "/checks", opensBundle(), new CheckPages(rooms, pages)::show),
                Route.at(GET, one + "/manifest", opensBundle(), files::manifest),
                Route.at(GET, one + "/word", opensBundle(), files::word),
                Route.at(GET, one + "/read", opensBundle(), sheets::contents),
                Route.at(GET, one + "/read/{key}", opensBundle(), sheets::show),
                Route.at(GET, one + "/read/pictures/{digest}", opensBundle(), sheets::picture),
                Route.at(GET, one + "/readers", may(Deed.RELEASE_PACK), readers::form),
                Route.at(POST, one + "/readers", may(Deed.RELEASE_PACK), readers::release),
                Route.at(POST, one + "/readers/{reader}/end", may(Deed.RELEASE_PACK), readers::end),
                Route.at(GET, "/seal-certificate.pem", anybody(), files::certificate));
    }
}
