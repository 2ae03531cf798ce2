package quire.web.paper;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import quire.core.Problem;
import quire.forms.Form;
import quire.forms.FormChange;
import quire.merge.Value;
import quire.portfolio.Document;
import quire.portfolio.Move;
import quire.web.frame.Body;
import quire.web.frame.Complaints;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** Takes a draft to a newer version of its form, after saying what that would mean. */
final class MovePages {

    private final Rooms rooms;
    private final Pages pages;

    MovePages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    /** Puts the newer version, if there is one for this paper, into its page. */
    static void offer(View view, Document document, boolean may, Rooms rooms) {
        var moving = rooms.documents().moving();
        Value newer = Value.Flag.NO;
        if (may && !document.isClosed()) {
            newer = moving.offered(document)
                    .<Value>map(form -> new View()
                            .number("version", form.version())
                            .text(
                                    "summary",
                                    moving.preview(document.id(), form.version(), rooms.today())
                                            .summary())
                            .done())
                    .orElse(Value.Flag.NO);
        }
        view.value("newer", newer);
    }

    void ask(Context request) {
        show(request, new Complaints());
    }

    /** Pressed twice, it has been done once. */
    void move(Context request) {
        Visit visit = Visit.of(request);
        Document document = visit.inDocument();
        String version = Body.form(request).one("version");
        if (!version.matches("[0-9]{1,9}")) {
            throw Body.malformed("The page did not arrive whole. Nothing was changed. Go back and send it again.");
        }
        try {
            rooms.documents()
                    .moving()
                    .move(document.id(), Integer.parseInt(version), visit.actor(), visit.now(), visit.today());
            request.redirect("/documents/" + document.id() + "?done=moved", HttpStatus.SEE_OTHER);
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.CONFLICT) {
                throw refused;
            }
            request.status(HttpStatus.CONFLICT);
            show(request, new Complaints().add(refused));
        }
    }

    private void show(Context request, Complaints complaints) {
        Visit visit = Visit.of(request);
        Document document = rooms.documents().get(visit.inDocument().id());
        var moving = rooms.documents().moving();
        Form newer = moving.offered(document).orElse(null);
        View view = Frame.page("Go on with a newer version", document.title(), DocumentPages.at(visit))
                .text("action", "/documents/" + document.id() + "/version")
                .number("from", document.form().version())
                .value(
                        "move",
                        newer == null
                                ? Value.Flag.NO
                                : view(moving.preview(document.id(), newer.version(), visit.today()))
                                        .done());
        Frame.back(view, "/documents/" + document.id(), "Back to all sections");
        pages.show(request, "move", complaints.on(view));
    }

    /** What a move would mean, in words. */
    private static View view(Move move) {
        return new View()
                .number("version", move.to().version())
                .text("summary", move.summary())
                .list("work", sentences(move, FormChange.Kind.NEEDS_WORK))
                .list("gone", sentences(move, FormChange.Kind.KEEPS_TEXT))
                .list("safe", sentences(move, FormChange.Kind.SAFE))
                .list("text", sentences(move, FormChange.Kind.TEXT))
                .list(
                        "left",
                        move.left().stream()
                                .map(left -> new View().text("words", left.label()))
                                .toList())
                .list(
                        "reopened",
                        move.reopened().stream()
                                .map(section -> new View().text("words", section.title()))
                                .toList());
    }

    private static List<View> sentences(Move move, FormChange.Kind kind) {
        return move.changes(kind).stream()
                .map(change -> new View().text("words", change.words()))
                .toList();
    }
}
