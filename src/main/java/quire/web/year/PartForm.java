package quire.web.year;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import quire.core.Problem;
import quire.people.Assignment;
import quire.people.Assignments;
import quire.people.PortfolioRole;
import quire.portfolio.Portfolio;
import quire.web.frame.Boxes;
import quire.web.frame.Complaints;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Typed;
import quire.web.frame.TypedDay;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** What handing a part over and letting somebody stand in have in common: who, from when, and the page that asks. */
final class PartForm {

    private static final String FROM = "from";

    private final Rooms rooms;
    private final Pages pages;

    PartForm(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    /** The part that the address names. */
    static PortfolioRole role(Context request) {
        return PortfolioRole.find(request.pathParam("part"))
                .filter(Candidates.PARTS::contains)
                .orElseThrow(() -> Problem.notFound("There is no such part."));
    }

    /** The portfolio that the address names; one that is closed refuses. */
    static Portfolio open(Context request) {
        return Act.open(Visit.of(request).inPortfolio());
    }

    Assignment holder(Context request, Portfolio portfolio) {
        return assignments()
                .holder(portfolio.id(), role(request), Visit.of(request).today())
                .orElseThrow(() -> Problem.notFound("Nobody has that part."));
    }

    View pick(Boxes boxes, Portfolio portfolio, PortfolioRole role, Visit visit) {
        return Candidates.around(rooms, portfolio.organisation(), visit.today())
                .pick(boxes, "person", role, portfolio.nqsw())
                .text("label", "Who")
                .text("nobody", "Choose somebody");
    }

    void show(Context request, View view, Portfolio portfolio, Complaints complaints) {
        Frame.back(view, Act.address(portfolio) + "/people", "Who has which part");
        pages.show(request, "act", complaints.on(view));
    }

    /** The id of whoever was chosen. */
    Optional<String> person(Portfolio portfolio, Typed typed, Visit visit, Complaints complaints) {
        String chosen = typed.one("person");
        if (!Candidates.around(rooms, portfolio.organisation(), visit.today()).has(chosen)) {
            complaints.add("person", "Choose somebody from the list.");
            return Optional.empty();
        }
        return Optional.of(chosen);
    }

    /** From when on: what was done on days that are over was done in the part that somebody had then. */
    static Optional<LocalDate> firstDay(Typed typed, Visit visit, Complaints complaints) {
        Optional<LocalDate> day = TypedDay.read(typed, FROM, "the first day", complaints);
        if (day.isPresent() && day.get().isBefore(visit.today())) {
            complaints.addDay(FROM, "The first day must be today or later.");
        }
        return day;
    }

    static View firstDay(Boxes boxes) {
        return boxes.day(FROM, "First day", "Today or later. For example, 27 3 2027.");
    }

    /** Boxes in which the first day is today. */
    static Typed today(Context request) {
        LocalDate today = Visit.of(request).today();
        return Typed.of(Map.of(
                FROM + ".day", String.valueOf(today.getDayOfMonth()),
                FROM + ".month", String.valueOf(today.getMonthValue()),
                FROM + ".year", String.valueOf(today.getYear())));
    }

    Assignments assignments() {
        return rooms.people().assignments();
    }

    String nameOf(String person) {
        return rooms.people().persons().get(person).name();
    }
}
