package quire.web.takeaway;

import io.javalin.http.Context;
import quire.portfolio.Portfolio;
import quire.takeaway.Parcel;
import quire.web.frame.Body;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** The whole of one's own portfolio, to take away. */
final class TakeAwayPages {

    private final Rooms rooms;
    private final Pages pages;

    TakeAwayPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    /** What is in it, and what is not. */
    void show(Context request) {
        Portfolio portfolio = Visit.of(request).inPortfolio();
        String address = "/portfolios/" + portfolio.id();
        View view = Frame.page("Take your portfolio away", portfolio.code(), Frame.At.YEAR)
                .text("action", address + "/take-away");
        Frame.back(view, address + "/downloads", "Back to downloading papers");
        pages.show(request, "take-away", view);
    }

    void send(Context request) {
        Visit visit = Visit.of(request);
        Body.form(request);
        Parcel parcel = rooms.takeAways()
                .own(
                        visit.inPortfolio(),
                        visit.stands(),
                        visit.actor(),
                        visit.now(),
                        rooms.clock().getZone());
        Sending.send(request, parcel);
    }
}
