package quire.web.guest;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.Map;
import quire.core.Problem;
import quire.people.Actor;
import quire.people.Passes;
import quire.people.Session;
import quire.people.Sessions;
import quire.people.SignIn;
import quire.people.Standing;
import quire.portfolio.Document;
import quire.portfolio.PaperRights;
import quire.portfolio.Portfolio;
import quire.web.frame.Body;
import quire.web.frame.Boxes;
import quire.web.frame.ClientAddress;
import quire.web.frame.Complaints;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.PassCookie;
import quire.web.frame.Posted;
import quire.web.frame.Rooms;
import quire.web.frame.Typed;
import quire.web.frame.View;
import quire.web.frame.Visit;

/**
 * Two people on one device: the second signs in with their own password for this one paper, beside the first, whose session
 * goes on untouched. What the second opens is the paper and nothing else, and it ends when they are done.
 */
final class TogetherPages {

    private static final String OTHERS_ONLY =
            "Enter a correct e-mail address and password of somebody else who has a part in this paper.";

    private final Rooms rooms;
    private final Pages pages;
    private final ClientAddress client;

    TogetherPages(Rooms rooms, Pages pages, ClientAddress client) {
        this.rooms = rooms;
        this.pages = pages;
        this.client = client;
    }

    void show(Context request) {
        show(request, Typed.NOTHING, new Complaints());
    }

    private void show(Context request, Typed typed, Complaints complaints) {
        Visit visit = Visit.of(request);
        Boxes boxes = new Boxes(typed, complaints);
        View view = page(visit)
                .text("action", visit.paper() + "/together")
                .group("email", boxes.line("email", "E-mail address", "").text("type", "email"))
                .group("password", boxes.secret("password", "Password", "", "off"));
        pages.show(request, "together", complaints.on(view));
    }

    private static View page(Visit visit) {
        shared(visit);
        View view = Frame.page("Both of us are here", visit.inDocument().title(), Frame.At.ELSEWHERE)
                .text("owner", visit.who().person().name());
        return Frame.back(view, visit.paper(), "Back to the paper");
    }

    /** A paper of nobody's year is its owner's alone. */
    private static Portfolio shared(Visit visit) {
        if (visit.portfolio() == null) {
            throw Problem.notFound("Only papers of portfolios are shared.");
        }
        return visit.portfolio();
    }

    void signIn(Context request) {
        shared(Visit.of(request));
        Posted posted = Body.form(request);
        SignIn ended =
                rooms.people().signIns().byPassword(posted.one("email").strip(), posted.one("password"), from(request));
        if (ended instanceof SignIn.NeedsCode needed) {
            PassCookie.keep(request, needed.opened().token());
            askForCode(request, new Complaints());
        } else if (ended instanceof SignIn.Done done) {
            letIn(request, done.opened(), Typed.of(Map.of("email", posted.one("email"))));
        } else {
            show(request, Typed.of(Map.of("email", posted.one("email"))), failed(request, ended, "email"));
        }
    }

    private void askForCode(Context request, Complaints complaints) {
        Visit visit = Visit.of(request);
        View view = page(visit)
                .text("action", visit.paper() + "/together/code")
                .group(
                        "code",
                        new Boxes(Typed.NOTHING, complaints)
                                .line("code", "Code", "From their authenticator app, or a recovery code.")
                                .text("width", "govuk-input--width-20")
                                .text("autocomplete", "off"));
        pages.show(request, "together-code", complaints.on(view));
    }

    /** The second step of the second person. */
    void code(Context request) {
        shared(Visit.of(request));
        String half = PassCookie.token(request).orElse("");
        SignIn ended = rooms.people().signIns().byCode(half, Body.form(request).one("code"), from(request));
        if (ended instanceof SignIn.Done done) {
            letIn(request, done.opened(), Typed.NOTHING);
        } else if (rooms.people()
                .sessions()
                .awaitingCode(half, rooms.clock().instant(), rooms.today())
                .isPresent()) {
            askForCode(request, failed(request, ended, "code"));
        } else {
            show(request, Typed.NOTHING, failed(request, ended, "email"));
        }
    }

    /** Whoever has no part in the paper, and the owner of the device, are told nothing more than those who mistyped. */
    private void letIn(Context request, Sessions.Opened opened, Typed typed) {
        Visit visit = Visit.of(request);
        Document document = visit.inDocument();
        Session session = opened.session();
        Instant now = visit.now();
        if (session.person().equals(visit.who().id()) || !hasPart(session.person(), visit)) {
            rooms.people().sessions().end(session.person(), session.id(), Actor.of(session.person()), now);
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(request, typed, new Complaints().add("email", OTHERS_ONLY));
            return;
        }
        Passes.Opened pass = rooms.people()
                .passes()
                .beside(document.id(), visit.inPortfolio().id(), opened, request.header("User-Agent"), now);
        PassCookie.keep(request, pass.token());
        request.redirect("/guest/" + document.id(), HttpStatus.SEE_OTHER);
    }

    private boolean hasPart(String person, Visit visit) {
        Document document = visit.inDocument();
        Portfolio portfolio = shared(visit);
        Standing standing = rooms.people()
                .standings()
                .toPaper(person, document.id(), portfolio.id(), portfolio.organisation(), visit.now(), visit.today());
        PaperRights rights = PaperRights.of(document, standing);
        return document.form().sections().stream()
                        .anyMatch(section -> rights.writes(section.id()).allowed())
                || rooms.documents().signing().signOff(document, visit.today()).places().stream()
                        .anyMatch(place -> rights.signs(place.key()).allowed());
    }

    private static Complaints failed(Context request, SignIn ended, String box) {
        if (ended instanceof SignIn.Wait wait) {
            request.status(HttpStatus.TOO_MANY_REQUESTS);
            request.header("Retry-After", String.valueOf(wait.seconds()));
            return new Complaints().add(box, wait.sentence());
        }
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        boolean code =
                ended instanceof SignIn.Refused refused && refused.sentence().equals(SignIn.WRONG_CODE);
        return new Complaints().add(box, code ? SignIn.WRONG_CODE : OTHERS_ONLY);
    }

    private SignIn.From from(Context request) {
        return new SignIn.From(
                client.of(request), request.header("User-Agent"), rooms.clock().instant(), rooms.today());
    }
}
