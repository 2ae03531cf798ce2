package quire.web.bundle;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import quire.bundle.Bundle;
import quire.bundle.Contents;
import quire.core.Ordered;
import quire.core.Problem;
import quire.portfolio.Portfolio;
import quire.preflight.Outcome;
import quire.preflight.Report;
import quire.programme.Recipe;
import quire.seal.SealCheck;
import quire.web.frame.BundleNames;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Reply;
import quire.web.frame.Rooms;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** Which rules of its readers a bundle keeps. Nobody who looks at this reads the bundle, so nothing is noted. */
final class CheckPages {

    private final Rooms rooms;
    private final Pages pages;
    private final Sight sight;
    private final BundleFiles files;

    CheckPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
        this.sight = new Sight(rooms);
        this.files = new BundleFiles(rooms);
    }

    /** For people, and as JSON for whoever asks for that. */
    void show(Context request) {
        Bundle bundle = sight.bundle(request);
        List<Report> all = rooms.preflight()
                .of(
                        bundle,
                        files.name(bundle, ".pdf"),
                        () -> rooms.bundles().toCheck(bundle),
                        new SealCheck(rooms.sealKeys().certificates()));
        List<Report> shown = shown(request, bundle, all);
        if ("application/json".equals(request.header("Accept"))) {
            Reply.json(
                    request,
                    Ordered.of(
                            "bundle", bundle.id(),
                            "sha256", bundle.digest().hex(),
                            "reports", shown.stream().map(Report::asJson).toList()));
        } else {
            show(request, bundle, shown, all);
        }
    }

    /** The set that was asked for, or those that the programme names, or those that are about such a bundle. */
    private List<Report> shown(Context request, Bundle bundle, List<Report> all) {
        String asked = request.queryParam("rules");
        if (asked != null) {
            List<Report> one = all.stream()
                    .filter(report -> report.set().id().equals(asked))
                    .toList();
            if (one.isEmpty()) {
                throw Problem.notFound("There are no such rules here.");
            }
            return one;
        }
        List<String> named = named(Visit.of(request).inPortfolio(), bundle);
        return all.stream()
                .filter(report -> named.isEmpty()
                        ? report.isMeant()
                        : named.contains(report.set().id()))
                .toList();
    }

    private static List<String> named(Portfolio portfolio, Bundle bundle) {
        Optional<Recipe> recipe = portfolio.programme().moderation().recipe(bundle.recipe());
        return recipe.map(Recipe::rules).orElse(List.of());
    }

    private void show(Context request, Bundle bundle, List<Report> shown, List<Report> all) {
        String address = "/bundles/" + bundle.id();
        View view = Frame.page(
                        "Which rules this bundle keeps", Contents.of(bundle).code(), BundlePages.at(Visit.of(request)))
                .text("bundle", bundle.title() + ". " + BundleNames.version(bundle))
                .list("reports", shown.stream().map(CheckPages::report).toList())
                .list(
                        "others",
                        all.stream()
                                .filter(report -> !shown.contains(report))
                                .map(report -> new View()
                                        .text("title", report.set().title())
                                        .text(
                                                "href",
                                                address + "/checks?rules="
                                                        + report.set().id()))
                                .toList());
        Frame.back(view, address, "Back to the bundle");
        pages.show(request, "bundle-checks", view);
    }

    private static View report(Report report) {
        return new View()
                .text("title", report.set().title())
                .text("about", report.set().about())
                .text("summary", summary(report))
                .flag("other", !report.isMeant())
                .list("rules", report.lines().stream().map(CheckPages::line).toList());
    }

    private static View line(Report.Line line) {
        return new View()
                .text("text", line.rule().text())
                .text("outcome", line.outcome().title())
                .flag("failed", line.outcome() == Outcome.FAIL)
                .flag("passed", line.outcome() == Outcome.PASS)
                .flag("open", line.outcome() == Outcome.LOOK)
                .text("sentence", line.judgement().sentence())
                .text("source", line.rule().source());
    }

    /** {@code 9 rules are kept, 1 is broken, 1 needs somebody to look.} */
    private static String summary(Report report) {
        StringBuilder words = new StringBuilder(some(report.count(Outcome.PASS), "rule is kept", "rules are kept"));
        add(words, report.count(Outcome.FAIL), "is broken", "are broken");
        add(words, report.count(Outcome.LOOK), "needs somebody to look", "need somebody to look");
        add(words, report.count(Outcome.NONE), "does not apply", "do not apply");
        return words.append('.').toString();
    }

    private static void add(StringBuilder words, int count, String one, String several) {
        if (count > 0) {
            words.append(", ").append(some(count, one, several));
        }
    }

    private static String some(int count, String one, String several) {
        return String.format(Locale.UK, "%d %s", count, count == 1 ? one : several);
    }
}
