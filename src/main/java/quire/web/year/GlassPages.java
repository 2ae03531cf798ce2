package quire.web.year;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import quire.core.Problem;
import quire.portfolio.Portfolio;
import quire.web.frame.Body;
import quire.web.frame.Boxes;
import quire.web.frame.Complaints;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Typed;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** Opening, with a reason and for an hour, what is closed otherwise. */
final class GlassPages {

    private final Rooms rooms;
    private final Pages pages;

    GlassPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    void form(Context request) {
        form(request, Typed.NOTHING, new Complaints());
    }

    void open(Context request) {
        Portfolio portfolio = Visit.of(request).inPortfolio();
        Typed typed = new Typed(Body.form(request).fields());
        Visit visit = Visit.of(request);
        try {
            rooms.people()
                    .glass()
                    .open(visit.who().id(), portfolio.id(), typed.one("reason"), visit.actor(), visit.now());
            request.redirect(Act.address(portfolio) + "?done=glass", HttpStatus.SEE_OTHER);
        } catch (Problem refused) {
            Complaints complaints = new Complaints().add(refused);
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
            form(request, typed, complaints);
        }
    }

    private void form(Context request, Typed typed, Complaints complaints) {
        Portfolio portfolio = Visit.of(request).inPortfolio();
        Act act = new Act(
                "Open what is closed to you",
                "Drafts, self-assessments and confidential papers are closed to administrators. If you have to read one,"
                        + " say why: it is open to you for an hour. The social worker sees that you opened it, the"
                        + " co-ordinator sees it with your reason, and it stays written down.",
                Act.address(portfolio) + "/glass",
                "Open for an hour");
        View view = act.view(portfolio)
                .group(
                        "reason",
                        new Boxes(typed, complaints)
                                .lines("reason", "Why you have to read it", "")
                                .flag("optional", false));
        Frame.back(view, Act.address(portfolio), "Back to all papers");
        pages.show(request, "act", complaints.on(view));
    }
}
