package quire.web.year;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import quire.people.Assignment;
import quire.people.PortfolioRole;
import quire.portfolio.Checklist;
import quire.portfolio.Portfolio;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** The homes of assessors and line managers: what waits for them, what is new to them, and everybody whom they look after. */
final class OwnPages {

    private final Rooms rooms;
    private final Pages pages;

    OwnPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    /** Whom an assessor looks after. */
    void nqsws(Context request) {
        show(request, PortfolioRole.ASSESSOR, "Your NQSWs", Frame.At.NQSWS);
    }

    /** Whom a line manager looks after. */
    void team(Context request) {
        show(request, PortfolioRole.MANAGER, "Your team", Frame.At.TEAM);
    }

    private void show(Context request, PortfolioRole role, String title, Frame.At at) {
        Visit visit = Visit.of(request);
        Map<String, String> deputy = deputy(visit, role);
        List<Portfolio> portfolios = rooms.portfolios().assignedTo(visit.who().id(), role, visit.today());
        List<CohortRow> rows = CohortPages.rows(rooms, portfolios, visit).stream()
                .map(row -> row.asDeputy(deputy.getOrDefault(row.portfolio().id(), "")))
                .sorted(CohortRow.ORDER)
                .toList();
        View view = Frame.page(title, "", at)
                .flag("assessor", role == PortfolioRole.ASSESSOR)
                .list(
                        "toSign",
                        rows.stream()
                                .filter(CohortRow::isOpen)
                                .flatMap(row -> row.toSign(role.word()).stream())
                                .toList())
                .list("waiting", waiting(rows, role))
                .list("news", new News(rooms, visit).of(portfolios))
                .list(
                        "rows",
                        rows.stream()
                                .map(row -> row.view().text("summary", Act.address(row.portfolio()) + "/summary"))
                                .toList());
        pages.show(request, "nqsws", view);
    }

    /** Of everybody's next paper, the one that is due first comes first. */
    private static List<View> waiting(List<CohortRow> rows, PortfolioRole role) {
        record Waiting(CohortRow row, Checklist.Item item) {}
        return rows.stream()
                .filter(CohortRow::isOpen)
                .flatMap(row -> row.checklist().next(role.word()).map(item -> new Waiting(row, item)).stream())
                .sorted(Comparator.comparing(one ->
                        one.item().due() == null ? LocalDate.MAX : one.item().due()))
                .map(one -> one.row().waiting(one.item()))
                .toList();
    }

    private Map<String, String> deputy(Visit visit, PortfolioRole role) {
        Map<String, String> deputy = new HashMap<>();
        for (Assignment assignment :
                rooms.people().assignments().ofPerson(visit.who().id(), visit.today())) {
            if (assignment.role() == role && assignment.deputyFor() != null) {
                deputy.put(
                        assignment.portfolio(),
                        rooms.people().persons().get(assignment.deputyFor()).name());
            }
        }
        return deputy;
    }
}
