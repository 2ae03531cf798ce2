package quire.web.people;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import quire.people.AccountLink;
import quire.people.Accounts;
import quire.people.Person;
import quire.web.frame.Frame;
import quire.web.frame.OwnAddress;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** Links that somebody who looks after people passes on: to open an account, or to choose another password. */
final class LetterPages {

    private final Rooms rooms;
    private final Pages pages;
    private final PersonView views;

    LetterPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
        this.views = new PersonView(rooms);
    }

    void invite(Context request) {
        Person person = views.managed(request);
        Visit visit = Visit.of(request);
        Accounts.Letter letter =
                rooms.people().accounts().invite(person.id(), visit.actor(), visit.now(), visit.today());
        show(request, letter, AccountLink.Kind.INVITATION, visit.now());
    }

    void reset(Context request) {
        Person person = views.managed(request);
        Visit visit = Visit.of(request);
        Accounts.Letter letter =
                rooms.people().accounts().startReset(person.id(), visit.actor(), visit.now(), visit.today());
        show(request, letter, AccountLink.Kind.RESET, visit.now());
    }

    /** For somebody who has lost their device and their recovery codes. */
    void turnSecondStepOff(Context request) {
        Person person = views.managed(request);
        Visit visit = Visit.of(request);
        rooms.people().secondSteps().turnOff(person.id(), visit.actor(), visit.now());
        request.redirect("/people/" + person.id() + "?done=second-step", HttpStatus.SEE_OTHER);
    }

    /** A mail server takes the link to its reader. Where there is none it stands on this page, for whoever hands it on. */
    private void show(Context request, Accounts.Letter letter, AccountLink.Kind kind, Instant now) {
        boolean invitation = kind == AccountLink.Kind.INVITATION;
        Person person = letter.person();
        View view = Frame.page(invitation ? "Invitation" : "Link for another password", person.name(), Frame.At.PEOPLE)
                .text("name", person.name())
                .text("email", person.email())
                .flag("sends", rooms.post().sends())
                .text("link", rooms.post().sends() ? "" : OwnAddress.of(request) + "/link/" + letter.token())
                .text("until", Times.words(now.plus(kind.valid()), rooms.clock()))
                .flag("invitation", invitation);
        Frame.back(view, "/people/" + person.id(), person.name());
        pages.show(request, "letter", view);
    }
}
