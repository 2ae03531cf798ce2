package quire.web.guest;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.Optional;
import quire.people.Invitation;
import quire.people.Passes;
import quire.web.frame.Body;
import quire.web.frame.Boxes;
import quire.web.frame.ClientAddress;
import quire.web.frame.Complaints;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Typed;
import quire.web.frame.View;

/** Asks for the six digits that were sent to the mailbox of a guest. */
final class CodePages {

    private final Rooms rooms;
    private final Pages pages;
    private final Link links;

    CodePages(Rooms rooms, Pages pages, ClientAddress client) {
        this.rooms = rooms;
        this.pages = pages;
        this.links = new Link(rooms, pages, client);
    }

    void show(Context request) {
        links.open(request).ifPresent(one -> show(request, one, new Complaints()));
    }

    private void show(Context request, Invitation one, Complaints complaints) {
        boolean waits = rooms.people().passes().awaitsCode(one, rooms.clock().instant());
        View view = links.page("Enter the code", one, null)
                .text("action", Link.address(request) + "/code")
                .text("again", Link.address(request) + "/start")
                .flag("waits", waits)
                .group(
                        "code",
                        new Boxes(Typed.NOTHING, complaints)
                                .line("code", "Six-digit code", "It is in the letter that we have just sent you.")
                                .text("width", "govuk-input--width-10")
                                .text("autocomplete", "one-time-code"));
        Frame.back(view, Link.address(request), "Back");
        pages.show(request, "guest-code", complaints.on(view));
    }

    /** Lets the browser in with the right digits; the two of them, link and code, are what the signature will say. */
    void take(Context request) {
        Optional<Invitation> found = links.open(request);
        if (found.isEmpty()) {
            return;
        }
        Invitation one = found.get();
        Instant now = rooms.clock().instant();
        Passes.CodeAnswer answer =
                rooms.people().passes().takeCode(one, Body.form(request).one("code"), now);
        if (answer == Passes.CodeAnswer.RIGHT) {
            LandingPages.letIn(request, one, Passes.BY_CODE, rooms);
            return;
        }
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(
                request,
                one,
                answer == Passes.CodeAnswer.WRONG
                        ? new Complaints().add("code", "Enter the six digits of the newest letter.")
                        : new Complaints().add("This code is not good any more. Ask for another one."));
    }
}
