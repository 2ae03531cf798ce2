package quire.web.year;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import quire.people.PortfolioRole;
import quire.portfolio.Checklist;
import quire.portfolio.Portfolio;
import quire.programme.Milestone;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** A year on one page, to print before supervision: where it stands, what is overdue, what comes next. */
final class SummaryPages {

    private static final int WEEKS_AHEAD = 8;

    private final Rooms rooms;
    private final Pages pages;

    SummaryPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    void show(Context request) {
        Visit visit = Visit.of(request);
        Portfolio portfolio = visit.inPortfolio();
        CohortRow row = CohortPages.rows(rooms, List.of(portfolio), visit).get(0);
        rooms.visits().saw(portfolio.id(), visit.actor(), visit.now());
        LocalDate horizon = visit.today().plusWeeks(WEEKS_AHEAD);
        View view = Frame.page("Summary: " + row.name(), portfolio.code(), Frame.At.ELSEWHERE);
        new PortfolioView(portfolio, row.checklist(), rooms.people(), visit.today()).fill(view, null);
        view.text("today", Times.day(visit.today()))
                .text("stage", row.stage())
                .group("row", row.view())
                .text("team", portfolio.team())
                .text("begins", Times.day(portfolio.dates().start()))
                .text("ends", Times.day(portfolio.timetable().dateOf(Milestone.END)))
                .list("late", items(row, Checklist.Item::overdue))
                .list(
                        "soon",
                        items(
                                row,
                                item -> !item.overdue()
                                        && item.due() != null
                                        && !item.due().isAfter(horizon)))
                .list("yours", items(row, item -> item.row().responsible().contains(PortfolioRole.MANAGER.word())))
                .list("tallies", TallyView.of(rooms.documents(), portfolio, row.checklist()))
                .number("weeks", WEEKS_AHEAD);
        Frame.back(view, Act.address(portfolio), "Back to all papers");
        pages.show(request, "summary", view);
    }

    private static List<View> items(CohortRow row, Predicate<Checklist.Item> which) {
        return row.checklist()
                .items()
                .filter(item -> item.status() != Checklist.Status.COMPLETE && which.test(item))
                .map(item -> new View()
                        .text("code", item.row().code())
                        .text("title", item.row().title())
                        .text("status", PortfolioView.words(item))
                        .text("due", item.due() == null ? "" : Times.day(item.due())))
                .toList();
    }
}
