package quire.web.year;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quire.core.Problem;
import quire.portfolio.Portfolio;
import quire.portfolio.PortfolioDates;
import quire.programme.Milestone;
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

/** The dates of a year: which are agreed, and agreeing them. */
final class DatePages {

    private static final Map<String, String> DONE = Map.of(
            "booked", "The day is agreed. Everything that is counted from it has moved along.",
            "unbooked", "The agreed day is taken back. The date is counted as the programme does again.",
            "moved", "The year begins on another day. Everything that is not agreed for a day has moved along.");

    private final Rooms rooms;
    private final Pages pages;

    DatePages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    void list(Context request) {
        Portfolio portfolio = Visit.of(request).inPortfolio();
        View view = Frame.page("Dates of the year", portfolio.code(), Frame.At.ELSEWHERE)
                .text("done", Frame.done(request, DONE))
                .text("code", portfolio.code())
                .flag("open", portfolio.closed() == null)
                .list(
                        "dates",
                        portfolio.programme().timeline().milestones().stream()
                                .map(milestone -> row(portfolio, milestone))
                                .toList());
        Frame.back(view, Act.address(portfolio), "Back to all papers");
        pages.show(request, "dates", view);
    }

    void form(Context request) {
        Portfolio portfolio = Act.open(Visit.of(request).inPortfolio());
        LocalDate day =
                portfolio.timetable().dateOf(milestone(request, portfolio).id());
        Typed typed = Typed.of(Map.of(
                "day.day", String.valueOf(day.getDayOfMonth()),
                "day.month", String.valueOf(day.getMonthValue()),
                "day.year", String.valueOf(day.getYear())));
        form(request, typed, new Complaints());
    }

    void agree(Context request) {
        Portfolio portfolio = Act.open(Visit.of(request).inPortfolio());
        Milestone milestone = milestone(request, portfolio);
        Typed typed = new Typed(Body.form(request).fields());
        Visit visit = Visit.of(request);
        Complaints complaints = new Complaints();
        boolean back = typed.has("back") && !isStart(milestone);
        Optional<LocalDate> day = back ? Optional.empty() : TypedDay.read(typed, "day", "the day", complaints);
        if (complaints.isEmpty()) {
            try {
                String done = keep(portfolio, milestone, day, visit);
                request.redirect(Act.address(portfolio) + "/dates?done=" + done, HttpStatus.SEE_OTHER);
                return;
            } catch (Problem refused) {
                complaints.add(refused);
            }
        }
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        form(request, typed, complaints);
    }

    private String keep(Portfolio portfolio, Milestone milestone, Optional<LocalDate> day, Visit visit) {
        PortfolioDates dates = rooms.portfolios().dates();
        if (isStart(milestone)) {
            dates.begin(portfolio.id(), day.orElseThrow(), visit.actor(), visit.now());
            return "moved";
        }
        dates.book(portfolio.id(), milestone.id(), day.orElse(null), visit.actor(), visit.now());
        return day.isPresent() ? "booked" : "unbooked";
    }

    private void form(Context request, Typed typed, Complaints complaints) {
        Portfolio portfolio = Visit.of(request).inPortfolio();
        Milestone milestone = milestone(request, portfolio);
        boolean agreed = portfolio.timetable().isBooked(milestone.id());
        String day = Times.day(portfolio.timetable().dateOf(milestone.id()));
        String what = isStart(milestone)
                ? "The year begins on " + day
                        + ". Everything is counted from that day, unless another day is agreed for"
                        + " it. It can be changed until the first paper is complete."
                : agreed
                        ? day + " is agreed. Another day moves everything that is counted from it."
                        : "As the programme counts, this should be on " + day
                                + ". Once a day is agreed, everything that is counted from it moves along.";
        Act act = new Act(
                milestone.title(),
                what,
                Act.address(portfolio) + "/dates/" + milestone.id(),
                isStart(milestone) ? "Change the first day" : "Agree the day");
        View view = act.view(portfolio)
                .text("undo", agreed && !isStart(milestone) ? "Take the agreed day back" : "")
                .group("day", new Boxes(typed, complaints).day("day", "Day", "For example, 27 3 2027."))
                .list("moves", moves(portfolio, milestone));
        Frame.back(view, Act.address(portfolio) + "/dates", "Dates of the year");
        pages.show(request, "act", complaints.on(view));
    }

    private static List<View> moves(Portfolio portfolio, Milestone milestone) {
        return PortfolioDates.movingWith(portfolio, milestone.id()).stream()
                .map(row -> new View()
                        .text("title", row.title())
                        .text(
                                "due",
                                portfolio.timetable().dueOn(row).map(Times::day).orElse("")))
                .toList();
    }

    private static View row(Portfolio portfolio, Milestone milestone) {
        boolean agreed = portfolio.timetable().isBooked(milestone.id());
        return new View()
                .text("title", milestone.title())
                .text("day", Times.day(portfolio.timetable().dateOf(milestone.id())))
                .text("state", isStart(milestone) ? "" : agreed ? "Agreed" : "As the programme counts")
                .text("href", Act.address(portfolio) + "/dates/" + milestone.id());
    }

    private static boolean isStart(Milestone milestone) {
        return milestone.id().equals(Milestone.START);
    }

    private static Milestone milestone(Context request, Portfolio portfolio) {
        return portfolio
                .programme()
                .timeline()
                .milestone(request.pathParam("milestone"))
                .orElseThrow(() -> Problem.notFound("The programme has no such date."));
    }
}
