package quire.web.paper;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import quire.forms.Section;
import quire.people.Person;
import quire.portfolio.Document;
import quire.portfolio.PaperRights;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** Lets one more role read a section, where its form leaves that to somebody's word. */
final class ReleasePages {

    private final Rooms rooms;
    private final Pages pages;

    ReleasePages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    /** Puts a link for everybody whom the visitor may let read a section into its page. */
    static View show(View view, Document document, Section section, Visit visit, Rooms rooms) {
        PaperRights rights = PaperRights.of(document, visit.stands());
        Set<String> released = document.releases().getOrDefault(section.id(), Set.of());
        return view.list(
                "releases",
                section.releaseTo().keySet().stream()
                        .filter(role -> !released.contains(role))
                        .filter(role -> rights.releases(section.id(), role).allowed())
                        .map(role -> new View()
                                .text("href", home(document, section) + "/release/" + role)
                                .text("who", who(document, role, visit, rooms)))
                        .toList());
    }

    /** The sentence for a section that has just been released. */
    static String done(Context request) {
        return Frame.done(request, Map.of("released", "They can read this section now."));
    }

    void ask(Context request) {
        Visit visit = Visit.of(request);
        Document document = visit.inDocument();
        Section section = SectionPages.open(document, request.pathParam("section"));
        String who = who(document, request.pathParam("to"), visit, rooms);
        View view = Frame.page("Let " + who + " read this?", section.title(), DocumentPages.at(visit))
                .text("address", home(document, section) + "/release/" + request.pathParam("to"))
                .text("section", section.title())
                .text("who", who)
                .flag("completed", document.state(section.id()).isDone());
        Frame.back(view, home(document, section), "Back to “" + section.title() + "”");
        pages.show(request, "release", view);
    }

    void release(Context request) {
        Visit visit = Visit.of(request);
        Document document = visit.inDocument();
        Section section = SectionPages.open(document, request.pathParam("section"));
        rooms.documents()
                .sections()
                .release(document.id(), section.id(), request.pathParam("to"), visit.actor(), visit.now());
        request.redirect(home(document, section) + "?done=released", HttpStatus.SEE_OTHER);
    }

    /** By name, whoever has the part in the portfolio today; else by what the form calls the role. */
    private static String who(Document document, String role, Visit visit, Rooms rooms) {
        String label = "the " + document.form().roleLabel(role);
        String names = rooms.people().assignments().of(visit.inPortfolio().id(), visit.today()).stream()
                .filter(part -> part.role().word().equals(role) && part.deputyFor() == null)
                .map(part -> rooms.people()
                        .persons()
                        .find(part.person())
                        .map(Person::name)
                        .orElse(label))
                .collect(Collectors.joining(" and "));
        return names.isEmpty() ? label : names;
    }

    private static String home(Document document, Section section) {
        return "/documents/" + document.id() + "/sections/" + section.id();
    }
}
