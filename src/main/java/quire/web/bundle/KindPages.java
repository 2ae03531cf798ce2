package quire.web.bundle;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import quire.bundle.Bundle;
import quire.bundle.Edition;
import quire.bundle.Order;
import quire.people.Capacity;
import quire.people.Deed;
import quire.people.Permits;
import quire.people.Person;
import quire.portfolio.Portfolio;
import quire.programme.Recipe;
import quire.web.frame.BundleNames;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** The kinds of bundle that a portfolio's programme knows, what was made of each, and what is being made. */
final class KindPages {

    private final Rooms rooms;
    private final Pages pages;

    KindPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    void show(Context request) {
        Visit visit = Visit.of(request);
        Portfolio portfolio = visit.inPortfolio();
        List<Bundle> bundles = rooms.bundles().ofPortfolio(portfolio.id());
        List<Order> orders = rooms.bundles().orders(portfolio.id());
        View view = Frame.page("Bundles", portfolio.code(), at(visit))
                .flag("builds", Permits.of(visit.stands(), Deed.BUILD_PACK).allowed())
                .list(
                        "kinds",
                        portfolio.programme().moderation().recipes().stream()
                                .map(recipe -> kind(recipe, bundles, orders, visit))
                                .toList());
        Frame.back(view, address(portfolio), "Back to all papers");
        pages.show(request, "bundles", view);
    }

    static Frame.At at(Visit visit) {
        return visit.permit().as() == Capacity.NQSW ? Frame.At.YEAR : Frame.At.ELSEWHERE;
    }

    static String address(Portfolio portfolio) {
        return "/portfolios/" + portfolio.id();
    }

    private View kind(Recipe recipe, List<Bundle> bundles, List<Order> orders, Visit visit) {
        List<Bundle> made = bundles.stream()
                .filter(bundle -> bundle.recipe().equals(recipe.id()))
                .toList();
        List<Bundle> newest = new ArrayList<>();
        for (Edition edition : List.of(Edition.FINAL, Edition.DRAFT)) {
            made.stream()
                    .filter(bundle -> bundle.edition() == edition)
                    .findFirst()
                    .ifPresent(bundle -> {
                        newest.add(bundle);
                        newest.addAll(supplements(bundle, made));
                    });
        }
        List<View> waiting = orders(recipe, made, orders);
        return new View()
                .text("id", recipe.id())
                .text("title", recipe.title())
                .text("identity", BundleWords.identity(recipe.coded()))
                .text("plan", address(visit.inPortfolio()) + "/bundles/" + recipe.id())
                .list("newest", newest.stream().map(one -> bundle(one, visit)).toList())
                .list("orders", waiting)
                .flag("listed", !newest.isEmpty() || !waiting.isEmpty())
                .list(
                        "earlier",
                        made.stream()
                                .filter(bundle -> !newest.contains(bundle))
                                .map(one -> bundle(one, visit))
                                .toList());
    }

    private static List<Bundle> supplements(Bundle version, List<Bundle> made) {
        return made.stream()
                .filter(bundle -> bundle.base() != null && bundle.base().id().equals(version.id()))
                .toList();
    }

    private View bundle(Bundle bundle, Visit visit) {
        boolean opens = Permits.opensPack(visit.stands(), bundle.edition() == Edition.DRAFT)
                .allowed();
        String by = rooms.people().persons().find(bundle.by()).map(Person::name).orElse("");
        return new View()
                .text("href", opens ? "/bundles/" + bundle.id() : "")
                .text("version", BundleNames.version(bundle))
                .text("pages", BundleWords.pages(bundle.pages()))
                .text("made", Times.words(bundle.made(), rooms.clock()))
                .text("by", by);
    }

    /** Those under way, and those that came to nothing after the last one was made. */
    private List<View> orders(Recipe recipe, List<Bundle> made, List<Order> orders) {
        return orders.stream()
                .filter(order -> order.recipe().equals(recipe.id()))
                .filter(order -> !order.state().isOver()
                        || made.stream().noneMatch(bundle -> bundle.made().isAfter(order.at())))
                .limit(10)
                .map(order -> new View()
                        .text("href", OrderPages.address(order))
                        .text("edition", BundleWords.wanted(order.edition()))
                        .flag("failed", order.state() == Order.State.FAILED)
                        .text("at", Times.words(order.at(), rooms.clock())))
                .toList();
    }
}
