package quire.web.guest;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import quire.people.Invitation;
import quire.people.Passes;
import quire.portfolio.Document;
import quire.web.frame.Body;
import quire.web.frame.ClientAddress;
import quire.web.frame.Pages;
import quire.web.frame.PassCookie;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.TooFast;
import quire.web.frame.View;

/** What the link of a letter opens: who asks for what, a button to start, and another for whom it is not meant. */
final class LandingPages {

    private final Rooms rooms;
    private final Pages pages;
    private final Link links;

    LandingPages(Rooms rooms, Pages pages, ClientAddress client) {
        this.rooms = rooms;
        this.pages = pages;
        this.links = new Link(rooms, pages, client);
    }

    /** Looking uses nothing up: programs that check letters open every link in them. */
    void show(Context request) {
        Optional<Invitation> found = links.find(request);
        if (found.isEmpty()) {
            return;
        }
        Invitation one = found.get();
        if (one.state(rooms.today()).isOpen()) {
            landing(request, one);
        } else if (links.isReceipt(one)) {
            receipt(request, one);
        } else {
            links.ended(request, one);
        }
    }

    private void landing(Context request, Invitation one) {
        Document document = document(one);
        View view = links.page("You have been asked to help", one, document)
                .text("paper", document.title())
                .text("about", document.form().about())
                .text("part", document.form().roleLabel(one.role()))
                .prose("message", one.terms().message())
                .flag("code", one.terms().withCode())
                .flag("begun", one.moments().started() != null)
                .text("action", Link.address(request));
        pages.show(request, "guest-landing", view);
    }

    private void receipt(Context request, Invitation one) {
        Document document = document(one);
        View view = links.page("Thank you, this was sent", one, document)
                .text("paper", document.title())
                .text("at", Times.words(submitted(one), rooms.clock()))
                .text("ends", Times.day(lastDay(one, rooms)))
                .text("copy", Link.address(request) + "/copy");
        pages.show(request, "guest-receipt", view);
    }

    private static Instant submitted(Invitation one) {
        return Objects.requireNonNull(one.moments().submitted(), "A receipt is of what was sent");
    }

    /** The last day on which what was sent can be looked at. */
    static LocalDate lastDay(Invitation one, Rooms rooms) {
        return LocalDate.ofInstant(submitted(one), rooms.clock().getZone()).plus(Invitation.RECEIPT);
    }

    /** Lets the browser in, or asks first whether this or the other device is to go on, or for the code. */
    void start(Context request) {
        Optional<Invitation> found = links.open(request);
        if (found.isEmpty()) {
            return;
        }
        Invitation one = found.get();
        if (one.terms().withCode()) {
            sendCode(request, one);
            return;
        }
        List<String> elsewhere = rooms.people()
                .passes()
                .atWork(
                        one.id(),
                        PassCookie.token(request).orElse(null),
                        rooms.clock().instant());
        if (elsewhere.isEmpty() || Body.form(request).one("here").equals("yes")) {
            letIn(request, one, Passes.BY_LINK, rooms);
        } else {
            elsewhere(request, one, elsewhere.get(0), Link.address(request) + "/start");
        }
    }

    private void elsewhere(Context request, Invitation one, String browser, String action) {
        View view = links.page("This is already open on another device", one, null)
                .text("browser", browser)
                .text("action", action);
        request.status(HttpStatus.CONFLICT);
        pages.show(request, "guest-elsewhere", view);
    }

    private void sendCode(Context request, Invitation one) {
        Duration wait = rooms.documents().requests().sendCode(one, rooms.clock().instant());
        boolean waits = rooms.people().passes().awaitsCode(one, rooms.clock().instant());
        if (!wait.isZero() && !waits) {
            throw new TooFast(wait);
        }
        request.redirect(Link.address(request) + "/code", HttpStatus.SEE_OTHER);
    }

    /** From here on the address has no token any more. */
    static void letIn(Context request, Invitation one, String proof, Rooms rooms) {
        Passes.Opened opened = rooms.people()
                .passes()
                .start(one, proof, request.header("User-Agent"), rooms.clock().instant(), rooms.today());
        PassCookie.keep(request, opened.token());
        request.redirect("/guest/" + one.document(), HttpStatus.SEE_OTHER);
    }

    void askToDecline(Context request) {
        links.open(request)
                .ifPresent(one -> pages.show(
                        request,
                        "guest-decline",
                        links.page("This is not for me", one, null)
                                .text("action", Link.address(request) + "/decline")
                                .text("landing", Link.address(request))));
    }

    void decline(Context request) {
        Optional<Invitation> open = links.open(request);
        if (open.isPresent()) {
            rooms.documents().requests().decline(open.get(), rooms.clock().instant(), rooms.today());
            links.find(request).ifPresent(one -> links.ended(request, one));
            request.status(HttpStatus.OK);
        }
    }

    /** What they have sent, and nothing else of the paper, for as long as the link is a receipt. */
    void copy(Context request) {
        Optional<Invitation> found = links.find(request);
        if (found.isEmpty()) {
            return;
        }
        if (links.isReceipt(found.get())) {
            OwnCopy.send(request, document(found.get()), found.get().role(), rooms);
        } else {
            links.ended(request, found.get());
        }
    }

    private Document document(Invitation one) {
        return rooms.documents().get(one.document());
    }
}
