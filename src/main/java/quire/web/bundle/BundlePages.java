package quire.web.bundle;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import quire.bundle.Bundle;
import quire.bundle.Contents;
import quire.bundle.Edition;
import quire.bundle.Release;
import quire.core.Digest;
import quire.people.Capacity;
import quire.people.Deed;
import quire.people.Permits;
import quire.people.Person;
import quire.web.frame.BundleNames;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** One bundle: what it is, what is in it, what the version before had not, and by what one knows it again. */
final class BundlePages {

    private final Rooms rooms;
    private final Pages pages;
    private final Sight sight;

    BundlePages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
        this.sight = new Sight(rooms);
    }

    void show(Context request) {
        Visit visit = Visit.of(request);
        Bundle bundle = sight.bundle(request);
        Contents contents = Contents.of(bundle);
        ContentsView views = new ContentsView(rooms, visit);
        List<Bundle> versions = versions(bundle, visit);
        boolean releases = bundle.edition().isSealed()
                && Permits.of(visit.stands(), Deed.RELEASE_PACK).allowed();
        View view = Frame.page(bundle.title(), contents.code(), at(visit))
                .text("version", BundleNames.version(bundle))
                .flag("draft", bundle.edition() == Edition.DRAFT)
                .text("address", "/bundles/" + bundle.id())
                .text("size", BundleWords.size(bundle.size()))
                .list("newer", newer(bundle, versions))
                .list("continues", continues(bundle, contents, versions))
                .list(
                        "supplements",
                        supplements(bundle, visit).stream()
                                .map(one -> version(one, bundle))
                                .toList())
                .list("details", details(bundle, contents, visit))
                .list("control", control(bundle, contents))
                .text("reason", contents.reason())
                .list("lines", views.lines(contents))
                .text("readers", releases ? "/bundles/" + bundle.id() + "/readers" : "")
                .list(
                        "versions",
                        versions.stream().map(one -> version(one, bundle)).toList());
        views.gaps(view, contents, visit.inPortfolio());
        changes(view, bundle, versions, views);
        back(view, visit);
        pages.show(request, "bundle", view);
    }

    static Frame.At at(Visit visit) {
        return visit.permit().as() == Capacity.PANEL ? Frame.At.BUNDLES : KindPages.at(visit);
    }

    private static void back(View view, Visit visit) {
        if (visit.permit().as() == Capacity.PANEL) {
            Frame.back(view, Frame.At.BUNDLES.href(), "Back to your bundles");
        } else {
            Frame.back(view, KindPages.address(visit.inPortfolio()) + "/bundles", "Back to all bundles");
        }
    }

    /** Those that the visitor may open, the newest first. */
    private List<Bundle> versions(Bundle bundle, Visit visit) {
        return open(rooms.bundles().versions(bundle), visit);
    }

    /** Those that the visitor may open, of this bundle or of the one that it continues. */
    private List<Bundle> supplements(Bundle bundle, Visit visit) {
        return open(rooms.bundles().supplements(bundle), visit);
    }

    private List<Bundle> open(List<Bundle> bundles, Visit visit) {
        if (visit.permit().as() != Capacity.PANEL) {
            return bundles;
        }
        Set<String> released = rooms.bundles().releases().openTo(visit.who().id(), visit.today()).stream()
                .map(Release::bundle)
                .collect(Collectors.toSet());
        return bundles.stream().filter(one -> released.contains(one.id())).toList();
    }

    private static List<View> newer(Bundle bundle, List<Bundle> versions) {
        int version = bundle.base() == null ? bundle.number() : bundle.base().version();
        return versions.stream()
                .limit(1)
                .filter(newest -> newest.number() > version)
                .map(newest ->
                        new View().text("href", "/bundles/" + newest.id()).number("number", newest.number()))
                .toList();
    }

    /** What a supplement continues; the address is empty for those who may not open that. */
    private static List<View> continues(Bundle bundle, Contents contents, List<Bundle> versions) {
        Bundle.Final base = bundle.base();
        if (base == null) {
            return List.of();
        }
        boolean opens = versions.stream().anyMatch(version -> version.id().equals(base.id()));
        return List.of(new View()
                .number("version", base.version())
                .text("href", opens ? "/bundles/" + base.id() : "")
                .number("first", contents.lines().get(0).firstPage())
                .number("last", (long) contents.lines().get(0).firstPage() + bundle.pages() - 1));
    }

    /** What is otherwise than in the version before; nothing is said of a first one. */
    private void changes(View view, Bundle bundle, List<Bundle> versions, ContentsView views) {
        Optional<Bundle> earlier = bundle.base() != null
                ? Optional.empty()
                : versions.stream()
                        .filter(version -> version.number() < bundle.number())
                        .findFirst();
        view.flag("compared", earlier.isPresent())
                .number("before", earlier.map(Bundle::number).orElse(0));
        new ChangesView(rooms, views)
                .show(view, earlier.map(version -> rooms.bundles().changes(version, bundle)), bundle);
    }

    private List<View> details(Bundle bundle, Contents contents, Visit visit) {
        List<View> details = new ArrayList<>();
        details.add(View.row("Made", Times.words(bundle.made(), rooms.clock())));
        if (visit.permit().as() != Capacity.PANEL) {
            String by =
                    rooms.people().persons().find(bundle.by()).map(Person::name).orElse("");
            details.add(View.row("Asked for by", by));
        }
        details.add(View.row("Pages", String.valueOf(bundle.pages())));
        details.add(View.row("People", BundleWords.identity(contents.coded())));
        return details;
    }

    private static List<View> control(Bundle bundle, Contents contents) {
        List<View> control = new ArrayList<>();
        control.add(View.row("SHA-256 of the file", bundle.digest().hex()));
        control.add(View.row(
                "Seal",
                contents.sealedBy().isEmpty()
                        ? "None: a draft is not sealed."
                        : "By the certificate with the SHA-256 " + contents.sealedBy()));
        if (!contents.trailHash().isEmpty()) {
            String trail = "Entry " + contents.trailNumber() + " was the last one then. Its hash is ";
            control.add(View.row("Trail", trail + new Digest(contents.trailHash()).hex()));
        }
        return control;
    }

    private View version(Bundle version, Bundle shown) {
        return new View()
                .text("href", "/bundles/" + version.id())
                .text("version", BundleNames.version(version))
                .flag("here", version.equals(shown))
                .text("made", Times.words(version.made(), rooms.clock()))
                .text("pages", BundleWords.pages(version.pages()));
    }
}
