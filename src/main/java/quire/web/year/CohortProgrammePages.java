package quire.web.year;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import quire.core.Problem;
import quire.people.Deed;
import quire.people.Organisation;
import quire.programme.Programme;
import quire.web.frame.Body;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Posted;
import quire.web.frame.Rooms;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** With which version of a programme new people begin, employer by employer. */
final class CohortProgrammePages {

    private static final String ADDRESS = "/cohort/programmes";

    private final Rooms rooms;
    private final Pages pages;

    CohortProgrammePages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    void show(Context request) {
        List<View> cohorts = new ArrayList<>();
        for (Organisation organisation : organisations(request)) {
            for (Programme newest : rooms.programmes().list()) {
                cohorts.add(cohort(organisation, newest, "cohort-" + cohorts.size()));
            }
        }
        View view = Frame.page("What new people begin with", "Cohort", Frame.At.COHORT)
                .text("action", ADDRESS)
                .text("done", Frame.done(request, Map.of("follows", "New people begin with this version from now on.")))
                .list("cohorts", cohorts);
        Frame.back(view, "/cohort", "Cohort");
        pages.show(request, "cohort-programmes", view);
    }

    /** Decides it for one employer and one programme. */
    void follow(Context request) {
        Visit visit = Visit.of(request);
        Posted posted = Body.form(request);
        Organisation organisation = organisations(request).stream()
                .filter(one -> one.id().equals(posted.one("organisation")))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("There is no such employer, or it is not yours."));
        Programme programme = rooms.programmes().get(posted.one("programme"));
        String typed = posted.one("version");
        boolean known = typed.matches("[0-9]{1,9}")
                && rooms.programmes()
                        .find(programme.id(), Integer.parseInt(typed))
                        .isPresent();
        if (!known) {
            throw Body.malformed("The page did not arrive whole. Nothing was changed. Go back and send it again.");
        }
        int version = Integer.parseInt(typed);
        rooms.portfolios().cohorts().follow(organisation.id(), programme.id(), version, visit.actor(), visit.now());
        request.redirect(ADDRESS + "?done=follows", HttpStatus.SEE_OTHER);
    }

    private View cohort(Organisation organisation, Programme newest, String id) {
        int followed =
                rooms.portfolios().cohorts().of(organisation.id(), newest.id()).version();
        List<View> versions = rooms.programmes().everyVersion().stream()
                .filter(one -> one.id().equals(newest.id()))
                .sorted(Comparator.comparingInt(Programme::version).reversed())
                .map(one -> new View()
                        .text("box", id + "-" + one.version())
                        .number("version", one.version())
                        .text("name", one.title())
                        .flag("newest", one.version() == newest.version())
                        .flag("checked", one.version() == followed))
                .toList();
        return new View()
                .text("id", id)
                .text("organisation", organisation.id())
                .text("employer", organisation.name())
                .text("programme", newest.id())
                .text("title", newest.title())
                .list("versions", versions);
    }

    private List<Organisation> organisations(Context request) {
        Visit visit = Visit.of(request);
        return rooms.people().organisationsWhere(visit.who().id(), Deed.ENROL, visit.today()).stream()
                .sorted(Comparator.comparing(Organisation::name))
                .toList();
    }
}
