package quire.web.bundle;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Objects;
import quire.bundle.Contents;
import quire.bundle.Continued;
import quire.bundle.Edition;
import quire.bundle.Order;
import quire.bundle.Plan;
import quire.core.Problem;
import quire.portfolio.Portfolio;
import quire.web.frame.Complaints;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Typed;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** What a supplement to the newest final bundle would be now, and the button that has it made. */
final class SupplementPages {

    private final Rooms rooms;
    private final Pages pages;
    private final Planner planner;

    SupplementPages(Rooms rooms, Pages pages, Planner planner) {
        this.rooms = rooms;
        this.pages = pages;
        this.planner = planner;
    }

    /** Where none can be made, the plan of a new version says why. */
    void show(Context request) {
        try {
            show(request, planner.plan(request, Edition.SUPPLEMENT), new Complaints());
        } catch (Problem refused) {
            elsewhere(request, refused);
        }
    }

    void order(Context request, Typed typed) {
        Visit visit = Visit.of(request);
        try {
            Plan plan = planner.plan(request, Edition.SUPPLEMENT);
            if (plan.input().hex().equals(typed.one("seen"))) {
                Order order = rooms.bundles().order(plan, visit.actor(), visit.now());
                request.redirect(OrderPages.address(order), HttpStatus.SEE_OTHER);
            } else {
                request.status(HttpStatus.UNPROCESSABLE_CONTENT);
                Complaints changed = new Complaints();
                changed.add(
                        "The portfolio has changed since you looked at the plan. Look at it again before you go on");
                show(request, plan, changed);
            }
        } catch (Problem refused) {
            elsewhere(request, refused);
        }
    }

    private static void elsewhere(Context request, Problem refused) {
        if (refused.kind() != Problem.Kind.CONFLICT) {
            throw refused;
        }
        request.redirect(request.path(), HttpStatus.SEE_OTHER);
    }

    private void show(Context request, Plan plan, Complaints complaints) {
        Visit visit = Visit.of(request);
        Portfolio portfolio = visit.inPortfolio();
        Contents contents = Contents.of(plan);
        ContentsView views = new ContentsView(rooms, visit);
        Continued base = Objects.requireNonNull(plan.continued());
        String address = KindPages.address(portfolio) + "/bundles/" + plan.recipe();
        View view = Frame.page(
                        "Supplement " + base.number() + " to version " + base.version(),
                        plan.title(),
                        Frame.At.ELSEWHERE)
                .text("action", address)
                .text("code", portfolio.code())
                .number("version", base.version())
                .number("number", base.number())
                .text("base", "/bundles/" + base.bundle())
                .number("first", plan.firstPage())
                .number("last", plan.lastPage())
                .text("seen", plan.input().hex())
                .list("lines", views.lines(contents));
        views.gaps(view, contents, portfolio);
        Frame.back(view, address, "Back to the plan of a new version");
        pages.show(request, "bundle-supplement", complaints.on(view));
    }
}
