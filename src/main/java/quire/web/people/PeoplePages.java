package quire.web.people;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import quire.people.Deed;
import quire.people.Directory;
import quire.people.HeldRole;
import quire.people.Organisation;
import quire.people.PortfolioRole;
import quire.web.frame.Boxes;
import quire.web.frame.Boxes.Option;
import quire.web.frame.Complaints;
import quire.web.frame.Downloads;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Paging;
import quire.web.frame.Rooms;
import quire.web.frame.View;
import quire.web.frame.Visit;
import quire.web.frame.Wording;

/** The people of all organisations that somebody looks after: a list with filters, and a table to take away. */
final class PeoplePages {

    private final Rooms rooms;
    private final Pages pages;

    PeoplePages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    void list(Context request) {
        Visit visit = Visit.of(request);
        List<Organisation> organisations = where(visit, Deed.SEE_PEOPLE);
        PeopleFilter filter = PeopleFilter.in(request);
        List<Directory.Entry> all = rooms.people().directory().of(organisations, visit.today());
        List<Directory.Entry> fitting = all.stream().filter(filter::fits).toList();
        Paging paging = Paging.in(request, fitting.size());
        View view = Frame.page("People", "", Frame.At.PEOPLE)
                .text("done", Frame.done(request, PersonPages.DONE))
                .number("all", all.size())
                .text("found", fitting.size() == 1 ? "1 person" : fitting.size() + " people")
                .list("people", paging.of(fitting).stream().map(this::row).toList())
                .flag("several", organisations.size() > 1)
                .flag("adds", !where(visit, Deed.MANAGE_PEOPLE).isEmpty())
                .flag("imports", !where(visit, Deed.IMPORT_PEOPLE).isEmpty())
                .flag("exports", !where(visit, Deed.EXPORT_PEOPLE).isEmpty())
                .flag("organises", !where(visit, Deed.CHANGE_ORGANISATION).isEmpty());
        filter(view, filter, organisations);
        pages.show(request, "people", paging.show(view, filter::address));
    }

    void export(Context request) {
        Visit visit = Visit.of(request);
        List<String> organisations =
                where(visit, Deed.EXPORT_PEOPLE).stream().map(Organisation::id).toList();
        String table = rooms.people()
                .exports()
                .export(
                        organisations,
                        rooms.portfolios().enrolments().enrolling(visit.actor(), visit.now()),
                        visit.actor(),
                        visit.now(),
                        visit.today());
        Downloads.send(
                request,
                "people-" + visit.today() + ".csv",
                "text/csv; charset=utf-8",
                table.getBytes(StandardCharsets.UTF_8));
    }

    private static void filter(View view, PeopleFilter filter, List<Organisation> organisations) {
        Boxes boxes = new Boxes(filter.typed(), new Complaints());
        view.group("text", boxes.line("text", "Name or e-mail", "").text("width", "govuk-input--width-20"))
                .group("role", boxes.pick("role", "Role", "", PeopleFilter.roles()))
                .group("state", boxes.pick("state", "Account", "", PeopleFilter.STATES))
                .group("organisation", boxes.pick("organisation", "Organisation", "", any(organisations)));
    }

    private static List<Option> any(List<Organisation> organisations) {
        return Stream.concat(
                        Stream.of(new Option("", "All")), organisations.stream().map(PersonPages::option))
                .toList();
    }

    private View row(Directory.Entry entry) {
        return new View()
                .text("href", "/people/" + entry.person().id())
                .text("name", entry.person().name())
                .text("email", entry.person().email())
                .text("employer", entry.organisation().name())
                .text("roles", String.join(", ", roles(entry)))
                .group("account", AccountStates.view(entry, rooms.clock()));
    }

    private static List<String> roles(Directory.Entry entry) {
        List<String> roles = new ArrayList<>();
        entry.parts().stream().map(PortfolioRole::label).forEach(roles::add);
        entry.roles().stream().map(HeldRole::role).distinct().forEach(role -> roles.add(role.label()));
        return roles.stream().distinct().map(Wording::capital).toList();
    }

    private List<Organisation> where(Visit visit, Deed deed) {
        return rooms.people().organisationsWhere(visit.who().id(), deed, visit.today());
    }
}
