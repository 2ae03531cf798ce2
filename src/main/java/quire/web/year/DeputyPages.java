package quire.web.year;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.util.Optional;
import quire.core.Problem;
import quire.people.Assignment;
import quire.people.PortfolioRole;
import quire.people.Span;
import quire.portfolio.Portfolio;
import quire.web.frame.Body;
import quire.web.frame.Boxes;
import quire.web.frame.Complaints;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Typed;
import quire.web.frame.TypedDay;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** Somebody stands in for a while for whoever has a part in a portfolio. */
final class DeputyPages {

    private final PartForm parts;

    DeputyPages(Rooms rooms, Pages pages) {
        this.parts = new PartForm(rooms, pages);
    }

    void form(Context request) {
        form(request, PartForm.today(request), new Complaints());
    }

    void deputise(Context request) {
        Portfolio portfolio = PartForm.open(request);
        Assignment holder = parts.holder(request, portfolio);
        Typed typed = new Typed(Body.form(request).fields());
        Visit visit = Visit.of(request);
        Complaints complaints = new Complaints();
        Optional<String> person = parts.person(portfolio, typed, visit, complaints);
        Optional<LocalDate> from = PartForm.firstDay(typed, visit, complaints);
        Optional<LocalDate> until = TypedDay.read(typed, "until", "the last day", complaints);
        if (complaints.isEmpty() && until.orElseThrow().isBefore(from.orElseThrow())) {
            complaints.addDay("until", "The last day must not be before the first day.");
        }
        if (complaints.isEmpty()) {
            try {
                Span span = Span.of(from.orElseThrow(), until.orElseThrow());
                parts.assignments().deputise(holder.id(), person.orElseThrow(), span, visit.actor(), visit.now());
                request.redirect(Act.address(portfolio) + "/people?done=deputy", HttpStatus.SEE_OTHER);
                return;
            } catch (Problem refused) {
                complaints.add(refused);
            }
        }
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        form(request, typed, complaints);
    }

    /** At once: they stand in no longer from this moment. */
    void end(Context request) {
        Portfolio portfolio = PartForm.open(request);
        Visit visit = Visit.of(request);
        Assignment deputy = parts.assignments().history(portfolio.id()).stream()
                .filter(one -> one.isDeputy() && one.id().equals(request.pathParam("assignment")))
                .filter(one -> !one.span().isOver(visit.today()))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("There is no such deputy."));
        parts.assignments().end(deputy.id(), visit.today().minusDays(1), visit.actor(), visit.now());
        request.redirect(Act.address(portfolio) + "/people?done=ended", HttpStatus.SEE_OTHER);
    }

    private void form(Context request, Typed typed, Complaints complaints) {
        Portfolio portfolio = PartForm.open(request);
        PortfolioRole role = PartForm.role(request);
        Assignment holder = parts.holder(request, portfolio);
        String name = parts.nameOf(holder.person());
        String what = name + " stays the " + role.label()
                + ". Until the last day that you choose, a deputy sees and does the same, and everything that they do is"
                + " marked “as deputy for " + name + "”.";
        Act act = new Act(
                "Add a deputy", what, Act.address(portfolio) + "/people/" + role.word() + "/deputy", "Add the deputy");
        Boxes boxes = new Boxes(typed, complaints);
        View view = act.view(portfolio)
                .group("person", parts.pick(boxes, portfolio, role, Visit.of(request)))
                .group("from", PartForm.firstDay(boxes))
                .group("until", boxes.day("until", "Last day", ""));
        parts.show(request, view, portfolio, complaints);
    }
}
