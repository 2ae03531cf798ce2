package quire.web;

import java.util.List;
import java.util.stream.Stream;
import quire.web.account.AccountRoutes;
import quire.web.bundle.BundleRoutes;
import quire.web.evidence.EvidenceRoutes;
import quire.web.forms.FormRoutes;
import quire.web.frame.ClientAddress;
import quire.web.frame.Pages;
import quire.web.frame.Proof;
import quire.web.frame.Rooms;
import quire.web.frame.Route;
import quire.web.guest.GuestRoutes;
import quire.web.installation.InstallationRoutes;
import quire.web.paper.PaperRoutes;
import quire.web.people.PeopleRoutes;
import quire.web.takeaway.TakeAwayRoutes;
import quire.web.verify.VerifyRoutes;
import quire.web.year.YearRoutes;

/** Every address of the server, and whom it lets in: the rooms in one list. */
final class Routes {

    private Routes() {}

    static List<Route> of(WebSettings settings, Rooms rooms, Pages pages) {
        ClientAddress client = new ClientAddress(settings.proxies());
        return Stream.of(
                        YearRoutes.of(rooms, pages),
                        AccountRoutes.of(rooms, pages, client),
                        PeopleRoutes.of(rooms, pages),
                        InstallationRoutes.of(rooms, pages),
                        FormRoutes.of(rooms, pages),
                        PaperRoutes.of(rooms, pages, new Proof(rooms, client)),
                        EvidenceRoutes.of(rooms, pages),
                        GuestRoutes.of(rooms, pages, client),
                        PaperRoutes.forGuests(rooms, pages, new Proof(rooms, client)),
                        TakeAwayRoutes.of(rooms, pages),
                        BundleRoutes.of(rooms, pages),
                        VerifyRoutes.of(rooms, pages, client))
                .flatMap(List::stream)
                .toList();
    }
}
