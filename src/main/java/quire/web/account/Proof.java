package quire.web.account;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import quire.people.SignIn;
import quire.web.frame.Body;
import quire.web.frame.Boxes;
import quire.web.frame.Complaints;
import quire.web.frame.Posted;
import quire.web.frame.Rooms;
import quire.web.frame.SessionCookie;
import quire.web.frame.Typed;
import quire.web.frame.View;
import quire.web.frame.Visit;
import quire.web.frame.Visitor;

/** Asks whoever is signed in for their password once more, before they do what must be theirs alone. */
final class Proof {

    private final Rooms rooms;
    private final SignInPages signIn;

    Proof(Rooms rooms, SignInPages signIn) {
        this.rooms = rooms;
        this.signIn = signIn;
    }

    /** The boxes of a page that asks. */
    View boxes(View page, Context request, Complaints complaints) {
        Boxes boxes = new Boxes(Typed.NOTHING, complaints);
        boolean code = rooms.people().secondSteps().isOn(Visit.of(request).who().id());
        page.group("password", boxes.secret("password", "Your password", "", "current-password"));
        return code
                ? page.group(
                        "proofCode",
                        boxes.line("code", "Code", "From your authenticator app, or a recovery code.")
                                .text("width", "govuk-input--width-20")
                                .text("autocomplete", "one-time-code"))
                : page.flag("proofCode", false);
    }

    /** Whether it was given; if not, it is among the complaints. The session goes on under another token. */
    boolean isGiven(Context request, Complaints complaints) {
        Posted posted = Body.form(request);
        SignIn ended = rooms.people()
                .signIns()
                .again(
                        Visit.of(request).who().session(),
                        posted.one("password"),
                        posted.one("code"),
                        signIn.from(request));
        return isGiven(request, ended, complaints, "password");
    }

    /**
     * As {@link #isGiven(Context, Complaints)} for something that asks for the password itself.
     *
     * @param box where it was typed
     */
    boolean isGiven(Context request, SignIn ended, Complaints complaints, String box) {
        if (ended instanceof SignIn.Done done) {
            goOn(request, done);
            return true;
        }
        if (ended instanceof SignIn.Wait wait) {
            request.status(HttpStatus.TOO_MANY_REQUESTS);
            complaints.add(box, wait.sentence());
        } else if (ended instanceof SignIn.Refused refused) {
            complaints.add(refused.sentence().equals(SignIn.WRONG_CODE) ? "code" : box, refused.sentence());
        }
        return false;
    }

    private void goOn(Context request, SignIn.Done done) {
        SessionCookie.keep(request, done.opened().token());
        Visit visit = Visit.of(request);
        visit.as(Visitor.of(
                        visit.who().person(),
                        done.opened().session(),
                        done.opened().token()))
                .begin(request);
    }
}
