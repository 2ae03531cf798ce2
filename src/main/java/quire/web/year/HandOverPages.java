package quire.web.year;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.util.Optional;
import quire.core.Problem;
import quire.people.Assignment;
import quire.people.PortfolioRole;
import quire.portfolio.Portfolio;
import quire.web.frame.Body;
import quire.web.frame.Boxes;
import quire.web.frame.Complaints;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Typed;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** A part of a portfolio goes to somebody else, from a day on. */
final class HandOverPages {

    private final PartForm parts;

    HandOverPages(Rooms rooms, Pages pages) {
        this.parts = new PartForm(rooms, pages);
    }

    void form(Context request) {
        form(request, PartForm.today(request), new Complaints());
    }

    void handOver(Context request) {
        Portfolio portfolio = PartForm.open(request);
        PortfolioRole role = PartForm.role(request);
        Typed typed = new Typed(Body.form(request).fields());
        Visit visit = Visit.of(request);
        Complaints complaints = new Complaints();
        Optional<String> person = parts.person(portfolio, typed, visit, complaints);
        Optional<LocalDate> from = PartForm.firstDay(typed, visit, complaints);
        boolean has = from.flatMap(day -> parts.assignments().holder(portfolio.id(), role, day))
                .filter(holder -> holder.person().equals(typed.one("person")))
                .isPresent();
        if (has) {
            complaints.add("person", "They have that part already on that day.");
        }
        if (complaints.isEmpty()) {
            try {
                parts.assignments()
                        .handOver(
                                portfolio.id(),
                                role,
                                person.orElseThrow(),
                                from.orElseThrow(),
                                visit.actor(),
                                visit.now());
                request.redirect(Act.address(portfolio) + "/people?done=handed-over", HttpStatus.SEE_OTHER);
                return;
            } catch (Problem refused) {
                complaints.add(refused);
            }
        }
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        form(request, typed, complaints);
    }

    private void form(Context request, Typed typed, Complaints complaints) {
        Portfolio portfolio = PartForm.open(request);
        PortfolioRole role = PartForm.role(request);
        Visit visit = Visit.of(request);
        Optional<Assignment> holder = parts.assignments().holder(portfolio.id(), role, visit.today());
        String what = holder.map(one -> parts.nameOf(one.person()) + " is the " + role.label()
                        + ". From the day that you choose, somebody else sees and does what belongs to that part, and "
                        + parts.nameOf(one.person())
                        + " no longer does. What is written stays with the name of whoever wrote it.")
                .orElse("Nobody is the " + role.label()
                        + " yet. Whoever you choose sees the portfolio from the first day on.");
        String title = holder.isPresent() ? "Hand over" : "Choose the " + role.label();
        Act act = new Act(title, what, Act.address(portfolio) + "/people/" + role.word(), title);
        Boxes boxes = new Boxes(typed, complaints);
        View view = act.view(portfolio)
                .group("person", parts.pick(boxes, portfolio, role, visit))
                .group("from", PartForm.firstDay(boxes));
        parts.show(request, view, portfolio, complaints);
    }
}
