package quire.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import quire.portfolio.Summary;

/** What belongs to no form and no document. */
final class HomePages {

    private final Rooms rooms;
    private final Pages pages;

    HomePages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    /** The documents that have been started. */
    void documents(Context request) {
        List<View> documents =
                rooms.documents().list().stream().map(this::document).toList();
        View view = Frame.page("Documents", "", Frame.At.DOCUMENTS).list("documents", documents);
        Reply.html(request, pages.render("home", view));
    }

    void accessibility(Context request) {
        Reply.html(request, pages.render("accessibility", Frame.page("Accessibility", "", Frame.At.ELSEWHERE)));
    }

    /** Well if the record can be read. */
    void health(Context request) {
        rooms.documents().find("health");
        Reply.json(request, Map.of("status", "ok"));
    }

    private View document(Summary document) {
        return new View()
                .text("id", document.id())
                .text("name", document.title())
                .text("changed", Times.words(document.changed(), rooms.clock()))
                .number("completed", document.completed())
                .number("sections", document.sections())
                .flag("done", document.completed() >= document.sections());
    }
}
