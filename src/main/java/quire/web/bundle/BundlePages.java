package quire.web.bundle;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import quire.bundle.Bundle;
import quire.bundle.Changes;
import quire.bundle.Contents;
import quire.bundle.Edition;
import quire.bundle.Release;
import quire.core.Digest;
import quire.people.Capacity;
import quire.people.Deed;
import quire.people.Permits;
import quire.people.Person;
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
        boolean releases = bundle.edition() == Edition.FINAL
                && Permits.of(visit.stands(), Deed.RELEASE_PACK).allowed();
        View view = Frame.page(bundle.title(), contents.code(), at(visit))
                .text("version", BundleWords.version(bundle))
                .flag("draft", bundle.edition() == Edition.DRAFT)
                .text("address", "/bundles/" + bundle.id())
                .text("size", BundleWords.size(bundle.size()))
                .list("newer", newer(bundle, versions))
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
        List<Bundle> versions = rooms.bundles().versions(bundle);
        if (visit.permit().as() != Capacity.PANEL) {
            return versions;
        }
        Set<String> released = rooms.bundles().releases().openTo(visit.who().id(), visit.today()).stream()
                .map(Release::bundle)
                .collect(Collectors.toSet());
        return versions.stream()
                .filter(version -> released.contains(version.id()))
                .toList();
    }

    private static List<View> newer(Bundle bundle, List<Bundle> versions) {
        return versions.stream()
                .limit(1)
                .filter(newest -> newest.number() > bundle.number())
                .map(newest ->
                        new View().text("href", "/bundles/" + newest.id()).number("number", newest.number()))
                .toList();
    }

    /** What is otherwise than in the version before; nothing is said of a first one. */
    private void changes(View view, Bundle bundle, List<Bundle> versions, ContentsView views) {
        List<View> lines = new ArrayList<>();
        int before = 0;
        for (Bundle earlier : versions) {
            if (earlier.number() < bundle.number()) {
                before = earlier.number();
                for (Changes.Change change :
                        rooms.bundles().changes(earlier, bundle).lines()) {
                    lines.add(views.line(change.line())
                            .text("where", where(change.line()))
                            .text("change", word(change.kind()))
                            .flag("gone", change.kind() == Changes.Kind.GONE));
                }
                break;
            }
        }
        view.flag("compared", before > 0).number("before", before).list("changes", lines);
    }

    private static String where(Contents.Line line) {
        return (line.pages() == 1 ? "page " : "pages ") + BundleWords.numbers(line);
    }

    private static String word(Changes.Kind kind) {
        return switch (kind) {
            case ADDED -> "New";
            case CHANGED -> "Changed";
            case GONE -> "Not there any more";
        };
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
                .text("version", BundleWords.version(version))
                .flag("here", version.equals(shown))
                .text("made", Times.words(version.made(), rooms.clock()))
                .text("pages", BundleWords.pages(version.pages()));
    }
}
