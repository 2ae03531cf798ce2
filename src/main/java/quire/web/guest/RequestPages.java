package quire.web.guest;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quire.forms.Role;
import quire.people.Deed;
import quire.people.Invitation;
import quire.people.Permits;
import quire.people.Recording;
import quire.portfolio.Document;
import quire.portfolio.RecordedWords;
import quire.portfolio.Requests;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** Everybody who was asked for a part in a paper: how it stands, and what can be done about it. */
final class RequestPages {

    private static final Map<String, String> DONE = Map.of(
            "sent", "The letter is on its way.",
            "reminded", "They are written to again.",
            "renewed", "They get a new link. The old one does nothing now.",
            "cancelled", "The request is taken back, and they are told.",
            "recorded", "It is noted that they confirmed these words.");

    private final Rooms rooms;
    private final Pages pages;

    RequestPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    void show(Context request) {
        Visit visit = Visit.of(request);
        Document document = visit.inDocument();
        List<Invitation> all = rooms.people().invitations().ofDocument(document.id());
        List<View> views = new ArrayList<>();
        all.forEach(one -> views.add(0, view(one, document, visit)));
        boolean heard = !rooms.people().recordings().ofDocument(document.id()).isEmpty();
        View view = Frame.page("Who was asked", document.title(), Frame.At.ELSEWHERE)
                .text("done", Frame.done(request, DONE))
                .list("requests", views)
                .flag("any", heard || !views.isEmpty())
                .list("parts", parts(document, all, visit));
        Frame.back(view, visit.paper(), "Back to all sections");
        pages.show(request, "guest-requests", view);
    }

    private View view(Invitation one, Document document, Visit visit) {
        Invitation.State state = one.state(visit.today());
        String home = visit.paper() + "/requests/" + one.id();
        Instant submitted = one.moments().submitted();
        boolean early = one.written().plus(Invitation.PATIENCE).isAfter(visit.now());
        return new View()
                .text("name", one.to().name())
                .text("email", one.to().email())
                .text("part", document.form().roleLabel(one.role()))
                .text("at", Times.words(one.asked().at(), rooms.clock()))
                .text("until", Times.day(one.terms().until()))
                .text("answered", submitted == null ? "" : Times.words(submitted, rooms.clock()))
                .text("status", state.label())
                .flag("open", state.isOpen())
                .flag("reminds", state.isOpen() && !early)
                .text(
                        "remindFrom",
                        state.isOpen() && early
                                ? Times.words(one.written().plus(Invitation.PATIENCE), rooms.clock())
                                : "")
                .flag("renews", state == Invitation.State.EXPIRED)
                .flag("cancels", state.isOpen() || state == Invitation.State.EXPIRED)
                .text("home", home);
    }

    /** What can still be asked for: one person for each part, and nobody where somebody's words are written down. */
    private List<View> parts(Document document, List<Invitation> all, Visit visit) {
        List<View> views = new ArrayList<>();
        for (Role role : Requests.askable(document.form())) {
            Optional<Recording> recording = rooms.people().recordings().find(document.id(), role.id());
            boolean waits = all.stream()
                    .anyMatch(one -> one.role().equals(role.id())
                            && one.state(visit.today()).isOpen());
            boolean signed = document.form().sections().stream()
                    .filter(section -> section.owner().equals(role.id()))
                    .allMatch(section -> document.state(section.id()).isSigned());
            boolean free = !waits && !signed;
            boolean records = Requests.isRecordable(document.form(), role.id())
                    && Permits.of(visit.stands(), Deed.RECORD_FOR).allowed();
            views.add(new View()
                    .text("label", role.label())
                    .text("ask", free && recording.isEmpty() ? visit.paper() + "/requests/ask/" + role.id() : "")
                    .text("record", records && free ? visit.paper() + "/record/" + role.id() : "")
                    .text("recorded", recording.map(RecordedWords::of).orElse("")));
        }
        return views;
    }

    void remind(Context request) {
        Visit visit = Visit.of(request);
        rooms.documents()
                .requests()
                .remind(visit.inDocument().id(), id(request), visit.actor(), visit.now(), visit.today());
        back(request, "reminded");
    }

    void renew(Context request) {
        Visit visit = Visit.of(request);
        rooms.documents()
                .requests()
                .renew(visit.inDocument().id(), id(request), visit.actor(), visit.now(), visit.today());
        back(request, "renewed");
    }

    void cancel(Context request) {
        Visit visit = Visit.of(request);
        rooms.documents()
                .requests()
                .cancel(visit.inDocument().id(), id(request), visit.actor(), visit.now(), visit.today());
        back(request, "cancelled");
    }

    private static String id(Context request) {
        return request.pathParam("request");
    }

    private static void back(Context request, String done) {
        request.redirect(Visit.of(request).paper() + "/requests?done=" + done, HttpStatus.SEE_OTHER);
    }
}
