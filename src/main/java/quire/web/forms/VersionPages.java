package quire.web.forms;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import quire.core.Finding;
import quire.core.Problem;
import quire.forms.Form;
import quire.forms.FormChange;
import quire.forms.FormChanges;
import quire.forms.InUse;
import quire.people.Deed;
import quire.people.Person;
import quire.portfolio.Publication;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** The published versions of every form, and what is different in each, for those who look after cohorts. */
final class VersionPages {

    private final Rooms rooms;
    private final Pages pages;

    VersionPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    /** Whether somebody has anything to do here. */
    static boolean isFor(Visit visit, Rooms rooms) {
        return !rooms.people()
                .organisationsWhere(visit.who().id(), Deed.MOVE_PAPERS, visit.today())
                .isEmpty();
    }

    void list(Context request) {
        Map<String, List<Publication>> published =
                rooms.documents().publishing().all();
        List<View> forms = rooms.forms().list().stream()
                .map(form -> row(form, published.getOrDefault(form.id(), List.of())))
                .toList();
        View view = Frame.page("Versions of forms", "", Frame.At.FORMS)
                .list("forms", forms)
                .list(
                        "refused",
                        Stream.concat(rooms.forms().refused().stream(), rooms.programmes().refused().stream())
                                .map(VersionPages::refused)
                                .toList());
        Frame.back(view, "/forms", "Back to the forms");
        pages.show(request, "versions", view);
    }

    private View row(Form form, List<Publication> published) {
        return new View()
                .text("id", form.id())
                .text("name", form.title())
                .number("version", form.version())
                .number("count", rooms.forms().versions(form.id()).size())
                .text("at", at(published, form.version()));
    }

    private String at(List<Publication> published, int version) {
        return publication(published, version)
                .map(one -> Times.words(one.at(), rooms.clock()))
                .orElse("");
    }

    private static View refused(Finding finding) {
        return new View().text("place", finding.place().toString()).text("words", finding.message());
    }

    void show(Context request) {
        String id = request.pathParam("form");
        List<Form> versions = rooms.forms().versions(id);
        if (versions.isEmpty()) {
            throw Problem.notFound("There is no form “" + id + "”.");
        }
        List<Publication> published = rooms.documents().publishing().of(id);
        List<View> views = new ArrayList<>();
        for (int i = versions.size() - 1; i >= 0; i--) {
            views.add(version(versions.get(i), published, i == 0 ? List.of() : changes(versions, i))
                    .flag("first", i == 0));
        }
        View view = Frame.page(versions.get(versions.size() - 1).title(), "Versions of forms", Frame.At.FORMS)
                .text("drafts", versions.size() < 2 ? "" : "/versions/" + id + "/drafts")
                .list("versions", views);
        Frame.back(view, "/versions", "Back to the versions of forms");
        pages.show(request, "version", view);
    }

    /** What is published changed nothing that people had begun, so only what is different is of interest here. */
    private static List<FormChange> changes(List<Form> versions, int index) {
        return FormChanges.between(versions.get(index - 1), versions.get(index), InUse.NOT);
    }

    private View version(Form form, List<Publication> published, List<FormChange> changes) {
        Optional<Publication> publication = publication(published, form.version());
        return new View()
                .number("version", form.version())
                .text("at", at(published, form.version()))
                .text("by", publication.map(one -> name(one.by())).orElse(""))
                .text("note", publication.map(Publication::note).orElse(""))
                .list(
                        "changes",
                        changes.stream()
                                .map(change -> new View()
                                        .text("kind", change.kind().label())
                                        .text("words", change.words())
                                        .text("path", change.path()))
                                .toList());
    }

    private String name(String person) {
        return rooms.people().persons().find(person).map(Person::name).orElse("Quire, when it started");
    }

    private static Optional<Publication> publication(List<Publication> published, int version) {
        return published.stream().filter(one -> one.version() == version).findFirst();
    }
}
