package quire.web.people;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Problem;
import quire.people.Deed;
import quire.people.Organisation;
import quire.people.Organisations;
import quire.people.Permits;
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

/** The organisations that somebody looks after. */
final class OrganisationPages {

    private static final Map<String, String> DONE =
            Map.of("added", "The organisation is added.", "changed", "The organisation is changed.");

    private final Rooms rooms;
    private final Pages pages;

    OrganisationPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    void list(Context request) {
        Visit visit = Visit.of(request);
        List<View> rows =
                rooms.people().organisationsWhere(visit.who().id(), Deed.CHANGE_ORGANISATION, visit.today()).stream()
                        .map(this::row)
                        .toList();
        View view = Frame.page("Organisations", "", Frame.At.PEOPLE)
                .text("done", Frame.done(request, DONE))
                .list("organisations", rows)
                .flag("adds", isOperator(visit));
        Frame.back(view, "/people", "People");
        pages.show(request, "organisations", view);
    }

    void addForm(Context request) {
        form(request, null, Typed.NOTHING, new Complaints());
    }

    void add(Context request) {
        save(request, null);
    }

    void changeForm(Context request) {
        Organisation organisation = asked(request);
        Organisation.Details details = organisation.details();
        form(
                request,
                organisation,
                Typed.of(Map.of(
                        "name", details.name(),
                        "address", details.address(),
                        "accent", Objects.requireNonNullElse(details.accent(), ""),
                        "host", Objects.requireNonNullElse(details.host(), ""))),
                new Complaints());
    }

    void change(Context request) {
        save(request, asked(request));
    }

    private void save(Context request, @Nullable Organisation before) {
        Posted posted = Body.form(request);
        Visit visit = Visit.of(request);
        Complaints complaints = new Complaints();
        String host = host(posted, before, visit, complaints);
        if (complaints.isEmpty()) {
            Digest logo = before == null ? null : before.details().logo();
            Organisation.Details details = new Organisation.Details(
                    posted.one("name"),
                    posted.one("address"),
                    posted.one("accent").strip(),
                    logo,
                    host);
            try {
                if (before == null) {
                    organisations().add(details, visit.actor(), visit.now());
                } else {
                    organisations().change(before.id(), details, visit.actor(), visit.now());
                }
                request.redirect("/organisations?done=" + (before == null ? "added" : "changed"), HttpStatus.SEE_OTHER);
                return;
            } catch (Problem refused) {
                complaints.add(refused);
            }
        }
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        form(request, before, new Typed(posted.fields()), complaints);
    }

    /** Who hosts whom says whose people look after whom, so only operators change it. */
    private @Nullable String host(Posted posted, @Nullable Organisation before, Visit visit, Complaints complaints) {
        String now = before == null ? null : before.details().host();
        if (!posted.has("host")) {
            return now;
        }
        String typed = posted.one("host").isEmpty() ? null : posted.one("host");
        if (!Objects.equals(typed, now) && !isOperator(visit)) {
            complaints.add("host", "Only an operator can change the host.");
        }
        return typed;
    }

    private void form(Context request, @Nullable Organisation organisation, Typed typed, Complaints complaints) {
        Visit visit = Visit.of(request);
        Boxes boxes = new Boxes(typed, complaints);
        String context = organisation == null ? "" : organisation.name();
        View view = Frame.page(
                        organisation == null ? "Add an organisation" : "Change an organisation",
                        context,
                        Frame.At.PEOPLE)
                .text("action", organisation == null ? "/organisations" : "/organisations/" + organisation.id())
                .text("button", organisation == null ? "Add the organisation" : "Save")
                .group("name", boxes.line("name", "Name", ""))
                .group("address", boxes.lines("address", "Address", "It stands on papers."))
                .group(
                        "accent",
                        boxes.optional(
                                        "accent",
                                        "Colour",
                                        "As # and six digits, like #1d4f91. White words must be" + " readable on it.")
                                .text("width", "govuk-input--width-10"));
        if (isOperator(visit)) {
            view.group("host", boxes.pick("host", "Host", "Whose programme it takes part in.", hosts(organisation)));
        } else {
            view.flag("host", false);
        }
        view.text(
                "hosted",
                isOperator(visit) || organisation == null
                        ? ""
                        : hostName(organisation).orElse(""));
        Frame.back(view, "/organisations", "Organisations");
        pages.show(request, "organisation-form", complaints.on(view));
    }

    private List<Option> hosts(@Nullable Organisation organisation) {
        return Stream.concat(
                        Stream.of(new Option("", "None: it has its own")),
                        organisations().list().stream()
                                .filter(other -> other.details().host() == null)
                                .filter(other ->
                                        organisation == null || !other.id().equals(organisation.id()))
                                .map(PersonPages::option))
                .toList();
    }

    private View row(Organisation organisation) {
        return new View()
                .text("href", "/organisations/" + organisation.id())
                .text("name", organisation.name())
                .text("address", organisation.details().address().replace("\n", ", "))
                .text("hostName", hostName(organisation).orElse(""));
    }

    private Optional<String> hostName(Organisation organisation) {
        return Optional.ofNullable(organisation.details().host())
                .map(host -> organisations().get(host).name());
    }

    private static boolean isOperator(Visit visit) {
        return Permits.of(visit.stands(), Deed.ADD_ORGANISATION).allowed();
    }

    private Organisation asked(Context request) {
        return organisations().get(request.pathParam("organisation"));
    }

    private Organisations organisations() {
        return rooms.people().organisations();
    }
}
