package quire.web.guest;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import quire.core.Problem;
import quire.people.Invitation;
import quire.people.Pass;
import quire.web.frame.Body;
import quire.web.frame.Boxes;
import quire.web.frame.Complaints;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Typed;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** Who a guest is, in their own words, before they sign: what is printed beside their signature. */
final class AboutYouPages {

    private final Rooms rooms;
    private final Pages pages;

    AboutYouPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    void show(Context request) {
        Invitation.Addressee to = invitation(request).to();
        Typed typed = Typed.of(Map.of(
                "name", to.name(),
                "post", to.post(),
                "relationship", to.relationship(),
                "registration", to.registration()));
        show(request, typed, new Complaints());
    }

    private void show(Context request, Typed typed, Complaints complaints) {
        Visit visit = Visit.of(request);
        Boxes boxes = new Boxes(typed, complaints);
        View view = Frame.page("About you", visit.inDocument().title(), Frame.At.ELSEWHERE)
                .text("action", visit.paper() + "/you")
                .group("name", boxes.line("name", "Your name", "As it is to be printed."))
                .group("post", boxes.line("post", "The role that you work in", "For example, ward sister."))
                .group(
                        "relationship",
                        boxes.line(
                                "relationship",
                                "How you know the social worker’s work",
                                "For example, we work on the same ward."))
                .group(
                        "registration",
                        boxes.optional(
                                "registration",
                                "Registration number",
                                "With Social Work England or another regulator, if you have one."));
        Frame.back(view, visit.paper(), "Back to all steps");
        pages.show(request, "guest-you", complaints.on(view));
    }

    void save(Context request) {
        Visit visit = Visit.of(request);
        Typed typed = new Typed(Body.form(request).fields());
        Invitation one = invitation(request);
        try {
            rooms.people()
                    .invitations()
                    .describe(
                            one.id(),
                            new Invitation.Addressee(
                                    typed.one("name"),
                                    one.to().email(),
                                    typed.one("relationship"),
                                    typed.one("post"),
                                    typed.one("registration")),
                            visit.now());
            request.redirect(visit.paper(), HttpStatus.SEE_OTHER);
        } catch (Problem refused) {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(request, typed, new Complaints().add(refused));
        }
    }

    /** Whoever signed in beside somebody is known already. */
    private Invitation invitation(Context request) {
        Pass pass = Visit.of(request).pass();
        if (pass == null || pass.invitation() == null) {
            throw Problem.notFound("This page is for people without accounts.");
        }
        return rooms.people().invitations().get(pass.document(), pass.invitation());
    }
}
