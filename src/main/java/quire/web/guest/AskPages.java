package quire.web.guest;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Problem;
import quire.forms.Form;
import quire.forms.Role;
import quire.people.Asking;
import quire.portfolio.Document;
import quire.portfolio.Requests;
import quire.web.frame.Body;
import quire.web.frame.Boxes;
import quire.web.frame.Complaints;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Typed;
import quire.web.frame.TypedDay;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** Asks somebody for their part in a paper: who, until when, and the letter as it will be sent. */
final class AskPages {

    private static final String WITH_CODE = "with_code";

    private final Rooms rooms;
    private final Pages pages;

    AskPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    void show(Context request) {
        Visit visit = Visit.of(request);
        Form form = visit.inDocument().form();
        Role part = part(request);
        LocalDate last = Requests.usualLastDay(form, part.id(), visit.today());
        Typed typed = Typed.of(Map.of(
                "until.day",
                String.valueOf(last.getDayOfMonth()),
                "until.month",
                String.valueOf(last.getMonthValue()),
                "until.year",
                String.valueOf(last.getYear()),
                WITH_CODE,
                Requests.showsOthers(form, part.id()) ? "yes" : ""));
        show(request, typed, new Complaints());
    }

    private void show(Context request, Typed typed, Complaints complaints) {
        Visit visit = Visit.of(request);
        Document document = visit.inDocument();
        Role part = part(request);
        Boxes boxes = new Boxes(typed, complaints);
        View view = Frame.page("Ask for " + document.title(), part.label(), Frame.At.ELSEWHERE)
                .text("action", address(visit, part))
                .text("part", part.label())
                .flag("recordable", Requests.isRecordable(document.form(), part.id()))
                .group("name", boxes.line("name", "Their name", ""))
                .group(
                        "email",
                        boxes.line("email", "Their e-mail address", "Their own, not one that several people read.")
                                .text("type", "email"))
                .group(
                        "relationship",
                        boxes.line(
                                "relationship",
                                "How they know the social worker’s work",
                                "For example, practice educator, or ward sister."))
                .group(
                        "message",
                        boxes.lines(
                                "message",
                                "A message to them",
                                "It goes into the letter. Name nobody who uses services."))
                .group(
                        "until",
                        boxes.day("until", "Last day on which they can answer", "You can send a new link later."))
                .group("code", code(typed));
        Frame.back(view, visit.paper() + "/requests", "Back to all requests");
        pages.show(request, "guest-ask", complaints.on(view));
    }

    private static View code(Typed typed) {
        return new View()
                .text("id", WITH_CODE)
                .text("name", WITH_CODE)
                .flag("checked", typed.one(WITH_CODE).equals("yes"));
    }

    /** First the letter as it will be sent, then the letter itself. */
    void ask(Context request) {
        Visit visit = Visit.of(request);
        Role part = part(request);
        Typed typed = new Typed(Body.form(request).fields());
        Complaints complaints = new Complaints();
        LocalDate until =
                TypedDay.read(typed, "until", "the last day", complaints).orElse(null);
        Asking asking = asking(visit, part, typed, until);
        try {
            if (until == null || typed.one("_do").equals("change")) {
                request.status(until == null ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
                show(request, typed, complaints);
            } else if (typed.one("_do").equals("send")) {
                rooms.documents().requests().ask(asking, visit.actor(), visit.now(), visit.today());
                request.redirect(visit.paper() + "/requests?done=sent", HttpStatus.SEE_OTHER);
            } else {
                preview(request, asking, part, typed);
            }
        } catch (Problem refused) {
            request.status(
                    refused.kind() == Problem.Kind.CONFLICT ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
            show(request, typed, new Complaints().add(refused));
        }
    }

    private void preview(Context request, Asking asking, Role part, Typed typed) {
        Visit visit = Visit.of(request);
        String letter = rooms.documents()
                .requests()
                .preview(visit.inDocument(), asking, visit.actor(), visit.now(), visit.today());
        View view = Frame.page("Read the letter", visit.inDocument().title(), Frame.At.ELSEWHERE)
                .text("action", address(visit, part))
                .text("email", asking.email())
                .text("letter", letter)
                .flag("code", asking.withCode())
                .list("boxes", boxes(typed));
        Frame.back(view, visit.paper() + "/requests", "Back to all requests");
        pages.show(request, "guest-letter", view);
    }

    private static List<View> boxes(Typed typed) {
        return typed.values().entrySet().stream()
                .filter(box -> !box.getKey().startsWith("_"))
                .sorted(Map.Entry.comparingByKey())
                .map(box -> new View().text("name", box.getKey()).text("value", typed.one(box.getKey())))
                .toList();
    }

    private static Asking asking(Visit visit, Role part, Typed typed, @Nullable LocalDate until) {
        return new Asking(
                visit.inDocument().id(),
                visit.inPortfolio().id(),
                visit.inPortfolio().organisation(),
                part.id(),
                typed.one("name"),
                typed.one("email"),
                typed.one("relationship"),
                typed.one("message"),
                typed.one(WITH_CODE).equals("yes"),
                until);
    }

    private static Role part(Context request) {
        return Requests.askable(Visit.of(request).inDocument().form()).stream()
                .filter(role -> role.id().equals(request.pathParam("part")))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("Nobody is asked for that in this paper."));
    }

    private static String address(Visit visit, Role part) {
        return visit.paper() + "/requests/ask/" + part.id();
    }
}
