package quire.web.bundle;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import quire.bundle.Doubts;
import quire.core.Problem;
import quire.people.Person;
import quire.portfolio.EvidenceFile;
import quire.portfolio.Portfolio;
import quire.programme.Recipe;
import quire.redaction.Decision;
import quire.redaction.FileDecision;
import quire.redaction.Suspect;
import quire.web.frame.Body;
import quire.web.frame.Boxes;
import quire.web.frame.Complaints;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.Typed;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** What may still identify somebody in a coded bundle: a person decides about every place and every file. */
final class DoubtPages {

    /** More would be a page on which nobody finds anything. */
    private static final int MOST = 40;

    /** As many boxes as the page can have, with the decisions that stand already. */
    private static final int MOST_BOXES = 4_000;

    private static final String OUT = "out";
    private static final String STAYS = "stays";

    private final Rooms rooms;
    private final Pages pages;
    private final Planner planner;

    DoubtPages(Rooms rooms, Pages pages, Planner planner) {
        this.rooms = rooms;
        this.pages = pages;
        this.planner = planner;
    }

    void show(Context request) {
        show(request, Typed.NOTHING, new Complaints());
    }

    /** Keeps what was decided; what nobody has touched stays open. */
    void save(Context request) {
        Visit visit = Visit.of(request);
        recipe(request);
        Typed typed = new Typed(Body.form(request).fields());
        Complaints complaints = new Complaints();
        List<Decision> words = words(typed, visit);
        words.stream()
                .filter(decision -> decision.text().length() > Decision.LONGEST)
                .forEach(decision ->
                        complaints.add("words", "Each line must be " + Decision.LONGEST + " characters or fewer"));
        words.stream()
                .filter(decision -> decision.text().codePoints().noneMatch(Character::isLetterOrDigit))
                .forEach(decision -> complaints.add("words", "Each line needs a letter or a number"));
        if (!complaints.isEmpty()) {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(request, typed, complaints);
        } else {
            rooms.bundles()
                    .redactions()
                    .decide(visit.inPortfolio(), words, files(typed, visit), visit.actor(), visit.now());
            request.redirect(address(request) + "?done=decided", HttpStatus.SEE_OTHER);
        }
    }

    private static List<Decision> words(Typed typed, Visit visit) {
        List<Decision> words = new ArrayList<>();
        for (int i = 0; i < MOST_BOXES && typed.has("text." + i); i++) {
            String decided = typed.one("words." + i);
            if (decided.equals(OUT) || decided.equals(STAYS)) {
                words.add(new Decision(
                        typed.one("text." + i),
                        typed.one("kind." + i),
                        decided.equals(OUT),
                        visit.who().id(),
                        visit.now()));
            }
        }
        typed.one("words")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line ->
                        new Decision(line, Decision.TYPED, true, visit.who().id(), visit.now()))
                .forEach(words::add);
        return words;
    }

    /** About the files of the portfolio, if they are still what the page has shown. */
    private List<FileDecision> files(Typed typed, Visit visit) {
        List<FileDecision> files = new ArrayList<>();
        for (EvidenceFile file :
                rooms.evidence().ofPortfolio(visit.inPortfolio().id())) {
            String decided = typed.one("file." + file.id());
            boolean asShown =
                    typed.one("digest." + file.id()).equals(file.digest().hex());
            if (asShown && !file.confidential() && (decided.equals(OUT) || decided.equals(STAYS))) {
                files.add(new FileDecision(
                        file.id(),
                        file.digest(),
                        decided.equals(STAYS),
                        visit.who().id(),
                        visit.now()));
            }
        }
        return files;
    }

    private void show(Context request, Typed typed, Complaints complaints) {
        Visit visit = Visit.of(request);
        Portfolio portfolio = visit.inPortfolio();
        Recipe recipe = recipe(request);
        Doubts doubts = planner.doubts(request);
        Map<String, List<Seen>> open = open(doubts);
        List<View> words = new ArrayList<>();
        open.values().stream().limit(MOST).forEach(seen -> words.add(words(words.size(), seen, typed)));
        List<View> decided = new ArrayList<>();
        rooms.bundles()
                .redactions()
                .decisions(portfolio)
                .forEach(decision -> decided.add(decided(words.size() + decided.size(), decision)));
        View view = Frame.page("Check for identifying text", portfolio.code(), KindPages.at(visit))
                .text("bundle", recipe.title())
                .text("action", address(request))
                .text("done", Frame.done(request, Map.of("decided", "Your decisions are kept.")))
                .list("words", words)
                .number("more", Math.max(0, open.size() - MOST))
                .flag("is_more", open.size() > MOST)
                .list(
                        "files",
                        doubts.files().stream()
                                .map(file -> file(file, portfolio, typed))
                                .toList())
                .list("decided", decided)
                .number("many", decided.size())
                .group(
                        "typed",
                        new Boxes(typed, complaints)
                                .lines(
                                        "words",
                                        "Other words to take out",
                                        "One a line, such as a name or a place that you have found. They are taken out wherever they"
                                                + " stand in this portfolio, in any case."));
        Frame.back(view, address(request).replaceFirst("/check$", ""), "Back to the plan");
        pages.show(request, "bundle-check", complaints.on(view));
    }

    /** Where the same words stand. */
    private record Seen(Doubts.Item item, Suspect suspect) {}

    private static Map<String, List<Seen>> open(Doubts doubts) {
        Function<Seen, String> words = seen -> seen.suspect().text();
        return doubts.items().stream()
                .flatMap(item -> item.suspects().stream().map(suspect -> new Seen(item, suspect)))
                .collect(Collectors.groupingBy(words, LinkedHashMap::new, Collectors.toList()));
    }

    private static View words(int number, List<Seen> seen, Typed typed) {
        Suspect first = seen.get(0).suspect();
        return boxes(number, first.text(), first.kind(), typed.one("words." + number))
                .text("looks", first.looksLike())
                .list("places", seen.stream().limit(5).map(DoubtPages::place).toList())
                .number("others", seen.size() - 5)
                .flag("has_others", seen.size() > 5);
    }

    private static View place(Seen seen) {
        return new View()
                .text("title", seen.item().title())
                .text(
                        "href",
                        seen.item().document().isEmpty()
                                ? ""
                                : "/documents/" + seen.item().document())
                .text("before", seen.suspect().before())
                .text("text", seen.suspect().text())
                .text("after", seen.suspect().after());
    }

    private View decided(int number, Decision decision) {
        String by =
                rooms.people().persons().find(decision.by()).map(Person::name).orElse("");
        return boxes(number, decision.text(), decision.kind(), decision.removes() ? OUT : STAYS)
                .text("by", by)
                .text("at", Times.words(decision.at(), rooms.clock()));
    }

    private static View boxes(int number, String text, String kind, String chosen) {
        return new View()
                .number("number", number)
                .text("text", text)
                .text("kind", kind)
                .flag("out", chosen.equals(OUT))
                .flag("stays", chosen.equals(STAYS));
    }

    private static View file(Doubts.File file, Portfolio portfolio, Typed typed) {
        EvidenceFile evidence = file.file();
        String asked = typed.one("file." + evidence.id());
        String chosen = !asked.isEmpty()
                ? asked
                : file.shows().map(shows -> shows ? STAYS : OUT).orElse("");
        return new View()
                .text("id", evidence.id())
                .text("digest", evidence.digest().hex())
                .text("name", evidence.description().isBlank() ? evidence.name() : evidence.description())
                .text("href", KindPages.address(portfolio) + "/evidence/" + evidence.id())
                .text("unreadable", pages(file.unreadable()))
                .flag("picture", evidence.isPicture())
                .flag("out", chosen.equals(OUT))
                .flag("stays", chosen.equals(STAYS));
    }

    private static String pages(Collection<Integer> numbers) {
        return numbers.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static Recipe recipe(Context request) {
        Recipe recipe = Planner.recipe(request);
        if (!recipe.coded()) {
            throw Problem.notFound("This bundle names people, so there is nothing to check in it.");
        }
        return recipe;
    }

    private static String address(Context request) {
        return KindPages.address(Visit.of(request).inPortfolio()) + "/bundles/" + request.pathParam("recipe")
                + "/check";
    }
}
