package quire.web.year;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quire.core.Problem;
import quire.people.Assignment;
import quire.people.Assignments;
import quire.people.PortfolioRole;
import quire.people.Span;
import quire.portfolio.Portfolio;
import quire.web.frame.Body;
import quire.web.frame.Boxes;
import quire.web.frame.Complaints;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.Typed;
import quire.web.frame.TypedDay;
import quire.web.frame.View;
import quire.web.frame.Visit;
import quire.web.frame.Wording;

/** Who has which part in a portfolio: handing one over, and letting somebody stand in for a while. */
final class PartPages {

    private static final Map<String, String> DONE = Map.of(
            "handed-over",
            "The part is handed over. Whoever had it has it until the day before, and so have their deputies.",
            "deputy",
            "The deputy is named. What they do is marked as done for the person whom they stand in for.",
            "ended",
            "The deputy stands in no longer. What they did stays as it is.");

    private final Rooms rooms;
    private final Pages pages;

    PartPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    /** Every part with who has it now, and who is going to. */
    void show(Context request) {
        Portfolio portfolio = Visit.of(request).inPortfolio();
        LocalDate today = Visit.of(request).today();
        List<Assignment> all = assignments().history(portfolio.id()).stream()
                .filter(assignment -> !assignment.span().isOver(today))
                .toList();
        View view = Frame.page("Who has which part", portfolio.code(), Frame.At.ELSEWHERE)
                .text("done", Frame.done(request, DONE))
                .text("name", nameOf(portfolio.nqsw()))
                .flag("open", portfolio.closed() == null)
                .list(
                        "parts",
                        Candidates.PARTS.stream()
                                .map(role -> part(portfolio, role, all, today))
                                .toList());
        Frame.back(view, address(portfolio), "Back to all papers");
        pages.show(request, "parts", view);
    }

    void handOverForm(Context request) {
        handOverForm(request, today(request, "from"), new Complaints());
    }

    void handOver(Context request) {
        Portfolio portfolio = open(request);
        PortfolioRole role = role(request);
        Typed typed = new Typed(Body.form(request).fields());
        Visit visit = Visit.of(request);
        Complaints complaints = new Complaints();
        Optional<String> person = person(portfolio, typed, visit, complaints);
        Optional<LocalDate> from =
                notPast(TypedDay.read(typed, "from", "the first day", complaints), "from", visit.today(), complaints);
        boolean has = from.flatMap(day -> assignments().holder(portfolio.id(), role, day))
                .filter(holder -> holder.person().equals(typed.one("person")))
                .isPresent();
        if (has) {
            complaints.add("person", "They have that part already on that day.");
        }
        if (complaints.isEmpty()) {
            try {
                assignments()
                        .handOver(
                                portfolio.id(),
                                role,
                                person.orElseThrow(),
                                from.orElseThrow(),
                                visit.actor(),
                                visit.now());
                request.redirect(address(portfolio) + "/people?done=handed-over", HttpStatus.SEE_OTHER);
                return;
            } catch (Problem refused) {
                complaints.add(refused);
            }
        }
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        handOverForm(request, typed, complaints);
    }

    void deputyForm(Context request) {
        deputyForm(request, today(request, "from"), new Complaints());
    }

    void deputise(Context request) {
        Portfolio portfolio = open(request);
        Assignment holder = holder(request, portfolio);
        Typed typed = new Typed(Body.form(request).fields());
        Visit visit = Visit.of(request);
        Complaints complaints = new Complaints();
        Optional<String> person = person(portfolio, typed, visit, complaints);
        Optional<LocalDate> from =
                notPast(TypedDay.read(typed, "from", "the first day", complaints), "from", visit.today(), complaints);
        Optional<LocalDate> until = TypedDay.read(typed, "until", "the last day", complaints);
        if (complaints.isEmpty() && until.orElseThrow().isBefore(from.orElseThrow())) {
            complaints.addDay("until", "The last day must not be before the first day.");
        }
        if (complaints.isEmpty()) {
            try {
                Span span = Span.of(from.orElseThrow(), until.orElseThrow());
                assignments().deputise(holder.id(), person.orElseThrow(), span, visit.actor(), visit.now());
                request.redirect(address(portfolio) + "/people?done=deputy", HttpStatus.SEE_OTHER);
                return;
            } catch (Problem refused) {
                complaints.add(refused);
            }
        }
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        deputyForm(request, typed, complaints);
    }

    /** At once: they stand in no longer from this moment. */
    void endDeputy(Context request) {
        Portfolio portfolio = open(request);
        Visit visit = Visit.of(request);
        Assignment deputy = assignments().history(portfolio.id()).stream()
                .filter(one -> one.isDeputy() && one.id().equals(request.pathParam("assignment")))
                .filter(one -> !one.span().isOver(visit.today()))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("There is no such deputy."));
        assignments().end(deputy.id(), visit.today().minusDays(1), visit.actor(), visit.now());
        request.redirect(address(portfolio) + "/people?done=ended", HttpStatus.SEE_OTHER);
    }

    private void handOverForm(Context request, Typed typed, Complaints complaints) {
        Portfolio portfolio = open(request);
        PortfolioRole role = role(request);
        Visit visit = Visit.of(request);
        Optional<Assignment> holder = assignments().holder(portfolio.id(), role, visit.today());
        String what = holder.map(one -> nameOf(one.person()) + " is the " + role.label()
                        + ". From the day that you choose, somebody else sees and does what belongs to that part, and "
                        + nameOf(one.person())
                        + " no longer does. What is written stays with the name of whoever wrote it.")
                .orElse("Nobody is the " + role.label()
                        + " yet. Whoever you choose sees the portfolio from the first day on.");
        String title = holder.isPresent() ? "Hand over" : "Choose the " + role.label();
        Act act = new Act(title, what, address(portfolio) + "/people/" + role.word(), title);
        Boxes boxes = new Boxes(typed, complaints);
        View view = act.view(portfolio)
                .group("person", pick(boxes, portfolio, role, visit))
                .group("from", boxes.day("from", "First day", "Today or later. For example, 27 3 2027."));
        show(request, view, portfolio, complaints);
    }

    private void deputyForm(Context request, Typed typed, Complaints complaints) {
        Portfolio portfolio = open(request);
        PortfolioRole role = role(request);
        Assignment holder = holder(request, portfolio);
        String name = nameOf(holder.person());
        String what = name + " stays the " + role.label()
                + ". Until the last day that you choose, a deputy sees and does the same, and everything that they do is"
                + " marked “as deputy for " + name + "”.";
        Act act = new Act(
                "Add a deputy", what, address(portfolio) + "/people/" + role.word() + "/deputy", "Add the deputy");
        Boxes boxes = new Boxes(typed, complaints);
        View view = act.view(portfolio)
                .group("person", pick(boxes, portfolio, role, Visit.of(request)))
                .group("from", boxes.day("from", "First day", "Today or later. For example, 27 3 2027."))
                .group("until", boxes.day("until", "Last day", ""));
        show(request, view, portfolio, complaints);
    }

    private View pick(Boxes boxes, Portfolio portfolio, PortfolioRole role, Visit visit) {
        return Candidates.around(rooms, portfolio.organisation(), visit.today())
                .pick(boxes, "person", role, portfolio.nqsw())
                .text("label", "Who")
                .text("nobody", "Choose somebody");
    }

    private void show(Context request, View view, Portfolio portfolio, Complaints complaints) {
        Frame.back(view, address(portfolio) + "/people", "Who has which part");
        pages.show(request, "act", complaints.on(view));
    }

    private View part(Portfolio portfolio, PortfolioRole role, List<Assignment> all, LocalDate today) {
        List<Assignment> held = all.stream().filter(one -> one.role() == role).toList();
        boolean somebody =
                held.stream().anyMatch(one -> !one.isDeputy() && one.span().holds(today));
        String address = address(portfolio) + "/people/" + role.word();
        return new View()
                .text("role", Wording.capital(role.label()))
                .flag("somebody", somebody)
                .text("href", address)
                .text("deputyHref", somebody ? address + "/deputy" : "")
                .list(
                        "people",
                        held.stream().map(one -> somebody(portfolio, one)).toList());
    }

    private View somebody(Portfolio portfolio, Assignment one) {
        return new View()
                .text("name", nameOf(one.person()))
                .text("deputyFor", one.deputyFor() == null ? "" : nameOf(one.deputyFor()))
                .text("days", "From " + Times.day(one.span().from()) + Times.until(one.span()))
                .text("end", one.isDeputy() ? address(portfolio) + "/deputies/" + one.id() + "/end" : "");
    }

    private Optional<String> person(Portfolio portfolio, Typed typed, Visit visit, Complaints complaints) {
        String chosen = typed.one("person");
        if (!Candidates.around(rooms, portfolio.organisation(), visit.today()).has(chosen)) {
            complaints.add("person", "Choose somebody from the list.");
            return Optional.empty();
        }
        return Optional.of(chosen);
    }

    /** What was done on days that are over was done in the part that somebody had then. */
    private static Optional<LocalDate> notPast(
            Optional<LocalDate> day, String box, LocalDate today, Complaints complaints) {
        if (day.isPresent() && day.get().isBefore(today)) {
            complaints.addDay(box, "The first day must be today or later.");
        }
        return day;
    }

    private static Typed today(Context request, String box) {
        LocalDate today = Visit.of(request).today();
        return Typed.of(Map.of(
                box + ".day", String.valueOf(today.getDayOfMonth()),
                box + ".month", String.valueOf(today.getMonthValue()),
                box + ".year", String.valueOf(today.getYear())));
    }

    private Assignment holder(Context request, Portfolio portfolio) {
        return assignments()
                .holder(portfolio.id(), role(request), Visit.of(request).today())
                .orElseThrow(() -> Problem.notFound("Nobody has that part."));
    }

    private static PortfolioRole role(Context request) {
        return PortfolioRole.find(request.pathParam("part"))
                .filter(Candidates.PARTS::contains)
                .orElseThrow(() -> Problem.notFound("There is no such part."));
    }

    private static Portfolio open(Context request) {
        return Act.open(Visit.of(request).inPortfolio());
    }

    private static String address(Portfolio portfolio) {
        return Act.address(portfolio);
    }

    private Assignments assignments() {
        return rooms.people().assignments();
    }

    private String nameOf(String person) {
        return rooms.people().persons().get(person).name();
    }
}
