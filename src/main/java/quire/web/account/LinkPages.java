package quire.web.account;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Objects;
import quire.core.Finding;
import quire.core.Problem;
import quire.people.AccountLink;
import quire.people.Accounts;
import quire.people.Person;
import quire.web.frame.Body;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Posted;
import quire.web.frame.Rooms;
import quire.web.frame.View;

/** What the link of an invitation or of a reset opens: the page on which somebody chooses their password. */
final class LinkPages {

    private final Rooms rooms;
    private final Pages pages;
    private final SignInPages signIn;

    LinkPages(Rooms rooms, Pages pages, SignInPages signIn) {
        this.rooms = rooms;
        this.pages = pages;
        this.signIn = signIn;
    }

    /** Looking uses nothing up: programs that check letters open every link in them. */
    void show(Context request) {
        AccountLink link = look(request);
        if (link.person() == null) {
            refuse(request, link);
        } else {
            pages.show(request, "choose-password", view(request, link));
        }
    }

    void choose(Context request) {
        AccountLink link = look(request);
        if (link.person() == null) {
            refuse(request, link);
            return;
        }
        Posted posted = Body.form(request);
        String password = posted.one("password");
        try {
            Person person = accounts()
                    .choosePassword(token(request), password, rooms.clock().instant(), rooms.today());
            signIn.welcome(
                    request, rooms.people().signIns().byPassword(person.email(), password, signIn.from(request)));
        } catch (Problem refused) {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
            List<Frame.Fault> faults = refused.findings().isEmpty()
                    ? List.of(new Frame.Fault(refused.getMessage(), "#password"))
                    : refused.findings().stream()
                            .map(Finding::message)
                            .map(message -> new Frame.Fault(message, "#password"))
                            .toList();
            pages.show(request, "choose-password", Frame.failed(view(request, link), "", faults));
        }
    }

    private void refuse(Context request, AccountLink link) {
        request.status(HttpStatus.NOT_FOUND);
        View view =
                Frame.page("You cannot use this link", "", Frame.At.ELSEWHERE).text("sentence", link.sentence());
        pages.show(request, "link-refused", view);
    }

    private View view(Context request, AccountLink link) {
        boolean invited = link.kind() == AccountLink.Kind.INVITATION;
        Person person = rooms.people().persons().get(Objects.requireNonNull(link.person()));
        return Frame.page(invited ? "Choose a password" : "Choose another password", "", Frame.At.ELSEWHERE)
                .text("action", "/link/" + token(request))
                .text("name", person.name())
                .text("email", person.email())
                .flag("invited", invited);
    }

    private AccountLink look(Context request) {
        return accounts().look(token(request), rooms.clock().instant(), rooms.today());
    }

    private Accounts accounts() {
        return rooms.people().accounts();
    }

    private static String token(Context request) {
        return request.pathParam("token");
    }
}
