package quire.web.paper;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import quire.core.Problem;
import quire.forms.Section;
import quire.portfolio.Conflict;
import quire.portfolio.Decision;
import quire.portfolio.Document;
import quire.web.frame.Body;
import quire.web.frame.Complaints;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Posted;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.Typed;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** Two texts for one question, side by side, for whoever writes the section to choose between. */
final class ConflictPages {

    private static final Map<String, Decision.Choice> CHOICES =
            Map.of("mine", Decision.Choice.MINE, "theirs", Decision.Choice.THEIRS, "both", Decision.Choice.BOTH);

    private final Rooms rooms;
    private final Pages pages;

    ConflictPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    /** How many questions of a section have two texts. */
    static int count(List<Conflict> conflicts, Section section) {
        return conflicts.stream()
                .filter(conflict -> conflict.section().equals(section.id()))
                .mapToInt(conflict -> conflict.differences().size())
                .sum();
    }

    /** Puts a line into a page that says that there are two texts, and leads to the choice. */
    static View tell(View view, int clashes, Visit visit, Section section) {
        return view.flag("clashes", clashes > 0)
                .flag("oneClash", clashes == 1)
                .number("clashCount", clashes)
                .text("clashesAt", visit.paper() + "/sections/" + section.id() + "/conflicts");
    }

    void show(Context request) {
        Document document = rooms.documents().get(Visit.of(request).inDocument().id());
        show(request, document, Typed.NOTHING, new Complaints());
    }

    /** Saves what was chosen and goes back to the section. */
    void decide(Context request) {
        Visit visit = Visit.of(request);
        Document document = visit.inDocument();
        Section section = SectionPages.open(document, request.pathParam("section"));
        Posted posted = Body.form(request);
        int base = base(posted, document);
        try {
            rooms.documents()
                    .earlierWords()
                    .decide(
                            document.id(),
                            section.id(),
                            decisions(posted),
                            base,
                            visit.actor(),
                            visit.now(),
                            visit.today());
        } catch (Problem refused) {
            Document now = rooms.documents().get(document.id());
            request.status(
                    refused.kind() == Problem.Kind.CONFLICT ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
            show(request, now, new Typed(posted.fields()), new Complaints().add(refused));
            return;
        }
        new SectionDesk(rooms.documents(), rooms.attachments(), visit).reopenIfIncomplete(document.id(), section);
        request.redirect(visit.paper() + "/sections/" + section.id() + "?settled=1", HttpStatus.SEE_OTHER);
    }

    private static int base(Posted posted, Document document) {
        int base = SectionDesk.base(posted);
        if (base < 1 || base > document.revision()) {
            throw Body.malformed("The page did not arrive whole. Nothing was saved. Go back and send it again.");
        }
        return base;
    }

    /** Boxes are called after the number of what was set aside and the question: {@code 3.plan}. */
    private static List<Decision> decisions(Posted posted) {
        List<Decision> decisions = new ArrayList<>();
        posted.fields().keySet().forEach(name -> {
            String[] parts = name.split("\\.", -1);
            Decision.Choice choice = CHOICES.get(posted.one(name));
            if (parts.length == 2 && parts[0].matches("\\d{1,9}") && choice != null) {
                decisions.add(new Decision(Integer.parseInt(parts[0]), parts[1], choice));
            }
        });
        return decisions;
    }

    private void show(Context request, Document document, Typed typed, Complaints complaints) {
        Visit visit = Visit.of(request);
        Section section = SectionPages.open(document, request.pathParam("section"));
        String home = visit.paper() + "/sections/" + section.id();
        List<View> differences = new ArrayList<>();
        for (Conflict conflict : rooms.documents().earlierWords().conflicts(document.id())) {
            if (conflict.section().equals(section.id())) {
                conflict.differences()
                        .forEach(one -> differences.add(difference(conflict, one, typed, complaints, visit)));
            }
        }
        View view = Frame.page("Choose between two texts", section.title(), DocumentPages.at(visit))
                .text("address", home + "/conflicts")
                .text("section", home)
                .number("base", document.revision())
                .text("earlier", EarlierPages.address(rooms, document, section))
                .list("differences", differences);
        Frame.back(view, home, "Back to “" + section.title() + "”");
        pages.show(request, "conflicts", complaints.on(view));
    }

    private View difference(
            Conflict conflict, Conflict.Difference one, Typed typed, Complaints complaints, Visit visit) {
        Names names = new Names(rooms, visit);
        String name = conflict.setAside() + "." + one.field().id();
        String mine = names.isVisitor(conflict.by())
                ? "What you wrote"
                : "What " + names.of(conflict.by(), conflict.deputyOf()) + " wrote";
        return new View()
                .text("name", name)
                .text("id", Typed.id(name))
                .text("label", one.field().label())
                .text("error", complaints.at(name))
                .text("mineTitle", mine)
                .text("mineAt", Times.words(conflict.written(), rooms.clock()))
                .group("mine", SaidView.of(one.field(), one.mine()).view())
                .text("theirsTitle", "What is saved, by " + names.of(one.by(), one.deputyOf()))
                .text("theirsAt", Times.words(one.at(), rooms.clock()))
                .group("theirs", SaidView.of(one.field(), one.theirs()).view())
                .flag("own", names.isVisitor(conflict.by()))
                .text("writer", names.of(conflict.by(), conflict.deputyOf()))
                .flag("mayBoth", one.both() != null)
                .flag("clash", one.clash())
                .flag("isMine", isChosen(typed, name, "mine", !one.clash()))
                .flag("isTheirs", isChosen(typed, name, "theirs", false))
                .flag("isBoth", isChosen(typed, name, "both", false));
    }

    /** What nobody else has changed was only sent together with what somebody has, so it is wanted. */
    private static boolean isChosen(Typed typed, String name, String choice, boolean otherwise) {
        return typed.has(name) ? typed.one(name).equals(choice) : otherwise;
    }

    /** The note of a page that was left when everything was settled. */
    static String settled(Context request) {
        return request.queryParam("settled") == null ? "" : "Your choice is saved. Both texts are in the history.";
    }
}
