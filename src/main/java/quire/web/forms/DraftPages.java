package quire.web.forms;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import quire.core.Problem;
import quire.forms.Form;
import quire.people.Deed;
import quire.people.Organisation;
import quire.portfolio.Document;
import quire.portfolio.Move;
import quire.portfolio.Moving;
import quire.portfolio.Portfolio;
import quire.web.frame.Body;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Paging;
import quire.web.frame.Rooms;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** Takes many drafts of a cohort to a newer version of their form, each after saying what that would mean for it. */
final class DraftPages {

    private static final String CHOSEN = "document";

    private final Rooms rooms;
    private final Pages pages;

    DraftPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    void show(Context request) {
        show(request, false);
    }

    /** Each draft goes by itself: one that cannot stays as it is, and the others go all the same. */
    void move(Context request) {
        Visit visit = Visit.of(request);
        Form form = rooms.forms().get(request.pathParam("form"));
        Set<String> chosen = Set.copyOf(Body.form(request).fields().getOrDefault(CHOSEN, List.of()));
        if (chosen.isEmpty()) {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(request, true);
            return;
        }
        Moving moving = rooms.documents().moving();
        int moved = 0;
        for (Document document : moving.drafts(form.id(), portfolios(visit).keySet())) {
            Form to = chosen.contains(document.id()) ? moving.offered(document).orElse(null) : null;
            if (to != null && isMoved(document, to, visit)) {
                moved++;
            }
        }
        request.redirect("/versions/" + form.id() + "/drafts?moved=" + moved, HttpStatus.SEE_OTHER);
    }

    private boolean isMoved(Document document, Form to, Visit visit) {
        try {
            rooms.documents().moving().move(document.id(), to.version(), visit.actor(), visit.now(), visit.today());
            return true;
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.CONFLICT) {
                throw refused;
            }
            return false; // somebody has signed meanwhile, so it is not in the list any more
        }
    }

    private void show(Context request, boolean nothingChosen) {
        Visit visit = Visit.of(request);
        Form form = rooms.forms().get(request.pathParam("form"));
        Map<String, Portfolio> portfolios = portfolios(visit);
        List<Document> drafts = rooms.documents().moving().drafts(form.id(), portfolios.keySet());
        Paging paging = Paging.in(request, drafts.size());
        List<View> rows = new ArrayList<>();
        for (Document document : paging.of(drafts)) {
            rooms.documents().moving().offered(document).ifPresent(to -> {
                Move move = rooms.documents().moving().preview(document.id(), to.version(), visit.today());
                Portfolio year = Objects.requireNonNull(portfolios.get(document.portfolio()));
                rows.add(row(move, year, rows.size()));
            });
        }
        String home = "/versions/" + form.id();
        View view = Frame.page("Drafts on earlier versions", form.title(), Frame.At.FORMS)
                .text("done", done(request))
                .text("action", home + "/drafts")
                .text("error", nothingChosen ? "Choose at least one draft" : "")
                .list("rows", rows);
        Frame.back(view, home, "Back to the versions of this form");
        pages.show(request, "drafts", paging.show(faulty(view, nothingChosen), page -> home + "/drafts?page=" + page));
    }

    private static View faulty(View view, boolean nothingChosen) {
        return nothingChosen
                ? Frame.failed(view, "", List.of(new Frame.Fault("Choose at least one draft", "#" + CHOSEN)))
                : view;
    }

    private static String done(Context request) {
        String moved = request.queryParam("moved");
        if (moved == null || !moved.matches("[0-9]{1,6}")) {
            return "";
        }
        return switch (moved) {
            case "0" -> "No draft was moved: they have gone on, or were signed, meanwhile.";
            case "1" -> "1 draft goes by the newer version now.";
            default -> moved + " drafts go by the newer version now.";
        };
    }

    private View row(Move move, Portfolio portfolio, int number) {
        Document document = move.document();
        return new View()
                .text("id", number == 0 ? CHOSEN : CHOSEN + "-" + document.id())
                .text("value", document.id())
                .text("title", document.title())
                .text("who", rooms.people().persons().get(portfolio.nqsw()).name())
                .text("code", portfolio.code())
                .number("from", document.form().version())
                .number("to", move.to().version())
                .text("summary", move.summary())
                .number("reopened", move.reopened().size())
                .flag("reopens", !move.reopened().isEmpty());
    }

    /** The open years of those whom the visitor looks after. */
    private Map<String, Portfolio> portfolios(Visit visit) {
        Set<String> organisations =
                rooms.people().organisationsWhere(visit.who().id(), Deed.MOVE_PAPERS, visit.today()).stream()
                        .map(Organisation::id)
                        .collect(Collectors.toSet());
        return rooms.portfolios().ofOrganisations(organisations).stream()
                .filter(portfolio -> portfolio.closed() == null)
                .collect(Collectors.toMap(Portfolio::id, Function.identity()));
    }
}
