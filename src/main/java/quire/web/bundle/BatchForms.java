package quire.web.bundle;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import quire.bundle.Batch;
import quire.bundle.Edition;
import quire.core.Problem;
import quire.people.Person;
import quire.portfolio.Portfolio;
import quire.programme.Recipe;
import quire.web.frame.Body;
import quire.web.frame.Boxes;
import quire.web.frame.Boxes.Option;
import quire.web.frame.Complaints;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.Typed;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** Asking for the bundles of many portfolios: which kind, of which panel, and then which of those. */
final class BatchForms {

    private static final String PANEL = "panel";
    private static final String BY_HAND = "hand";
    private static final String PORTFOLIOS = "portfolios";

    private final Rooms rooms;
    private final Pages pages;
    private final OwnPortfolios own;

    BatchForms(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
        this.own = new OwnPortfolios(rooms);
    }

    /** First of all what and whose; then the portfolios, all of a panel ticked. */
    void form(Context request) {
        Visit visit = Visit.of(request);
        Typed asked = asked(request);
        Map<String, String> kinds = kinds(own.list(visit));
        if (!asked.has("recipe") && !asked.has("day")) {
            begin(request, Typed.NOTHING, new Complaints());
            return;
        }
        Complaints complaints = new Complaints();
        if (!kinds.containsKey(asked.one("recipe"))) {
            complaints.add("recipe", "Select a kind of bundle");
        }
        if (asked.one("day").isEmpty()) {
            complaints.add("day", "Select a panel, or choose by hand");
        }
        if (complaints.isEmpty()) {
            choose(request, asked, List.of(), complaints);
        } else {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
            begin(request, asked, complaints);
        }
    }

    /** Asks for them, and leads to where one sees how far they are. */
    void order(Context request) {
        Visit visit = Visit.of(request);
        Typed typed = new Typed(Body.form(request).fields());
        Complaints complaints = new Complaints();
        Optional<Batch> batch = ordered(typed, complaints, visit);
        if (batch.isPresent()) {
            request.redirect(BatchPages.address(batch.get()), HttpStatus.SEE_OTHER);
        } else {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
            choose(request, typed, typed.all(PORTFOLIOS), complaints);
        }
    }

    private Optional<Batch> ordered(Typed typed, Complaints complaints, Visit visit) {
        Optional<Edition> edition = Edition.find(typed.one("edition")).filter(one -> one != Edition.SUPPLEMENT);
        List<Portfolio> chosen = own.get(new LinkedHashSet<>(typed.all(PORTFOLIOS)), visit);
        if (chosen.isEmpty()) {
            complaints.add(PORTFOLIOS, "Select at least one portfolio");
        }
        if (edition.isEmpty()) {
            complaints.add("edition", "Select drafts or final bundles");
        }
        if (!complaints.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(rooms.bundles()
                    .batches()
                    .order(chosen, typed.one("recipe"), edition.get(), visit.actor(), visit.now()));
        } catch (Problem refused) {
            complaints.add(refused);
            return Optional.empty();
        }
    }

    private static Typed asked(Context request) {
        Map<String, String> asked = new LinkedHashMap<>();
        for (String name : List.of("recipe", "day")) {
            Optional.ofNullable(request.queryParam(name)).ifPresent(value -> asked.put(name, value));
        }
        return Typed.of(asked);
    }

    private void begin(Context request, Typed typed, Complaints complaints) {
        Visit visit = Visit.of(request);
        List<Portfolio> all = own.list(visit);
        Boxes boxes = new Boxes(typed, complaints);
        View view = Frame.page("Make the bundles of a panel", "", Frame.At.COHORT)
                .flag("any", !all.isEmpty())
                .group(
                        "recipe",
                        boxes.choice(
                                "recipe",
                                "Which kind of bundle?",
                                "",
                                kinds(all).entrySet().stream()
                                        .map(kind -> new Option(kind.getKey(), kind.getValue()))
                                        .toList()))
                .group("day", boxes.pick("day", "Of which portfolios?", "", days(all, visit.today())));
        Frame.back(view, BatchPages.ALL, "Back to the bundles of panels");
        pages.show(request, "bundle-batch-new", complaints.on(view));
    }

    /** Every kind of bundle that one of their programmes knows, with its title. */
    private static Map<String, String> kinds(List<Portfolio> portfolios) {
        Map<String, String> kinds = new LinkedHashMap<>();
        portfolios.stream()
                .flatMap(portfolio -> portfolio.programme().moderation().recipes().stream())
                .forEach(recipe -> kinds.putIfAbsent(recipe.id(), recipe.title()));
        return kinds;
    }

    /** The panels that are to come, the next one first; then those that were, the last one first. */
    private static List<Option> days(List<Portfolio> portfolios, LocalDate today) {
        TreeMap<LocalDate, Integer> days = new TreeMap<>();
        portfolios.forEach(portfolio -> panel(portfolio).ifPresent(day -> days.merge(day, 1, Integer::sum)));
        Map<LocalDate, Integer> inOrder = new LinkedHashMap<>(days.tailMap(today, true));
        inOrder.putAll(days.headMap(today, false).descendingMap());
        List<Option> options = new ArrayList<>();
        inOrder.forEach((day, many) -> options.add(new Option(
                day.toString(),
                "Panel on " + Times.day(day) + ": " + (many == 1 ? "1 portfolio" : many + " portfolios"))));
        options.add(new Option(BY_HAND, "Any, chosen by hand"));
        return options;
    }

    private static Optional<LocalDate> panel(Portfolio portfolio) {
        return portfolio.timetable().isBooked(PANEL)
                ? Optional.of(portfolio.timetable().dateOf(PANEL))
                : Optional.empty();
    }

    /** @param ticked the ids of those that were ticked; where none was, all of the panel are */
    private void choose(Context request, Typed typed, List<String> ticked, Complaints complaints) {
        Visit visit = Visit.of(request);
        String day = typed.one("day");
        boolean byHand = day.equals(BY_HAND);
        List<Portfolio> fitting = own.list(visit).stream()
                .filter(portfolio -> recipe(portfolio, typed.one("recipe")).isPresent())
                .filter(portfolio -> byHand
                        || panel(portfolio).map(LocalDate::toString).orElse("").equals(day))
                .toList();
        String kind = fitting.isEmpty()
                ? ""
                : recipe(fitting.get(0), typed.one("recipe")).map(Recipe::title).orElse("");
        boolean all = !byHand && ticked.isEmpty() && complaints.isEmpty();
        Boxes boxes = new Boxes(typed, complaints);
        View view = Frame.page("Make the bundles of a panel", kind, Frame.At.COHORT)
                .text("recipe", typed.one("recipe"))
                .text("day", day)
                .flag("any", !fitting.isEmpty())
                .group(PORTFOLIOS, portfolios(boxes, fitting, all, ticked))
                .group("edition", boxes.choice("edition", "What do you want to make?", "", editions()));
        Frame.back(view, BatchPages.ALL + "/new", "Back to the choice of a panel");
        pages.show(request, "bundle-batch-choose", complaints.on(view));
    }

    private View portfolios(Boxes boxes, List<Portfolio> fitting, boolean all, List<String> ticked) {
        List<View> options = new ArrayList<>();
        for (Portfolio portfolio : fitting) {
            String name = rooms.people()
                    .persons()
                    .find(portfolio.nqsw())
                    .map(Person::name)
                    .orElse("");
            options.add(new View()
                    .text("id", options.isEmpty() ? PORTFOLIOS : PORTFOLIOS + "-" + portfolio.id())
                    .text("value", portfolio.id())
                    .text("label", portfolio.code() + (name.isEmpty() ? "" : ", " + name))
                    .text(
                            "hint",
                            panel(portfolio)
                                    .map(day -> "Panel on " + Times.day(day))
                                    .orElse("No panel is booked"))
                    .flag("checked", all || ticked.contains(portfolio.id())));
        }
        return boxes.choice(PORTFOLIOS, "Portfolios", "", List.of())
                .list("options", options)
                .flag("optional", false)
                .text("guidance", "");
    }

    private static List<Option> editions() {
        return List.of(
                new Option("draft", "Drafts", "To look through. They say on every page that they are drafts."),
                new Option(
                        "final",
                        "Final bundles",
                        "They are sealed and never change. Where something is missing, none is made, and you see what it is."));
    }

    private static Optional<Recipe> recipe(Portfolio portfolio, String id) {
        return portfolio.programme().moderation().recipe(id);
    }
}
