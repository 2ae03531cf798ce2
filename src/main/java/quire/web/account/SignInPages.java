package quire.web.account;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quire.people.Session;
import quire.people.SignIn;
import quire.people.SignIns;
import quire.web.frame.Body;
import quire.web.frame.ClientAddress;
import quire.web.frame.Errand;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Posted;
import quire.web.frame.Reply;
import quire.web.frame.Rooms;
import quire.web.frame.SessionCookie;
import quire.web.frame.View;
import quire.web.frame.Visit;
import quire.web.frame.Visitor;

/** The way in and out: password, code of the second step, and what somebody had typed when their session ended. */
final class SignInPages {

    private final Rooms rooms;
    private final Pages pages;
    private final ClientAddress client;

    SignInPages(Rooms rooms, Pages pages, ClientAddress client) {
        this.rooms = rooms;
        this.pages = pages;
        this.client = client;
    }

    void show(Context request) {
        Visit visit = Visit.of(request);
        if (visit.visitor() != null) {
            request.redirect(Errand.asked(request).to(), HttpStatus.SEE_OTHER);
        } else {
            pages.show(request, "sign-in", view(Errand.asked(request), ""));
        }
    }

    void signIn(Context request) {
        Posted posted = Body.form(request);
        Errand errand = Errand.carried(posted);
        SignIns signIns = rooms.people().signIns();
        SignIn ended = signIns.byPassword(posted.one("email").strip(), posted.one("password"), from(request));
        if (ended instanceof SignIn.NeedsCode needed) {
            SessionCookie.keep(request, needed.opened().token());
            pages.show(request, "sign-in-code", codeView(errand, ""));
        } else if (ended instanceof SignIn.Done done) {
            endOther(request, done.opened().session());
            goOn(request, done, errand);
        } else {
            View view = view(errand, posted.one("email"));
            fail(request, view, ended, "#email", "sign-in");
        }
    }

    /** The code of the second step, for whoever has just given their password. */
    void code(Context request) {
        Posted posted = Body.form(request);
        Errand errand = Errand.carried(posted);
        Optional<String> token = SessionCookie.token(request);
        SignIn ended = rooms.people().signIns().byCode(token.orElse(""), posted.one("code"), from(request));
        if (ended instanceof SignIn.Done done) {
            goOn(request, done, errand);
        } else if (token.isEmpty() || !isAwaited(token.get(), request)) {
            fail(request, view(errand, ""), ended, "#email", "sign-in");
        } else {
            fail(request, codeView(errand, ""), ended, "#code", "sign-in-code");
        }
    }

    void signOut(Context request) {
        Visit visit = Visit.of(request);
        Session session = visit.who().session();
        rooms.people().sessions().end(session.person(), session.id(), visit.actor(), visit.now());
        SessionCookie.drop(request);
        request.redirect("/sign-in?out=1", HttpStatus.SEE_OTHER);
    }

    /** For a page's own script: whether its person is still signed in, and the stamp that its forms need now. */
    void session(Context request) {
        Visitor visitor = Visit.of(request).visitor();
        Reply.json(
                request,
                visitor == null
                        ? Map.of("signedIn", false)
                        : Map.of("signedIn", true, "person", visitor.id(), "stamp", visitor.stamp()));
    }

    /** Signs somebody in who has just chosen their password. */
    void welcome(Context request, SignIn ended) {
        if (ended instanceof SignIn.NeedsCode needed) {
            SessionCookie.keep(request, needed.opened().token());
            pages.show(request, "sign-in-code", codeView(Errand.HOME, ""));
        } else if (ended instanceof SignIn.Done done) {
            goOn(request, done, Errand.HOME);
        } else {
            request.redirect("/sign-in", HttpStatus.SEE_OTHER);
        }
    }

    SignIn.From from(Context request) {
        return new SignIn.From(
                client.of(request), request.header("User-Agent"), rooms.clock().instant(), rooms.today());
    }

    /** Where they wanted to go; or, if they had typed something, a page that has it and can save it. */
    private void goOn(Context request, SignIn.Done done, Errand errand) {
        SessionCookie.keep(request, done.opened().token());
        if (errand.boxes().isEmpty()) {
            request.redirect(errand.to(), HttpStatus.SEE_OTHER);
            return;
        }
        Visitor visitor = Visitor.of(
                rooms.people().persons().get(done.opened().session().person()),
                done.opened().session(),
                done.opened().token());
        View view = errand.show(Frame.page("You are signed in", "", Frame.At.ELSEWHERE));
        Visit.of(request).as(visitor).begin(request);
        pages.show(request, "kept", view);
    }

    /** A browser carries one session: the one before is not left lying about. */
    private void endOther(Context request, Session opened) {
        Visitor before = Visit.of(request).visitor();
        if (before != null && !before.session().id().equals(opened.id())) {
            rooms.people()
                    .sessions()
                    .end(
                            before.id(),
                            before.session().id(),
                            before.actor(),
                            rooms.clock().instant());
        }
    }

    private boolean isAwaited(String token, Context request) {
        SignIn.From from = from(request);
        return rooms.people()
                .sessions()
                .awaitingCode(token, from.now(), from.today())
                .isPresent();
    }

    private static String sentence(SignIn ended) {
        if (ended instanceof SignIn.Wait wait) {
            return wait.sentence();
        }
        return ended instanceof SignIn.Refused refused ? refused.sentence() : SignIn.WRONG;
    }

    private void fail(Context request, View view, SignIn ended, String href, String page) {
        if (ended instanceof SignIn.Wait wait) {
            request.status(HttpStatus.TOO_MANY_REQUESTS);
            request.header("Retry-After", String.valueOf(wait.seconds()));
        } else {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        pages.show(request, page, Frame.failed(view, "", List.of(new Frame.Fault(sentence(ended), href))));
    }

    private static View view(Errand errand, String email) {
        View view = Frame.page("Sign in", "", Frame.At.ELSEWHERE).text("email", email);
        return errand.show(view);
    }

    private static View codeView(Errand errand, String code) {
        View view = Frame.page("Enter your code", "", Frame.At.ELSEWHERE).text("code", code);
        return errand.show(view);
    }
}
