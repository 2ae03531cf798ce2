package quire.web.guest;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.util.Optional;
import quire.core.Problem;
import quire.forms.Role;
import quire.forms.Section;
import quire.people.Recording;
import quire.people.Recordings;
import quire.portfolio.Document;
import quire.portfolio.RecordedWords;
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

/** What somebody says who does not write it themselves: written down for them, and confirmed by them. */
final class RecordingPages {

    private final Rooms rooms;
    private final Pages pages;

    RecordingPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    void show(Context request) {
        show(request, Typed.NOTHING, new Complaints());
    }

    private void show(Context request, Typed typed, Complaints complaints) {
        Visit visit = Visit.of(request);
        Document document = visit.inDocument();
        Role part = part(request);
        Optional<Recording> before = recordings().find(document.id(), part.id());
        Boxes boxes = new Boxes(typed, complaints);
        View view = Frame.page("Write down what they said", document.title(), Frame.At.ELSEWHERE)
                .text("action", address(request))
                .text("part", part.label())
                .text("words", before.map(RecordedWords::of).orElse(""))
                .flag("begun", before.isPresent())
                .text(
                        "section",
                        visit.paper() + "/sections/" + section(document, part).id())
                .group(
                        "said_by",
                        boxes.line(
                                "said_by",
                                "Whose words are these?",
                                "In general words and without a name: a carer, a young person, the tenant."))
                .group(
                        "confirmed",
                        boxes.day(
                                "confirmed",
                                "When did they confirm that these are their words?",
                                "Read to them what you have written, or show it to them."));
        Frame.back(view, visit.paper() + "/requests", "Back to all requests");
        pages.show(request, "guest-record", complaints.on(view));
    }

    /** Begins, or notes that what was said is confirmed. */
    void save(Context request) {
        Visit visit = Visit.of(request);
        Document document = visit.inDocument();
        Role part = part(request);
        Typed typed = new Typed(Body.form(request).fields());
        Complaints complaints = new Complaints();
        try {
            if (typed.has("said_by")) {
                recordings()
                        .begin(
                                visit.inPortfolio().id(),
                                document.id(),
                                part.id(),
                                typed.one("said_by"),
                                visit.actor(),
                                visit.now(),
                                visit.today());
                request.redirect(
                        visit.paper() + "/sections/" + section(document, part).id(), HttpStatus.SEE_OTHER);
                return;
            }
            Optional<LocalDate> day =
                    TypedDay.read(typed, "confirmed", "the day on which they confirmed it", complaints);
            if (day.isPresent()) {
                recordings()
                        .confirm(
                                visit.inPortfolio().id(),
                                document.id(),
                                part.id(),
                                day.get(),
                                visit.actor(),
                                visit.now(),
                                visit.today());
                request.redirect(visit.paper() + "/requests?done=recorded", HttpStatus.SEE_OTHER);
                return;
            }
        } catch (Problem refused) {
            complaints.add(refused);
        }
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(request, typed, complaints);
    }

    private Recordings recordings() {
        return rooms.people().recordings();
    }

    private static Role part(Context request) {
        Document document = Visit.of(request).inDocument();
        return Requests.askable(document.form()).stream()
                .filter(role -> role.id().equals(request.pathParam("part")))
                .filter(role -> Requests.isRecordable(document.form(), role.id()))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("Nothing is written down for anybody there."));
    }

    private static Section section(Document document, Role part) {
        return document.form().sections().stream()
                .filter(section -> section.owner().equals(part.id()))
                .findFirst()
                .orElseThrow();
    }

    private static String address(Context request) {
        return Visit.of(request).paper() + "/record/" + request.pathParam("part");
    }
}
