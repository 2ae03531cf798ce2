package quire.web.paper;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quire.core.Problem;
import quire.forms.Section;
import quire.people.Person;
import quire.portfolio.Document;
import quire.portfolio.Returned;
import quire.portfolio.SeenPaper;
import quire.web.frame.Body;
import quire.web.frame.Boxes;
import quire.web.frame.BundleNames;
import quire.web.frame.Complaints;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.Typed;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** Gives completed sections back to whoever wrote them, with a reason; also where all have signed already. */
final class ReturnPages {

    private static final String SECTIONS = "sections";
    private static final String REASON = "reason";

    private final Rooms rooms;
    private final Pages pages;

    ReturnPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    /** Puts why a section was given back into its page, until its owner has dealt with it. */
    static View show(View view, Document document, Section section, Rooms rooms) {
        List<Returned> open = document.place() == null
                ? List.of()
                : rooms.documents().sections().returned(document.id()).stream()
                        .filter(one -> one.isOpen() && one.section().equals(section.id()))
                        .toList();
        return view.list(
                "returns", open.stream().map(one -> returned(one, rooms)).toList());
    }

    private static View returned(Returned one, Rooms rooms) {
        return new View()
                .text(
                        "by",
                        rooms.people()
                                .persons()
                                .find(one.by())
                                .map(Person::name)
                                .orElse("Somebody"))
                .text("at", Times.words(one.at(), rooms.clock()))
                .prose("words", one.reason());
    }

    void ask(Context request) {
        show(request, false, Typed.NOTHING, new Complaints());
    }

    void giveBack(Context request) {
        take(request, false, (document, typed, visit) -> {
            rooms.documents()
                    .requests()
                    .giveBack(document, chosen(typed), typed.one(REASON), visit.actor(), visit.now(), visit.today());
            return "returned";
        });
    }

    /** The page on which somebody opens a paper again that all have signed, or asks a second person to agree. */
    void askToReopen(Context request, Complaints complaints) {
        show(request, true, Typed.NOTHING, complaints);
    }

    void reopen(Context request) {
        take(
                request,
                true,
                (document, typed, visit) -> rooms.documents()
                        .reopenings()
                        .reopen(document, chosen(typed), typed.one(REASON), visit.actor(), visit.now(), visit.today())
                        .map(asked -> "asked")
                        .orElse("reopened"));
    }

    /** What is done with what was sent. */
    private interface Verb {

        /** @return the word for what was done */
        String run(String document, Typed typed, Visit visit);
    }

    private void take(Context request, boolean signed, Verb verb) {
        Visit visit = Visit.of(request);
        Document document = visit.inDocument();
        Typed typed = new Typed(Body.form(request).fields());
        mustBeThere(document, chosen(typed));
        Complaints complaints = new Complaints();
        try {
            String done = verb.run(document.id(), typed, visit);
            request.redirect("/documents/" + document.id() + "?done=" + done, HttpStatus.SEE_OTHER);
        } catch (Problem refused) {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(request, signed, typed, complaints.add(refused));
        }
    }

    private static Set<String> chosen(Typed typed) {
        return new LinkedHashSet<>(typed.all(SECTIONS));
    }

    private static void mustBeThere(Document document, Set<String> sections) {
        Set<String> known = new LinkedHashSet<>();
        document.form().sections().forEach(section -> known.add(section.id()));
        if (!known.containsAll(sections)) {
            throw Body.malformed("The page named a section that this paper does not have. Load it again.");
        }
    }

    private void show(Context request, boolean signed, Typed typed, Complaints complaints) {
        Visit visit = Visit.of(request);
        SeenPaper paper = SeenPaper.of(visit.inDocument(), visit.stands());
        Document document = paper.document();
        Boxes boxes = new Boxes(typed, complaints);
        List<View> options = new ArrayList<>();
        for (Section section : paper.shown()) {
            if (document.state(section.id()).isDone()) {
                options.add(new View()
                        .text("id", options.isEmpty() ? SECTIONS : SECTIONS + "-" + section.id())
                        .text("value", section.id())
                        .text("label", section.title())
                        .text("hint", "Written by: " + document.form().roleLabel(section.owner()))
                        .flag("checked", typed.all(SECTIONS).contains(section.id())));
            }
        }
        List<String> bundles = signed ? rooms.documents().reopenings().bundles(document.id()) : List.of();
        String title = signed ? "Open this paper again" : "Give sections back";
        View view = Frame.page(title, document.title(), DocumentPages.at(visit))
                .text("action", "/documents/" + document.id() + (signed ? "/reopen" : "/return"))
                .flag("signed", signed)
                .flag("wrong", signed != document.isClosed())
                .flag("any", !options.isEmpty())
                .flag("bound", !bundles.isEmpty())
                .list("bundles", BundleNames.list(rooms, bundles, visit))
                .group(
                        "choice",
                        boxes.choice(
                                        SECTIONS,
                                        "Which sections are to be changed?",
                                        "Everything else stays as it is.",
                                        List.of())
                                .list("options", options)
                                .flag("optional", false)
                                .text("guidance", ""))
                .group(
                        REASON,
                        boxes.lines(
                                        REASON,
                                        "What is to be changed, and why?",
                                        "Whoever wrote the section reads this. It is kept with the paper and printed nowhere.")
                                .flag("optional", false));
        Frame.back(view, "/documents/" + document.id(), "Back to all sections");
        pages.show(request, "return", complaints.on(view));
    }

    /** The sentence for what has just been done to a paper. */
    static String done(Context request) {
        return Frame.done(
                request,
                Map.of(
                        "signed", "You have signed this paper.",
                        "moved", "The paper goes by the newer version of its form now.",
                        "returned", "Those who wrote these sections can change them now.",
                        "reopened", "The paper is open again. What was signed before is kept.",
                        "asked",
                                "Nothing has changed yet. A second person has to agree that the paper is opened again.",
                        "declined", "The paper stays as it is. Whoever asked sees what you wrote.",
                        "taken-back", "You have taken it back. The paper stays as it is."));
    }
}
