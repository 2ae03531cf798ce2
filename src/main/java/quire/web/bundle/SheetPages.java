package quire.web.bundle;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import quire.bundle.Bundle;
import quire.bundle.Contents;
import quire.bundle.Edition;
import quire.web.frame.BundleNames;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** A bundle as pages of the web: its contents, and each thing in it with the one before and the one behind. */
final class SheetPages {

    private final Rooms rooms;
    private final Pages pages;
    private final Sight sight;

    SheetPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
        this.sight = new Sight(rooms);
    }

    void contents(Context request) {
        Visit visit = Visit.of(request);
        Bundle bundle = sight.bundle(request);
        rooms.bundles().noteReading(bundle, visit.actor(), visit.now());
        Contents contents = Contents.of(bundle);
        View view = Frame.page(bundle.title(), contents.code(), BundlePages.at(visit))
                .text("version", BundleNames.version(bundle))
                .flag("draft", bundle.edition() == Edition.DRAFT)
                .text("pages", BundleWords.pages(bundle.pages()))
                .text("reason", contents.reason())
                .list("parts", SheetOrder.of(contents).parts(address(bundle)));
        Frame.back(view, "/bundles/" + bundle.id(), "Back to the bundle");
        pages.show(request, "bundle-read", view);
    }

    void show(Context request) {
        Visit visit = Visit.of(request);
        Bundle bundle = sight.bundle(request);
        Contents contents = Contents.of(bundle);
        SheetOrder order = SheetOrder.of(contents);
        Contents.Line line = order.get(request.pathParam("key"));
        Optional<String> sheet = rooms.bundles().sheet(bundle, line.key(), visit.actor(), visit.now());
        View view = Frame.page(line.title(), bundle.title() + ": " + contents.code(), BundlePages.at(visit))
                .text("part", order.part(line))
                .text("numbers", BundleWords.numbers(line))
                .flag("single", line.pages() == 1)
                .number("first", line.firstPage())
                .number("all", bundle.pages())
                .flag("draft", bundle.edition() == Edition.DRAFT)
                .flag("readable", sheet.isPresent())
                .text("kind", BundleWords.what(line))
                .text("pdf", "/bundles/" + bundle.id() + "/pdf#page=" + line.firstPage())
                .text("contents", address(bundle))
                .list("previous", neighbour(order.before(line), bundle))
                .list("next", neighbour(order.after(line), bundle));
        Frame.back(view, address(bundle), "Back to the contents");
        pages.show(request, "bundle-sheet", view, "sheet", sheet.orElse(""));
    }

    private static List<View> neighbour(Optional<Contents.Line> line, Bundle bundle) {
        return line.stream()
                .map(one -> new View().text("title", one.title()).text("href", address(bundle) + "/" + one.key()))
                .toList();
    }

    void picture(Context request) {
        Bundle bundle = sight.bundle(request);
        byte[] picture = rooms.bundles().picture(bundle, request.pathParam("digest"));
        request.header("Content-Security-Policy", "sandbox; default-src 'none'");
        request.contentType(isPng(picture) ? "image/png" : "image/jpeg").result(picture);
    }

    /** Everything that was ever taken in is one or the other. */
    private static boolean isPng(byte[] picture) {
        return picture.length > 1 && picture[1] == 'P';
    }

    private static String address(Bundle bundle) {
        return "/bundles/" + bundle.id() + "/read";
    }
}
