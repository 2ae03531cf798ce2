package quire.web.year;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import quire.people.Assignment;
import quire.people.PortfolioRole;
import quire.portfolio.Portfolio;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.View;
import quire.web.frame.Visit;
import quire.web.frame.Wording;

/** Who has which part in a portfolio, and who stands in for whom. */
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
        List<Assignment> all = rooms.people().assignments().history(portfolio.id()).stream()
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
        Frame.back(view, Act.address(portfolio), "Back to all papers");
        pages.show(request, "parts", view);
    }

    private View part(Portfolio portfolio, PortfolioRole role, List<Assignment> all, LocalDate today) {
        List<Assignment> held = all.stream().filter(one -> one.role() == role).toList();
        boolean somebody =
                held.stream().anyMatch(one -> !one.isDeputy() && one.span().holds(today));
        String address = Act.address(portfolio) + "/people/" + role.word();
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
                .text("end", one.isDeputy() ? Act.address(portfolio) + "/deputies/" + one.id() + "/end" : "");
    }

    private String nameOf(String person) {
        return rooms.people().persons().get(person).name();
    }
}
