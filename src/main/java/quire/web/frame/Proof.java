package quire.web.frame;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import quire.people.SignIn;

/** Asks whoever is signed in for their password once more, before they do what must be theirs alone. */
public final class Proof {

    private final Rooms rooms;
    private final ClientAddress client;

    public Proof(Rooms rooms, ClientAddress client) {
        this.rooms = rooms;
        this.client = client;
    }

    /** The boxes of a page that asks. */
    public View boxes(View page, Context request, Complaints complaints) {
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
    public boolean isGiven(Context request, Complaints complaints) {
        Posted posted = Body.form(request);
        SignIn ended = rooms.people()
                .signIns()
                .again(Visit.of(request).who().session(), posted.one("password"), posted.one("code"), from(request));
        return isGiven(request, ended, complaints, "password");
    }

    /**
     * As {@link #isGiven(Context, Complaints)} for something that asks for the password itself.
     *
     * @param box where it was typed
     */
    public boolean isGiven(Context request, SignIn ended, Complaints complaints, String box) {
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

    private SignIn.From from(Context request) {
        return new SignIn.From(
                client.of(request), request.header("User-Agent"), rooms.clock().instant(), rooms.today());
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
