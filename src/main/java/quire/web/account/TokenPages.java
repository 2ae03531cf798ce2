package quire.web.account;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import quire.core.Problem;
import quire.people.ProgramToken;
import quire.people.Tokens;
import quire.web.frame.Body;
import quire.web.frame.Boxes;
import quire.web.frame.Complaints;
import quire.web.frame.Frame;
import quire.web.frame.OwnAddress;
import quire.web.frame.Pages;
import quire.web.frame.Posted;
import quire.web.frame.Proof;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.Typed;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** The tokens with which somebody's programs are let in. */
final class TokenPages {

    private static final Map<String, String> DONE =
            Map.of("token", "The token has ended. A program that shows it is refused.");

    private final Rooms rooms;
    private final Pages pages;
    private final Proof proof;

    TokenPages(Rooms rooms, Pages pages, Proof proof) {
        this.rooms = rooms;
        this.pages = pages;
        this.proof = proof;
    }

    void list(Context request) {
        list(request, Typed.NOTHING, new Complaints());
    }

    /** The answer has the token, which nothing can show again. */
    void make(Context request) {
        Posted posted = Body.form(request);
        Complaints complaints = new Complaints();
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        try {
            if (proof.isGiven(request, complaints)) {
                Visit visit = Visit.of(request);
                Tokens.Made made = tokens().make(visit.who().id(), posted.one("name"), visit.actor(), visit.now());
                show(request, made);
                return;
            }
        } catch (Problem refused) {
            complaints.add(refused);
        }
        list(request, new Typed(posted.fields()), complaints);
    }

    void end(Context request) {
        Visit visit = Visit.of(request);
        tokens().end(visit.who().id(), request.pathParam("token"), visit.actor(), visit.now());
        request.redirect("/account/tokens?done=token", HttpStatus.SEE_OTHER);
    }

    private void show(Context request, Tokens.Made made) {
        request.status(HttpStatus.OK);
        View view = Frame.page("The token is made", "", Frame.At.ELSEWHERE)
                .text("name", made.token().name())
                .text("token", made.secret())
                .text("example", OwnAddress.of(request) + "/api/v1/forms");
        Frame.back(view, "/account/tokens", "Programs");
        pages.show(request, "token-made", view);
    }

    private void list(Context request, Typed typed, Complaints complaints) {
        List<ProgramToken> tokens = tokens().ofPerson(Visit.of(request).who().id());
        Boxes boxes = new Boxes(typed, complaints);
        View view = Frame.page("Programs", "", Frame.At.ELSEWHERE)
                .text("done", Frame.done(request, DONE))
                .list("tokens", tokens.stream().map(this::token).toList())
                .flag("full", tokens.size() >= Tokens.MOST)
                .number("most", Tokens.MOST)
                .group("name", boxes.line("name", "What is the program called?", "For example: Payroll letters."));
        proof.boxes(view, request, complaints);
        Frame.back(view, "/account", "Your account");
        pages.show(request, "tokens", complaints.on(view));
    }

    private View token(ProgramToken token) {
        return new View()
                .text("id", token.id())
                .text("program", token.name())
                .text("created", Times.words(token.created(), rooms.clock()))
                .text("used", token.used() == null ? "Never" : Times.words(token.used(), rooms.clock()));
    }

    private Tokens tokens() {
        return rooms.people().tokens();
    }
}
