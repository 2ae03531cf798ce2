package quire.web.year;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quire.merge.Value;
import quire.people.Assignment;
import quire.people.People;
import quire.people.Person;
import quire.people.PortfolioRole;
import quire.portfolio.Checklist;
import quire.portfolio.Portfolio;
import quire.portfolio.Progress;
import quire.portfolio.Summary;
import quire.programme.Milestone;
import quire.programme.Row;
import quire.web.frame.Times;
import quire.web.frame.View;
import quire.web.frame.Wording;

/** A portfolio as its page shows it: what is next, every paper by stage, the people and the dates. */
final class PortfolioView {

    private final Portfolio portfolio;
    private final Checklist checklist;
    private final People people;
    private final LocalDate today;

    PortfolioView(Portfolio portfolio, Checklist checklist, People people, LocalDate today) {
        this.portfolio = portfolio;
        this.checklist = checklist;
        this.people = people;
        this.today = today;
    }

    /**
     * Fills in the page.
     *
     * @param role whose next step is shown; null for nobody's
     */
    View fill(View view, @Nullable String role) {
        return view.text("portfolio", address())
                .text("code", portfolio.code())
                .text("programme", portfolio.programme().title())
                .text("name", nameOf(portfolio.nqsw()))
                .flag("closed", portfolio.closed() != null)
                .text("closedOn", portfolio.closed() == null ? "" : Times.day(portfolio.closed()))
                .value("next", next(role))
                .list("toSign", role == null ? List.of() : toSign(role))
                .list("stages", checklist.parts().stream().map(this::stage).toList())
                .list("further", checklist.further().stream().map(this::task).toList())
                .list("people", people())
                .list("dates", dates())
                .list("pauses", pauses());
    }

    private List<View> toSign(String role) {
        return checklist.toSign(role).stream()
                .map(paper -> new View()
                        .text("href", "/documents/" + paper.id())
                        .text("title", paper.title())
                        .text("name", ""))
                .toList();
    }

    private Value next(@Nullable String role) {
        return role == null
                ? Value.Flag.NO
                : checklist.next(role).<Value>map(item -> task(item).done()).orElse(Value.Flag.NO);
    }

    private View stage(Checklist.Part part) {
        long complete = part.items().stream()
                .filter(item -> item.status() == Checklist.Status.COMPLETE)
                .count();
        boolean now = !today.isBefore(part.from()) && today.isBefore(part.until());
        return new View()
                .text("id", part.stage().id())
                .text("title", part.stage().title())
                .text("from", Times.day(part.from()))
                .text("until", Times.day(part.until()))
                .flag("open", part.isOpen())
                .flag("now", now)
                .flag("finished", complete == part.items().size())
                .number("complete", complete)
                .number("all", part.items().size())
                .text("waitsFor", String.join(", ", part.waitsFor()))
                .list("tasks", part.items().stream().map(this::task).toList());
    }

    private View task(Checklist.Item item) {
        return new View()
                .text("id", item.row().id())
                .text("code", item.row().code())
                .text("title", item.row().title())
                .text("owners", owners(item.row()))
                .text("occasion", item.row().occasion())
                .text("href", href(item))
                .text("due", item.due() == null ? "" : Times.day(item.due()))
                .flag("optional", item.row().optional())
                .text("status", words(item))
                .text("colour", colour(item))
                .flag("overdue", item.overdue());
    }

    /** Who sees to it, as people say it. */
    private static String owners(Row row) {
        return row.responsible().stream()
                .map(word -> word.equals(PortfolioRole.NQSW.word())
                        ? "NQSW"
                        : PortfolioRole.find(word).map(PortfolioRole::label).orElse(word.replace('_', ' ')))
                .map(Wording::capital)
                .collect(Collectors.joining(", "));
    }

    /** Straight to the paper where there is one; else to the page on which it is begun. */
    private String href(Checklist.Item item) {
        if (item.status() == Checklist.Status.CANNOT_START) {
            return "";
        }
        List<Summary> written = item.documents();
        return written.size() == 1 && !item.row().more()
                ? "/documents/" + written.get(0).id()
                : address() + "/papers/" + item.row().id();
    }

    static String words(Checklist.Item item) {
        boolean signed = item.documents().stream().anyMatch(one -> one.progress() == Progress.SIGNED);
        return switch (item.status()) {
            case CANNOT_START -> "Cannot start yet";
            case NOT_STARTED -> "Not started";
            case IN_PROGRESS -> "In progress";
            case TO_SIGN -> "Waiting for signatures";
            case COMPLETE -> signed ? "Signed" : "Completed";
        };
    }

    /** A colour only for what needs doing. */
    private static String colour(Checklist.Item item) {
        return switch (item.status()) {
            case NOT_STARTED -> "grey";
            case IN_PROGRESS -> "yellow";
            case TO_SIGN -> "light-blue";
            case CANNOT_START, COMPLETE -> "";
        };
    }

    private List<View> people() {
        Map<PortfolioRole, String> holders = people.assignments().of(portfolio.id(), today).stream()
                .collect(Collectors.groupingBy(
                        Assignment::role, Collectors.mapping(this::words, Collectors.joining(", "))));
        return Stream.of(PortfolioRole.ASSESSOR, PortfolioRole.MANAGER, PortfolioRole.COORDINATOR)
                .map(role -> new View()
                        .text("role", Wording.capital(role.label()))
                        .text("names", holders.getOrDefault(role, "Nobody yet")))
                .toList();
    }

    private String words(Assignment assignment) {
        String name = nameOf(assignment.person());
        return assignment.deputyFor() == null ? name : name + " (deputy for " + nameOf(assignment.deputyFor()) + ")";
    }

    private List<View> dates() {
        return portfolio.programme().timeline().milestones().stream()
                .map(milestone -> date(milestone))
                .toList();
    }

    private View date(Milestone milestone) {
        LocalDate day = portfolio.timetable().dateOf(milestone.id());
        return new View()
                .text("id", milestone.id())
                .text("title", milestone.title())
                .text("day", Times.day(day))
                .flag("agreed", portfolio.timetable().isBooked(milestone.id()))
                .flag("past", day.isBefore(today));
    }

    private List<View> pauses() {
        return portfolio.dates().pauses().stream()
                .map(pause -> new View().text("from", Times.day(pause.from())).text("until", Times.day(pause.until())))
                .toList();
    }

    private String nameOf(String person) {
        return people.persons().find(person).map(Person::name).orElse("Somebody unknown");
    }

    private String address() {
        return "/portfolios/" + portfolio.id();
    }
}
