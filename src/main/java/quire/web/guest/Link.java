package quire.web.guest;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.people.Invitation;
import quire.people.Organisation;
import quire.people.Person;
import quire.portfolio.Document;
import quire.web.frame.ClientAddress;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.SecurityLog;
import quire.web.frame.Times;
import quire.web.frame.View;

/** What the link of a letter stands for, and what to say of one that opens nothing. */
final class Link {

    private static final int SHOWN_OF_A_DIGEST = 12;

    private final Rooms rooms;
    private final Pages pages;
    private final ClientAddress client;

    Link(Rooms rooms, Pages pages, ClientAddress client) {
        this.rooms = rooms;
        this.pages = pages;
        this.client = client;
    }

    /** The open invitation of the link; empty if there is none, and the request is answered then. */
    Optional<Invitation> open(Context request) {
        return find(request).filter(one -> one.state(rooms.today()).isOpen() || refused(request, one));
    }

    /** The invitation of the link, however it stands; empty if there is none, and the request is answered then. */
    Optional<Invitation> find(Context request) {
        Optional<Invitation> found = rooms.people().invitations().look(token(request));
        if (found.isEmpty()) {
            unknown(request);
        }
        return found;
    }

    static String token(Context request) {
        return request.pathParam("token");
    }

    static String address(Context request) {
        return "/i/" + token(request);
    }

    /** Nobody guesses a link; who tries is made to wait. A line of the log has a few signs of the digest and no more. */
    private void unknown(Context request) {
        String digest = Digest.of(token(request)).hex().substring(0, SHOWN_OF_A_DIGEST);
        SecurityLog.refused("a link that is none (" + digest + "…)", request);
        Duration wait = rooms.people()
                .passes()
                .guessed(client.of(request), rooms.clock().instant());
        if (wait.isZero()) {
            say(
                    request,
                    HttpStatus.NOT_FOUND,
                    "There is no such link",
                    "Check that you have copied the whole of it from the letter.");
        } else {
            request.header("Retry-After", String.valueOf(wait.toSeconds() + 1));
            say(
                    request,
                    HttpStatus.TOO_MANY_REQUESTS,
                    "Too many attempts",
                    "Wait a minute, then open the link from the letter again.");
        }
    }

    /** Says why the link opens nothing, and whom to ask. Whose work it is about is not said: anybody may have the link by now. */
    private boolean refused(Context request, Invitation one) {
        String asker = rooms.people()
                .persons()
                .find(one.asked().by())
                .map(Person::name)
                .orElse("whoever asked you");
        String ask = " If that is not right, ask " + asker + ", " + organisation(one) + ".";
        switch (one.state(rooms.today())) {
            case SUBMITTED ->
                say(request, HttpStatus.GONE, "This link has been used", "What was asked for has been sent." + ask);
            case DECLINED ->
                say(
                        request,
                        HttpStatus.GONE,
                        "This link is not for you",
                        "Somebody with this link has said that it is not for them. Nobody writes to this address about it again."
                                + ask);
            case CANCELLED ->
                say(request, HttpStatus.GONE, "This request was taken back", "There is nothing to do any more." + ask);
            case REPLACED ->
                say(
                        request,
                        HttpStatus.GONE,
                        "There is a newer link",
                        "Another letter with a new link was sent to you. Open that one." + ask);
            default ->
                say(
                        request,
                        HttpStatus.GONE,
                        "This link is too old",
                        "It could be used until " + Times.day(one.terms().until()) + ". Ask " + asker + ", "
                                + organisation(one) + ", for a new one.");
        }
        return false;
    }

    /** Answers with a page that says something, and whose link was sent is not said. */
    private void say(Context request, HttpStatus status, String title, String sentence) {
        request.status(status);
        pages.show(
                request,
                "guest-closed",
                Frame.page(title, "", Frame.At.ELSEWHERE).text("sentence", sentence));
    }

    /** Says of a link whose receipt has run out what it was for. */
    void ended(Context request, Invitation one) {
        refused(request, one);
    }

    /** Whether what was sent can still be looked at by the link. */
    boolean isReceipt(Invitation one) {
        return one.state(rooms.today()) == Invitation.State.SUBMITTED
                && !rooms.today().isAfter(LandingPages.lastDay(one, rooms));
    }

    /** What the pages of a link have in common. */
    View page(String title, Invitation one, @Nullable Document document) {
        return Frame.page(title, document == null ? "" : document.title(), Frame.At.ELSEWHERE)
                .text("organisation", organisation(one))
                .text(
                        "asker",
                        rooms.people()
                                .persons()
                                .find(one.asked().by())
                                .map(Person::name)
                                .orElse("Somebody"))
                .text("until", Times.day(one.terms().until()));
    }

    private String organisation(Invitation one) {
        return rooms.people()
                .organisations()
                .find(one.organisation())
                .map(Organisation::name)
                .orElse("");
    }
}
