package quire.web.people;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import quire.core.Problem;
import quire.people.Deed;
import quire.people.Organisation;
import quire.people.Person;
import quire.web.frame.Body;
import quire.web.frame.Boxes;
import quire.web.frame.Boxes.Option;
import quire.web.frame.Complaints;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Posted;
import quire.web.frame.Rooms;
import quire.web.frame.Typed;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** Adding a person, and changing what they are known by. */
final class PersonPages {

    /** What was just done, by the word in the address that leads here. */
    static final Map<String, String> DONE = Map.of(
            "added", "The person is added. They cannot sign in before you invite them.",
            "changed", "The details are changed.",
            "ended", "The end of their access is set.",
            "restored", "They have access again.",
            "given", "The role is given.",
            "role-ended", "The end of the role is set.",
            "second-step",
                    "Their second step is off. They sign in with their password alone until they turn it on again.");

    private final Rooms rooms;
    private final Pages pages;
    private final PersonView views;

    PersonPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
        this.views = new PersonView(rooms);
    }

    void show(Context request) {
        Person person = asked(rooms, request);
        View view = views.of(person, Visit.of(request)).text("done", Frame.done(request, DONE));
        pages.show(request, "person", view);
    }

    void addForm(Context request) {
        List<Organisation> organisations = managed(request);
        String only = organisations.size() == 1 ? organisations.get(0).id() : "";
        addForm(request, Typed.of(Map.of("organisation", only)), new Complaints());
    }

    void add(Context request) {
        Posted posted = Body.form(request);
        Visit visit = Visit.of(request);
        Complaints complaints = new Complaints();
        if (isTheirs(request, posted, complaints)) {
            try {
                Person person = rooms.people().persons().add(details(posted), visit.actor(), visit.now());
                request.redirect("/people/" + person.id() + "?done=added", HttpStatus.SEE_OTHER);
                return;
            } catch (Problem refused) {
                complaints.add(refused);
            }
        }
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        addForm(request, new Typed(posted.fields()), complaints);
    }

    void changeForm(Context request) {
        Person.Details details = views.managed(request).details();
        changeForm(
                request,
                Typed.of(Map.of(
                        "name", details.name(),
                        "email", details.email(),
                        "post", details.post(),
                        "registration", Objects.requireNonNullElse(details.registration(), ""),
                        "organisation", details.organisation())),
                new Complaints());
    }

    void change(Context request) {
        Person person = views.managed(request);
        Posted posted = Body.form(request);
        Visit visit = Visit.of(request);
        Complaints complaints = new Complaints();
        if (isTheirs(request, posted, complaints)) {
            try {
                rooms.people().persons().change(person.id(), details(posted), visit.actor(), visit.now());
                request.redirect("/people/" + person.id() + "?done=changed", HttpStatus.SEE_OTHER);
                return;
            } catch (Problem refused) {
                complaints.add(refused);
            }
        }
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        changeForm(request, new Typed(posted.fields()), complaints);
    }

    /** The person that an address names. */
    static Person asked(Rooms rooms, Context request) {
        return rooms.people().persons().get(request.pathParam("person"));
    }

    static Option option(Organisation organisation) {
        return new Option(organisation.id(), organisation.name());
    }

    private void addForm(Context request, Typed typed, Complaints complaints) {
        View view = boxes(Frame.page("Add a person", "", Frame.At.PEOPLE), request, typed, complaints)
                .text("action", "/people")
                .text("button", "Add the person")
                .flag("links", false);
        Frame.back(view, "/people", "People");
        pages.show(request, "person-form", complaints.on(view));
    }

    private void changeForm(Context request, Typed typed, Complaints complaints) {
        Person person = asked(rooms, request);
        String address = "/people/" + person.id();
        View view = boxes(Frame.page("Change details", person.name(), Frame.At.PEOPLE), request, typed, complaints)
                .text("action", address + "/details")
                .text("button", "Save")
                .flag("links", true);
        Frame.back(view, address, person.name());
        pages.show(request, "person-form", complaints.on(view));
    }

    private View boxes(View view, Context request, Typed typed, Complaints complaints) {
        Boxes boxes = new Boxes(typed, complaints);
        return view.group("name", boxes.line("name", "Name", ""))
                .group(
                        "email",
                        boxes.line("email", "E-mail address", "They sign in with it.")
                                .text("type", "email"))
                .group("post", boxes.optional("post", "Job title", ""))
                .group(
                        "registration",
                        boxes.optional("registration", "Registration number", "With their regulator.")
                                .text("width", "govuk-input--width-20"))
                .group("organisation", boxes.pick("organisation", "Employer", "", PersonView.choose(managed(request))));
    }

    /** An organisation that they do not look after is none that they could have chosen. */
    private boolean isTheirs(Context request, Posted posted, Complaints complaints) {
        boolean theirs = managed(request).stream()
                .anyMatch(organisation -> organisation.id().equals(posted.one("organisation")));
        if (!theirs) {
            complaints.add("organisation", "Choose an organisation.");
        }
        return theirs;
    }

    private List<Organisation> managed(Context request) {
        Visit visit = Visit.of(request);
        return rooms.people().organisationsWhere(visit.who().id(), Deed.MANAGE_PEOPLE, visit.today());
    }

    private static Person.Details details(Posted posted) {
        return new Person.Details(
                posted.one("name"),
                posted.one("email"),
                posted.one("post"),
                posted.one("registration"),
                posted.one("organisation"));
    }
}
