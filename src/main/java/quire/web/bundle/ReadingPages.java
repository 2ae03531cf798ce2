package quire.web.bundle;

import io.javalin.http.Context;
import java.util.List;
import quire.bundle.Bundle;
import quire.bundle.Contents;
import quire.bundle.Release;
import quire.web.frame.BundleNames;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** The home of those who read for a panel: what is released to them today, and nothing else. */
final class ReadingPages {

    private final Rooms rooms;
    private final Pages pages;

    ReadingPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    void show(Context request) {
        Visit visit = Visit.of(request);
        List<View> bundles = rooms.bundles().releases().openTo(visit.who().id(), visit.today()).stream()
                .map(this::bundle)
                .toList();
        pages.show(
                request,
                "bundles-to-read",
                Frame.page("Bundles to read", "", Frame.At.BUNDLES).list("bundles", bundles));
    }

    private View bundle(Release release) {
        Bundle bundle = rooms.bundles().get(release.bundle());
        return new View()
                .text("href", "/bundles/" + bundle.id())
                .text("code", Contents.of(bundle).code())
                .text("title", bundle.title())
                .text("version", BundleNames.version(bundle))
                .text("pages", BundleWords.pages(bundle.pages()))
                .text("size", BundleWords.size(bundle.size()))
                .text("until", Times.day(release.lastDay()));
    }
}
