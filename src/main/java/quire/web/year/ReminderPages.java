package quire.web.year;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quire.people.Deed;
import quire.people.Organisation;
import quire.portfolio.Reminder;
import quire.web.frame.Body;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Posted;
import quire.web.frame.Rooms;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** Which reminders go out for the portfolios of an organisation. */
final class ReminderPages {

    private static final String ADDRESS = "/cohort/reminders";
    private static final Map<String, String> DONE = Map.of("saved", "Your choice is saved.");

    private final Rooms rooms;
    private final Pages pages;

    ReminderPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    void show(Context request) {
        View view = Frame.page("Reminders", "Cohort", Frame.At.COHORT)
                .text("done", Frame.done(request, DONE))
                .flag("sends", rooms.post().sends())
                .list(
                        "organisations",
                        mine(Visit.of(request)).stream().map(this::switches).toList());
        Frame.back(view, "/cohort", "Cohort");
        pages.show(request, "reminders", view);
    }

    /** Only what the page has shown is changed: a box that is not sent is off, an organisation that is not named stays. */
    void choose(Context request) {
        Posted posted = Body.form(request);
        Visit visit = Visit.of(request);
        for (Organisation organisation : mine(visit)) {
            if (posted.has(organisation.id())) {
                Set<Reminder> wanted = EnumSet.noneOf(Reminder.class);
                for (Reminder reminder : Reminder.values()) {
                    if (posted.has(box(organisation, reminder))) {
                        wanted.add(reminder);
                    }
                }
                rooms.reminders().choose(organisation.id(), wanted, visit.actor(), visit.now());
            }
        }
        request.redirect(ADDRESS + "?done=saved", HttpStatus.SEE_OTHER);
    }

    private View switches(Organisation organisation) {
        Set<Reminder> on = rooms.reminders().on(organisation.id());
        return new View()
                .text("name", organisation.name())
                .text("id", organisation.id())
                .list(
                        "switches",
                        Arrays.stream(Reminder.values())
                                .map(reminder -> new View()
                                        .text("box", box(organisation, reminder))
                                        .text("label", reminder.label())
                                        .flag("checked", on.contains(reminder)))
                                .toList());
    }

    private static String box(Organisation organisation, Reminder reminder) {
        return organisation.id() + "." + reminder.word();
    }

    private List<Organisation> mine(Visit visit) {
        return rooms.people().organisationsWhere(visit.who().id(), Deed.ENROL, visit.today());
    }
}
