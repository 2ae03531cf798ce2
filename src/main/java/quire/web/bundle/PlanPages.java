package quire.web.bundle;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.bundle.Bundle;
import quire.bundle.Contents;
import quire.bundle.Edition;
import quire.bundle.Order;
import quire.bundle.Plan;
import quire.bundle.Supplement;
import quire.core.Problem;
import quire.merge.Value;
import quire.people.Deed;
import quire.people.Permits;
import quire.portfolio.Portfolio;
import quire.web.frame.Body;
import quire.web.frame.Boxes;
import quire.web.frame.BundleNames;
import quire.web.frame.Complaints;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Reply;
import quire.web.frame.Rooms;
import quire.web.frame.Typed;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** What a bundle would be now: what stands on which page, what is missing, and the buttons that have it made. */
final class PlanPages {

    private static final int LONGEST_REASON = 500;

    private final Rooms rooms;
    private final Pages pages;
    private final Sight sight;
    private final Planner planner;
    private final SupplementPages supplements;

    PlanPages(Rooms rooms, Pages pages, Planner planner) {
        this.rooms = rooms;
        this.pages = pages;
        this.sight = new Sight(rooms);
        this.planner = planner;
        this.supplements = new SupplementPages(rooms, pages, planner);
    }

    /** For people, and as JSON for whoever asks for that. */
    void show(Context request) {
        boolean supplement = isSupplement(request.queryParam("edition"), Visit.of(request));
        Edition edition = supplement ? Edition.SUPPLEMENT : edition(Visit.of(request));
        if ("application/json".equals(request.header("Accept"))) {
            Reply.json(request, planner.plan(request, edition).asJson());
        } else if (supplement) {
            supplements.show(request);
        } else {
            show(request, planner.plan(request, edition), Typed.NOTHING, new Complaints());
        }
    }

    /** Asks for the bundle, and leads to where one sees how far it is. */
    void order(Context request) {
        Visit visit = Visit.of(request);
        Typed typed = new Typed(Body.form(request).fields());
        if (isSupplement(typed.one("edition"), visit)) {
            supplements.order(request, typed);
            return;
        }
        Edition edition = Edition.find(typed.one("edition"))
                .filter(asked -> asked == Edition.DRAFT || (asked == Edition.FINAL && builds(visit)))
                .orElseThrow(() -> Problem.notFound("This bundle is not yours to make."));
        Complaints complaints = new Complaints();
        Optional<Order> order = ordered(request, edition, typed, complaints);
        if (order.isPresent()) {
            request.redirect(OrderPages.address(order.get()), HttpStatus.SEE_OTHER);
        } else {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(request, planner.plan(request, edition(visit)), typed, complaints);
        }
    }

    private Optional<Order> ordered(Context request, Edition edition, Typed typed, Complaints complaints) {
        Visit visit = Visit.of(request);
        String reason = edition == Edition.FINAL ? typed.one("reason").strip() : "";
        if (reason.length() > LONGEST_REASON) {
            complaints.add("reason", "The reason must be " + LONGEST_REASON + " characters or fewer");
            return Optional.empty();
        }
        Plan plan = planner.plan(request, edition);
        if (edition == Edition.FINAL && !plan.input().hex().equals(typed.one("seen"))) {
            complaints.add("The portfolio has changed since you looked at the plan. Look at it again before you go on");
        } else if (edition == Edition.FINAL && !plan.gaps().isEmpty() && reason.isEmpty()) {
            complaints.add("reason", "Enter why the bundle is made although something is missing");
        } else if (edition == Edition.DRAFT && !sight.covers(Contents.of(plan), visit)) {
            complaints.add("This bundle holds papers that are not open to you, so there is no draft of it for you");
        } else {
            return Optional.of(placed(request, plan, reason));
        }
        return Optional.empty();
    }

    /** A reason is printed, and a code is given with the first order: with either the plan may be another. */
    private Order placed(Context request, Plan plan, String reason) {
        Visit visit = Visit.of(request);
        String said = plan.gaps().isEmpty() ? "" : reason;
        return plan.coded() || !said.isEmpty()
                ? planner.order(request, plan.edition(), said)
                : rooms.bundles().order(plan, visit.actor(), visit.now());
    }

    private void show(Context request, Plan plan, Typed typed, Complaints complaints) {
        Visit visit = Visit.of(request);
        Portfolio portfolio = visit.inPortfolio();
        Contents contents = Contents.of(plan);
        ContentsView views = new ContentsView(rooms, visit);
        String address = KindPages.address(portfolio) + "/bundles";
        View view = Frame.page(plan.title(), portfolio.code(), KindPages.at(visit))
                .text("action", address + "/" + plan.recipe())
                .text("pages", BundleWords.pages(plan.pages()))
                .text("identity", BundleWords.identity(plan.coded()))
                .text("check", plan.coded() && builds(visit) ? address + "/" + plan.recipe() + "/check" : "")
                .flag("builds", builds(visit))
                .flag("previews", sight.covers(contents, visit))
                .text("seen", plan.input().hex())
                .value("reason", Value.Flag.NO)
                .list("lines", views.lines(contents));
        views.gaps(view, contents, portfolio);
        if (!plan.gaps().isEmpty()) {
            view.group("reason", reason(typed, complaints));
        }
        made(view, plan, address + "/" + plan.recipe(), visit);
        Frame.back(view, address, "Back to all bundles");
        pages.show(request, "bundle-plan", complaints.on(view));
    }

    /** What was made of it already, and whether it is enough to add to that; for those who make final bundles. */
    private void made(View view, Plan plan, String address, Visit visit) {
        Optional<Bundle> same = builds(visit) ? rooms.bundles().same(plan) : Optional.empty();
        Optional<Supplement> since =
                builds(visit) && same.isEmpty() ? rooms.bundles().sinceFinal(plan) : Optional.empty();
        view.text("same", same.map(BundleNames::version).orElse(""))
                .text(
                        "sameAddress",
                        same.map(bundle -> "/bundles/" + bundle.id()).orElse(""))
                .text(
                        "supplement",
                        since.filter(Supplement::isPossible).isPresent() ? address + "?edition=supplement" : "")
                .number("since", since.map(one -> one.base().number()).orElse(0))
                .text("refusal", since.map(Supplement::refusal).orElse(""));
    }

    private static boolean isSupplement(@Nullable String edition, Visit visit) {
        return Edition.SUPPLEMENT.word().equals(edition) && builds(visit);
    }

    private static View reason(Typed typed, Complaints complaints) {
        return new Boxes(typed, complaints)
                .lines(
                        "reason",
                        "Why it is made although something is missing",
                        "It is printed on the cover, so do not name anybody.")
                .flag("optional", false);
    }

    /** Whoever makes final bundles looks at what those would be. */
    private static Edition edition(Visit visit) {
        return builds(visit) ? Edition.FINAL : Edition.DRAFT;
    }

    private static boolean builds(Visit visit) {
        return Permits.of(visit.stands(), Deed.BUILD_PACK).allowed();
    }
}
