package quire.web.forms;

import io.javalin.http.Context;
import java.util.List;
import java.util.stream.Stream;
import quire.core.MadeFile;
import quire.documents.CataloguePaper;
import quire.programme.Catalogue;
import quire.programme.Programme;
import quire.web.frame.Downloads;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.View;

/** Every paper of every programme: who completes it, who signs it, when it is due. */
final class CataloguePages {

    private final Rooms rooms;
    private final Pages pages;

    CataloguePages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    void list(Context request) {
        View view = Frame.page("Catalogue", "", Frame.At.CATALOGUE)
                .list(
                        "programmes",
                        rooms.programmes().list().stream()
                                .map(CataloguePages::programme)
                                .toList())
                .list("parts", parts(Stream.of(outside())));
        pages.show(request, "catalogue", view);
    }

    void show(Context request) {
        Programme programme = asked(request);
        Catalogue catalogue = Catalogue.of(programme, rooms.forms());
        View view = Frame.page(programme.title(), "Catalogue", Frame.At.CATALOGUE)
                .text("id", programme.id())
                .text("about", programme.about())
                .list("parts", parts(catalogue.parts().stream()));
        Frame.back(view, "/catalogue", "Back to the catalogue");
        pages.show(request, "programme", view);
    }

    void pdf(Context request) {
        Catalogue catalogue = Catalogue.of(asked(request), rooms.forms());
        MadeFile paper = CataloguePaper.make(
                rooms.maker(), catalogue, outside(), rooms.clock().instant());
        Downloads.send(request, paper.name(), paper.type().mime(), paper.bytes());
    }

    private Programme asked(Context request) {
        return rooms.programmes().get(request.pathParam("programme"));
    }

    private Catalogue.Part outside() {
        return Catalogue.outside(rooms.programmes().list(), rooms.forms());
    }

    private static View programme(Programme programme) {
        return new View()
                .text("id", programme.id())
                .text("name", programme.title())
                .text("about", programme.about());
    }

    private static List<View> parts(Stream<Catalogue.Part> parts) {
        return parts.filter(part -> !part.entries().isEmpty())
                .map(part -> new View()
                        .text("name", part.title())
                        .list(
                                "entries",
                                part.entries().stream()
                                        .map(CataloguePages::entry)
                                        .toList()))
                .toList();
    }

    private static View entry(Catalogue.Entry entry) {
        List<String> codes = Stream.of(entry.code(), entry.formCode())
                .filter(code -> !code.isEmpty())
                .toList();
        return new View()
                .text("form", entry.form())
                .text("name", entry.title())
                .text("code", String.join(" · ", codes))
                .text("completes", entry.completes())
                .text("signs", entry.signs())
                .text("due", entry.due())
                .text("notes", String.join(" ", entry.notes()));
    }
}
