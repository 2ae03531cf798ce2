package quire.web.forms;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.forms.Answers;
import quire.forms.Field;
import quire.forms.FieldType;
import quire.forms.Form;
import quire.portfolio.Document;
import quire.web.frame.Body;
import quire.web.frame.Faults;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Posted;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.Typed;
import quire.web.frame.View;
import quire.web.frame.Visit;
import quire.web.paper.BoxesToAnswers;
import quire.web.paper.QuestionViews;
import quire.web.paper.Uploads;

/** The forms on the shelf, and starting a document with one. */
final class FormPages {

    private final Rooms rooms;
    private final Pages pages;

    FormPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    void list(Context request) {
        List<View> forms = rooms.forms().list().stream()
                .map(form -> new View()
                        .text("id", form.id())
                        .text("name", form.title())
                        .text("code", form.code())
                        .text("about", form.about()))
                .toList();
        List<View> tries = rooms.documents().triedBy(Visit.of(request).who().id()).stream()
                .map(document -> new View()
                        .text("href", "/documents/" + document.id())
                        .text("name", document.title())
                        .text("changed", Times.words(document.changed(), rooms.clock())))
                .toList();
        View view = Frame.page("Forms", "", Frame.At.FORMS)
                .list("forms", forms)
                .list("tries", tries)
                .flag("versions", VersionPages.isFor(Visit.of(request), rooms));
        pages.show(request, "forms", view);
    }

    void show(Context request) {
        Form form = rooms.forms().get(request.pathParam("form"));
        Typed empty = new Typed(Map.of());
        pages.show(request, "start", view(form, empty, new Faults(header(form), empty)));
    }

    void start(Context request) {
        Form form = rooms.forms().get(request.pathParam("form"));
        Posted posted = Body.form(request);
        Typed typed = new Typed(posted.fields());
        Uploads uploads = new Uploads(posted, rooms.attachments());
        Map<String, @Nullable Object> record = new LinkedHashMap<>(
                BoxesToAnswers.of(header(form), typed, Map.of(), uploads).answers());
        record.values().removeIf(Objects::isNull);
        Faults faults = new Faults(header(form), typed);
        uploads.errors().forEach(faults::add);
        if (faults.isEmpty()) {
            Document started = started(form, record, Visit.of(request), faults);
            if (started != null) {
                request.redirect("/documents/" + started.id(), HttpStatus.SEE_OTHER);
                return;
            }
        }
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        pages.show(request, "start", view(form, typed, faults));
    }

    private @Nullable Document started(Form form, Map<String, @Nullable Object> record, Visit visit, Faults faults) {
        try {
            return rooms.documents().start(form, record, visit.actor(), visit.now(), visit.today());
        } catch (Problem refused) {
            if (refused.findings().isEmpty()) {
                throw refused;
            }
            faults.add(refused.findings().stream().map(FormPages::inHeader).toList());
            return null;
        }
    }

    private static Finding inHeader(Finding finding) {
        String path = finding.place().path() == null ? "" : finding.place().path();
        return finding.at(Place.atPath(path.replaceFirst("^" + Answers.RECORD + "\\.", "")));
    }

    private static List<Field> header(Form form) {
        return form.record() == null ? List.of() : form.record().fields();
    }

    private static View view(Form form, Typed typed, Faults faults) {
        List<Field> header = header(form);
        QuestionViews questions = new QuestionViews(form, header, typed, Answers.NONE, faults.messages());
        View view = Frame.page(form.title(), "", Frame.At.FORMS)
                .text("form", form.id())
                .text("code", form.code())
                .text("about", form.about())
                .text("record", form.record() == null ? "" : form.record().title())
                .flag("multipart", header.stream().anyMatch(field -> field.type() == FieldType.PICTURE))
                .text("document", "")
                .list("questions", questions.allOptional().of(header))
                .list(
                        "sections",
                        form.sections().stream()
                                .map(section -> new View()
                                        .text("name", section.title())
                                        .text("owner", form.roleLabel(section.owner())))
                                .toList());
        Frame.back(view, "/forms", "Back to all forms");
        return faults.isEmpty() ? view : Frame.failed(view, "", faults.summary());
    }
}
