package quire.web.year;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import quire.web.frame.Frame;
import quire.web.frame.Menu;
import quire.web.frame.Pages;
import quire.web.frame.Reply;
import quire.web.frame.Rooms;
import quire.web.frame.Visit;

/** What belongs to no form and no document. */
final class HomePages {

    private final Rooms rooms;
    private final Pages pages;

    HomePages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    /** To the part of the house where the visitor has most to do. */
    void home(Context request) {
        Frame.At first = Menu.of(rooms, Visit.of(request)).get(0);
        request.redirect(first.href(), HttpStatus.SEE_OTHER);
    }

    void accessibility(Context request) {
        pages.show(request, "accessibility", Frame.page("Accessibility", "", Frame.At.ELSEWHERE));
    }

    /** Well if the record can be read. */
    void health(Context request) {
        rooms.documents().find("health");
        Reply.json(request, Map.of("status", "ok"));
    }
}
