package quire.web.year;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.core.Problem;
import quire.forms.Form;
import quire.people.Assignment;
import quire.people.Capacity;
import quire.people.Deed;
import quire.people.Permits;
import quire.people.PortfolioRole;
import quire.people.Standing;
import quire.portfolio.Checklist;
import quire.portfolio.Document;
import quire.portfolio.Portfolio;
import quire.portfolio.Requests;
import quire.portfolio.Summary;
import quire.programme.FormPin;
import quire.web.frame.Body;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Posted;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** One year: its checklist, and the beginning of its papers. */
final class PortfolioPages {

    private static final Map<String, String> DONE = Map.of(
            "enrolled",
            "The portfolio is open. Below is every paper with its code, who sees to it, and the day on which it is due.",
            "decided",
            "That is decided. The papers below are those of the year as it is now.",
            "glass",
            "For an hour you can read what is closed to you otherwise. The social worker and the co-ordinator see that"
                    + " you have opened it, and the co-ordinator sees why.");

    private final Rooms rooms;
    private final Pages pages;

    PortfolioPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    /** The visitor's own year; of several the latest that is not closed. */
    void year(Context request) {
        Visit visit = Visit.of(request);
        Optional<Portfolio> own = rooms
                .people()
                .assignments()
                .ofPerson(visit.who().id(), visit.today())
                .stream()
                .filter(assignment -> assignment.role() == PortfolioRole.NQSW)
                .map(Assignment::portfolio)
                .flatMap(id -> rooms.portfolios().find(id).stream())
                .max(Comparator.comparing((Portfolio portfolio) -> portfolio.closed() == null)
                        .thenComparing(Portfolio::enrolled));
        Portfolio portfolio = own.orElseThrow(() -> Problem.notFound("You are on no programme."));
        View view = Frame.page("Your year", portfolio.code(), Frame.At.YEAR);
        show(request, view.flag("own", true), portfolio, PortfolioRole.NQSW.word());
    }

    /** The same page for those who look after somebody. */
    void show(Context request) {
        Visit visit = Visit.of(request);
        Portfolio portfolio = visit.inPortfolio();
        boolean own = visit.permit().as() == Capacity.NQSW;
        String name = rooms.people().persons().get(portfolio.nqsw()).name();
        View view = Frame.page(own ? "Your year" : name, portfolio.code(), own ? Frame.At.YEAR : Frame.At.ELSEWHERE);
        show(request, view.flag("own", own), portfolio, role(visit));
    }

    private void show(Context request, View view, Portfolio portfolio, @Nullable String role) {
        Visit visit = Visit.of(request);
        Checklist checklist = rooms.documents().checklist(portfolio, visit.today());
        rooms.visits().saw(portfolio.id(), visit.actor(), visit.now());
        new PortfolioView(portfolio, checklist, rooms.people(), visit.today()).fill(view, role);
        Standing standing = standing(visit, portfolio);
        boolean open = portfolio.closed() == null;
        boolean books = open && Permits.of(standing, Deed.BOOK_DATES).allowed();
        view.text("done", Frame.done(request, DONE))
                .flag("trail", Permits.of(standing, Deed.SEE_TRAIL_OF_PORTFOLIO).allowed())
                .flag("evidence", Permits.of(standing, Deed.READ_EVIDENCE).allowed())
                .flag("downloads", Permits.of(standing, Deed.DOWNLOAD_SIGNED).allowed())
                .flag("bundles", Permits.of(standing, Deed.PREVIEW_PACK).allowed())
                .flag("handsOver", open && Permits.of(standing, Deed.HAND_OVER).allowed())
                .flag("books", books)
                .flag("pausesYear", open && Permits.of(standing, Deed.PAUSE).allowed())
                .flag("summarises", !portfolio.nqsw().equals(visit.who().id()))
                .list("choices", books ? ChoicePages.of(portfolio) : List.of())
                .list("commented", commented(portfolio, role))
                .list("tallies", TallyView.of(rooms.documents(), portfolio, checklist))
                .list("wanted", new SecondPerson(rooms, visit).wantedIn(List.of(portfolio)))
                .list("news", new News(rooms, visit).of(List.of(portfolio)));
        new Glass(rooms).show(view, portfolio, standing, visit);
        pages.show(request, "portfolio", view);
    }

    /** The papers with open comments, for those two between whom they go. */
    private List<View> commented(Portfolio portfolio, @Nullable String role) {
        if (!PortfolioRole.NQSW.word().equals(role)
                && !PortfolioRole.ASSESSOR.word().equals(role)) {
            return List.of();
        }
        Map<String, Integer> open = rooms.comments().openByDocument(portfolio.id());
        return rooms.documents().ofPortfolio(portfolio.id()).stream()
                .filter(paper -> open.getOrDefault(paper.id(), 0) > 0)
                .map(paper -> document(paper)
                        .number("open", open.getOrDefault(paper.id(), 0))
                        .flag("one", open.getOrDefault(paper.id(), 0) == 1))
                .toList();
    }

    private Standing standing(Visit visit, Portfolio portfolio) {
        return rooms.people()
                .standings()
                .toPortfolio(visit.who().id(), portfolio.id(), portfolio.organisation(), visit.now(), visit.today());
    }

    /** One paper of the checklist: what has been written of it, and the button that begins it. */
    void paper(Context request) {
        Visit visit = Visit.of(request);
        Portfolio portfolio = visit.inPortfolio();
        Checklist.Item item = item(request, portfolio);
        View view = Frame.page(item.row().title(), portfolio.code(), Frame.At.ELSEWHERE)
                .text("portfolio", "/portfolios/" + portfolio.id())
                .text("paper", item.row().id())
                .text("code", item.row().code())
                .text("occasion", item.row().occasion())
                .text("due", item.due() == null ? "" : Times.day(item.due()))
                .list("documents", item.documents().stream().map(this::document).toList())
                .flag("mayStart", mayStart(item, visit))
                .flag("first", item.documents().isEmpty())
                .number("seen", item.documents().size())
                .list("forms", forms(item));
        Frame.back(view, "/portfolios/" + portfolio.id(), "Back to all papers");
        pages.show(request, "paper", view);
    }

    /** Begins it. Pressing twice, or two people at once, begins it once where there is to be one only. */
    void start(Context request) {
        Visit visit = Visit.of(request);
        Portfolio portfolio = visit.inPortfolio();
        Checklist.Item item = item(request, portfolio);
        if (!begins(item, visit)) {
            throw Problem.notFound("This paper is not yours to begin.");
        }
        Posted posted = Body.form(request);
        Document started = rooms.documents()
                .start(
                        portfolio,
                        item.row().id(),
                        form(item, posted.one("form")),
                        seen(item, posted.one("seen")),
                        visit.actor(),
                        visit.now(),
                        visit.today());
        request.redirect("/documents/" + started.id(), HttpStatus.SEE_OTHER);
    }

    /** How many there were on the page with the button. Where there is to be one only, the first is the last. */
    private static int seen(Checklist.Item item, String said) {
        if (!item.row().more()) {
            return 0;
        }
        return said.matches("\\d{1,4}")
                ? Integer.parseInt(said)
                : item.documents().size();
    }

    private Checklist.Item item(Context request, Portfolio portfolio) {
        return rooms.documents()
                .checklist(portfolio, rooms.today())
                .find(request.pathParam("paper"))
                .orElseThrow(() -> Problem.notFound("The programme has no such paper."));
    }

    /** Whoever begins it, once its stage is open; another one only where there may be several. */
    private boolean mayStart(Checklist.Item item, Visit visit) {
        return begins(item, visit) && (item.documents().isEmpty() || item.row().more());
    }

    /** Whoever writes a part of it, or asks others for theirs: there are papers in which only those write who are asked. */
    private boolean begins(Checklist.Item item, Visit visit) {
        String role = role(visit);
        boolean asks = Permits.of(standing(visit, visit.inPortfolio()), Deed.ASK_OBSERVER)
                .allowed();
        boolean begins = role != null
                && item.row().forms().stream()
                        .flatMap(pin -> rooms.forms().find(pin.toString()).stream())
                        .anyMatch(form -> (asks && !Requests.askable(form).isEmpty()) || writes(role, form));
        return begins && item.status() != Checklist.Status.CANNOT_START;
    }

    private static boolean writes(String role, Form form) {
        return form.sections().stream().anyMatch(section -> section.owner().equals(role));
    }

    private Form form(Checklist.Item item, String asked) {
        FormPin pin = item.row().forms().stream()
                .filter(one -> one.form().equals(asked))
                .findFirst()
                .orElse(item.row().form());
        return rooms.forms().get(pin.form(), pin.version());
    }

    private List<View> forms(Checklist.Item item) {
        List<FormPin> pins = item.row().forms();
        return pins.size() < 2
                ? List.of()
                : pins.stream()
                        .map(pin -> new View()
                                .text("id", pin.form())
                                .text(
                                        "title",
                                        rooms.forms()
                                                .get(pin.form(), pin.version())
                                                .title()))
                        .toList();
    }

    private View document(Summary document) {
        return new View()
                .text("href", "/documents/" + document.id())
                .text("title", document.title())
                .text("changed", Times.words(document.changed(), rooms.clock()))
                .number("completed", document.completed())
                .number("sections", document.sections());
    }

    /** The word of the form for what the visitor is here; null for what no form knows. */
    private static @Nullable String role(Visit visit) {
        Capacity capacity = visit.permit().as();
        return capacity == null ? null : capacity.word();
    }
}
