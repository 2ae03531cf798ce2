package quire.web.guest;

import io.javalin.http.Context;
import quire.people.Invitation;
import quire.people.Person;
import quire.portfolio.Document;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** What somebody with an account was asked for under their own address: they need no link and no second name for it. */
final class AskedPages {

    private final Rooms rooms;
    private final Pages pages;

    AskedPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    void show(Context request) {
        Visit visit = Visit.of(request);
        View view = Frame.page("Asked of you", "", Frame.At.ASKED)
                .list(
                        "requests",
                        rooms.people().invitations().waitingFor(visit.who().id(), visit.today()).stream()
                                .map(this::view)
                                .toList());
        pages.show(request, "asked", view);
    }

    private View view(Invitation one) {
        Document document = rooms.documents().get(one.document());
        return new View()
                .text("href", "/documents/" + document.id())
                .text("title", document.title())
                .text("part", document.form().roleLabel(one.role()))
                .text(
                        "asker",
                        rooms.people()
                                .persons()
                                .find(one.asked().by())
                                .map(Person::name)
                                .orElse("Somebody"))
                .text("until", Times.day(one.terms().until()));
    }
}
