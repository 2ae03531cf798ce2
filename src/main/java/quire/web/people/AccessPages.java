package quire.web.people;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quire.people.Departures;
import quire.people.Person;
import quire.people.Role;
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

/** Ending somebody's access on a day, and giving it again. */
final class AccessPages {

    private static final List<Option> WHEN = List.of(
            new Option("now", "At once", "They are signed out everywhere with the next thing that they do."),
            new Option("day", "After a day", "They have access until the end of that day."));

    private final Rooms rooms;
    private final Pages pages;
    private final PersonView views;

    AccessPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
        this.views = new PersonView(rooms);
    }

    void form(Context request) {
        views.managed(request);
        form(request, Typed.NOTHING, new Complaints(), List.of());
    }

    void end(Context request) {
        Person person = views.managed(request);
        Typed typed = new Typed(Body.form(request).fields());
        Visit visit = Visit.of(request);
        Complaints complaints = new Complaints();
        Optional<LocalDate> last = last(typed, visit.today(), complaints);
        List<String> warnings = last.map(day -> warnings(person, day, visit)).orElse(List.of());
        if (last.isEmpty() || (!warnings.isEmpty() && !typed.has("sure"))) {
            warnings.forEach(complaints::add);
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
            form(request, typed, complaints, warnings);
            return;
        }
        rooms.people().persons().endAccess(person.id(), last.get(), visit.actor(), visit.now(), visit.today());
        boolean themselves = person.id().equals(visit.who().id()) && last.get().isBefore(visit.today());
        request.redirect(themselves ? "/sign-in" : "/people/" + person.id() + "?done=ended", HttpStatus.SEE_OTHER);
    }

    void restore(Context request) {
        Person person = views.managed(request);
        Visit visit = Visit.of(request);
        rooms.people().persons().restoreAccess(person.id(), visit.actor(), visit.now(), visit.today());
        request.redirect("/people/" + person.id() + "?done=restored", HttpStatus.SEE_OTHER);
    }

    /** The last day that was asked for: yesterday for at once. */
    static Optional<LocalDate> last(Typed typed, LocalDate today, Complaints complaints) {
        return switch (typed.one("when")) {
            case "now" -> Optional.of(today.minusDays(1));
            case "day" -> notPast(TypedDay.read(typed, "last", "the last day", complaints), today, complaints);
            default -> {
                complaints.add("when", "Choose when it ends.");
                yield Optional.empty();
            }
        };
    }

    private static Optional<LocalDate> notPast(Optional<LocalDate> day, LocalDate today, Complaints complaints) {
        if (day.isPresent() && day.get().isBefore(today)) {
            complaints.addDay("last", "The last day must be today or later.");
            return Optional.empty();
        }
        return day;
    }

    /** What nobody would look after any more, in sentences. */
    static List<String> sentences(List<Departures.Gap> gaps, String name) {
        return gaps.stream()
                .map(gap -> gap.role() == Role.OPERATOR
                        ? name + " is the last operator. Nobody would look after this installation; the server shows a"
                                + " set-up code for another one when it starts."
                        : name + " is the last administrator of "
                                + gap.organisation().name() + ". Nobody but an operator could look after its people.")
                .toList();
    }

    private List<String> warnings(Person person, LocalDate last, Visit visit) {
        List<String> warnings = new ArrayList<>();
        if (person.id().equals(visit.who().id())) {
            warnings.add("This is your own access. You would not be able to give it to yourself again.");
        }
        warnings.addAll(sentences(rooms.people().departures().withoutPerson(person.id(), last), person.name()));
        return warnings;
    }

    private void form(Context request, Typed typed, Complaints complaints, List<String> warnings) {
        Person person = PersonPages.asked(rooms, request);
        Boxes boxes = new Boxes(typed, complaints);
        String address = "/people/" + person.id();
        View view = Frame.page("End access", person.name(), Frame.At.PEOPLE)
                .text("action", address + "/end")
                .text(
                        "what",
                        "What " + person.name()
                                + " has written and signed stays as it is. Their programs' tokens end with their access.")
                .text("button", warnings.isEmpty() ? "End access" : "End access all the same")
                .flag("sure", !warnings.isEmpty())
                .group("when", boxes.choice("when", "When", "", WHEN))
                .group("last", boxes.day("last", "Last day", "Only if it ends after a day. For example, 27 3 2027."));
        Frame.back(view, address, person.name());
        pages.show(request, "ending", complaints.on(view));
    }
}
