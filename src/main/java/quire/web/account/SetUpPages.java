package quire.web.account;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import quire.core.Finding;
import quire.core.Problem;
import quire.people.Accounts;
import quire.people.Person;
import quire.web.frame.Body;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Posted;
import quire.web.frame.Rooms;
import quire.web.frame.View;

/** The first page of a new installation: whoever has the code that the start printed becomes its operator. */
final class SetUpPages {

    private final Rooms rooms;
    private final Pages pages;
    private final SignInPages signIn;

    SetUpPages(Rooms rooms, Pages pages, SignInPages signIn) {
        this.rooms = rooms;
        this.pages = pages;
        this.signIn = signIn;
    }

    void show(Context request) {
        pages.show(request, "set-up", view("", "", "", ""));
    }

    void setUp(Context request) {
        Posted posted = Body.form(request);
        String password = posted.one("password");
        Accounts.FirstOperator operator = new Accounts.FirstOperator(
                posted.one("name").strip(),
                posted.one("email").strip(),
                posted.one("organisation").strip());
        try {
            Person person = rooms.people()
                    .accounts()
                    .setUp(
                            posted.one("code").strip(),
                            operator,
                            password,
                            rooms.clock().instant(),
                            rooms.today());
            signIn.welcome(
                    request, rooms.people().signIns().byPassword(person.email(), password, signIn.from(request)));
        } catch (Problem refused) {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
            List<Frame.Fault> faults =
                    refused.findings().stream().map(SetUpPages::fault).toList();
            View again = view(posted.one("code"), operator.name(), operator.email(), operator.organisation());
            pages.show(request, "set-up", Frame.failed(again, "", faults));
        }
    }

    private static Frame.Fault fault(Finding finding) {
        String path = finding.place().path();
        return new Frame.Fault(finding.message(), path == null ? "" : "#" + path);
    }

    private static View view(String code, String name, String email, String organisation) {
        return Frame.page("Set up this service", "", Frame.At.ELSEWHERE)
                .text("code", code)
                .text("name", name)
                .text("email", email)
                .text("organisation", organisation);
    }
}
