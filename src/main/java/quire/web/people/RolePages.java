package quire.web.people;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import quire.core.Problem;
import quire.people.Deed;
import quire.people.HeldRole;
import quire.people.Organisation;
import quire.people.Permits;
import quire.people.Person;
import quire.people.Role;
import quire.people.Span;
import quire.web.frame.Body;
import quire.web.frame.Boxes;
import quire.web.frame.Boxes.Option;
import quire.web.frame.Complaints;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Typed;
import quire.web.frame.TypedDay;
import quire.web.frame.View;
import quire.web.frame.Visit;
import quire.web.frame.Wording;

/** Giving roles to people, and ending them. */
final class RolePages {

    private static final List<Option> WHEN = List.of(
            new Option("now", "At once"), new Option("day", "After a day", "They hold it until the end of that day."));

    private final Rooms rooms;
    private final Pages pages;
    private final PersonView views;

    RolePages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
        this.views = new PersonView(rooms);
    }

    void giveForm(Context request) {
        LocalDate today = Visit.of(request).today();
        Map<String, String> usual = Map.of(
                "from.day", String.valueOf(today.getDayOfMonth()),
                "from.month", String.valueOf(today.getMonthValue()),
                "from.year", String.valueOf(today.getYear()),
                "organisation", PersonPages.asked(rooms, request).organisation());
        giveForm(request, Typed.of(usual), new Complaints());
    }

    void give(Context request) {
        Person person = PersonPages.asked(rooms, request);
        Typed typed = new Typed(Body.form(request).fields());
        Complaints complaints = new Complaints();
        if (isGiven(person, typed, Visit.of(request), complaints)) {
            request.redirect("/people/" + person.id() + "?done=given", HttpStatus.SEE_OTHER);
        } else {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
            giveForm(request, typed, complaints);
        }
    }

    void endForm(Context request) {
        endForm(request, held(request), Typed.NOTHING, new Complaints(), List.of());
    }

    void end(Context request) {
        HeldRole held = held(request);
        Typed typed = new Typed(Body.form(request).fields());
        Visit visit = Visit.of(request);
        Complaints complaints = new Complaints();
        Optional<LocalDate> last = AccessPages.last(typed, visit.today(), complaints);
        String name = PersonPages.asked(rooms, request).name();
        List<String> warnings = last.map(
                        day -> AccessPages.sentences(rooms.people().departures().withoutRole(held, day), name))
                .orElse(List.of());
        if (last.isPresent() && (warnings.isEmpty() || typed.has("sure"))) {
            try {
                rooms.people().roles().end(held.id(), last.get(), visit.actor(), visit.now());
                request.redirect("/people/" + held.person() + "?done=role-ended", HttpStatus.SEE_OTHER);
                return;
            } catch (Problem refused) {
                complaints.add(refused);
            }
        }
        warnings.forEach(complaints::add);
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        endForm(request, held, typed, complaints, warnings);
    }

    private boolean isGiven(Person person, Typed typed, Visit visit, Complaints complaints) {
        Optional<Role> role = roles(visit)
                .filter(offered -> offered.word().equals(typed.one("role")))
                .findFirst();
        Optional<Organisation> where = where(visit).stream()
                .filter(organisation -> organisation.id().equals(typed.one("organisation")))
                .findFirst();
        if (role.isEmpty()) {
            complaints.add("role", "Choose a role.");
        }
        if (where.isEmpty()) {
            complaints.add("organisation", "Choose an organisation.");
        }
        Optional<LocalDate> from = TypedDay.read(typed, "from", "the first day", complaints);
        Optional<LocalDate> until = TypedDay.isEmpty(typed, "until")
                ? Optional.empty()
                : TypedDay.read(typed, "until", "the last day", complaints);
        if (!complaints.isEmpty()) {
            return false;
        }
        try {
            Span span = Span.of(from.orElseThrow(), until.orElse(null));
            rooms.people()
                    .roles()
                    .give(person.id(), role.orElseThrow(), where.orElseThrow().id(), span, visit.actor(), visit.now());
            return true;
        } catch (Problem refused) {
            complaints.add(refused);
            return false;
        }
    }

    private void giveForm(Context request, Typed typed, Complaints complaints) {
        Person person = PersonPages.asked(rooms, request);
        Visit visit = Visit.of(request);
        Boxes boxes = new Boxes(typed, complaints);
        List<Option> roles = roles(visit)
                .map(role -> new Option(role.word(), Wording.capital(role.label()), about(role)))
                .toList();
        String address = "/people/" + person.id();
        View view = Frame.page("Give a role", person.name(), Frame.At.PEOPLE)
                .text("action", address + "/roles")
                .group("role", boxes.choice("role", "Role", "", roles))
                .group(
                        "organisation",
                        boxes.pick(
                                "organisation",
                                "For which organisation",
                                "A role at a host counts for the organisations that take part in its programme, too.",
                                PersonView.choose(where(visit))))
                .group("from", boxes.day("from", "First day", "For example, 27 3 2027."))
                .group(
                        "until",
                        boxes.day("until", "Last day", "Leave empty if no end is in sight.")
                                .flag("optional", true));
        Frame.back(view, address, person.name());
        pages.show(request, "role-form", complaints.on(view));
    }

    private void endForm(Context request, HeldRole held, Typed typed, Complaints complaints, List<String> warnings) {
        Boxes boxes = new Boxes(typed, complaints);
        String address = "/people/" + held.person();
        String name = PersonPages.asked(rooms, request).name();
        View view = Frame.page("End a role", name, Frame.At.PEOPLE)
                .text("action", address + "/roles/" + held.id() + "/end")
                .text(
                        "what",
                        name + " is " + held.role().label() + " of "
                                + rooms.people()
                                        .organisations()
                                        .get(held.organisation())
                                        .name() + ".")
                .text("button", warnings.isEmpty() ? "End the role" : "End the role all the same")
                .flag("sure", !warnings.isEmpty())
                .group("when", boxes.choice("when", "When", "", WHEN))
                .group("last", boxes.day("last", "Last day", "Only if it ends after a day. For example, 27 3 2027."));
        Frame.back(view, address, name);
        pages.show(request, "ending", complaints.on(view));
    }

    /** The role that an address names; one that the visitor does not look after is none. */
    private HeldRole held(Context request) {
        Visit visit = Visit.of(request);
        return rooms.people().roles().history(request.pathParam("person")).stream()
                .filter(held -> held.id().equals(request.pathParam("role")))
                .filter(held -> !held.span().isOver(visit.today()) && views.mayEnd(held, visit))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("There is no such role."));
    }

    /** The roles that a visitor may give; operators are made by operators alone. */
    private Stream<Role> roles(Visit visit) {
        boolean operators = Permits.of(
                        rooms.people().standings().anywhere(visit.who().id(), visit.today()), Deed.GIVE_OPERATOR)
                .allowed();
        return Arrays.stream(Role.values()).filter(role -> role != Role.OPERATOR || operators);
    }

    private List<Organisation> where(Visit visit) {
        return rooms.people().organisationsWhere(visit.who().id(), Deed.GIVE_ROLE, visit.today());
    }

    private static String about(Role role) {
        return switch (role) {
            case ADMINISTRATOR -> "Looks after people and portfolios, and reads what is completed.";
            case COORDINATOR -> "Follows the cohort, sets dates and panels, and reads what is signed.";
            case LEAD -> "Sees how far everybody has come.";
            case OPERATOR -> "Looks after the installation, and reads nothing that people write.";
            case DIRECTOR, SENIOR_MANAGER, MODERATOR, CHAIR, EXTERNAL_MODERATOR, PARTNERSHIP_CHAIR -> "";
        };
    }
}
