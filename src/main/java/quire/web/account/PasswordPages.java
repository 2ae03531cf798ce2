package quire.web.account;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import quire.core.Problem;
import quire.people.SignIn;
import quire.web.frame.Body;
import quire.web.frame.Boxes;
import quire.web.frame.Complaints;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Posted;
import quire.web.frame.Proof;
import quire.web.frame.Rooms;
import quire.web.frame.Typed;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** Somebody changes their own password. */
final class PasswordPages {

    private final Rooms rooms;
    private final Pages pages;
    private final SignInPages signIn;
    private final Proof proof;

    PasswordPages(Rooms rooms, Pages pages, SignInPages signIn, Proof proof) {
        this.rooms = rooms;
        this.pages = pages;
        this.signIn = signIn;
        this.proof = proof;
    }

    void show(Context request) {
        show(request, new Complaints());
    }

    void change(Context request) {
        Complaints complaints = new Complaints();
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        if (isChanged(request, complaints)) {
            request.redirect("/account?done=password", HttpStatus.SEE_OTHER);
        } else {
            show(request, complaints);
        }
    }

    private boolean isChanged(Context request, Complaints complaints) {
        Posted posted = Body.form(request);
        Visit visit = Visit.of(request);
        try {
            SignIn ended = rooms.people()
                    .signIns()
                    .changePassword(
                            visit.who().session(),
                            posted.one("before"),
                            posted.one("password"),
                            visit.actor(),
                            signIn.from(request));
            return proof.isGiven(request, ended, complaints, "before");
        } catch (Problem refused) {
            complaints.add(refused);
            return false;
        }
    }

    private void show(Context request, Complaints complaints) {
        Boxes boxes = new Boxes(Typed.NOTHING, complaints);
        View view = Frame.page("Change your password", "", Frame.At.ELSEWHERE)
                .text("email", Visit.of(request).who().person().email())
                .group("before", boxes.secret("before", "The password that you have now", "", "current-password"))
                .group("password", boxes.secret("password", "New password", Boxes.PASSWORD_HINT, "new-password"));
        Frame.back(view, "/account", "Your account");
        pages.show(request, "account-password", complaints.on(view));
    }
}
