package quire.web.paper;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import quire.core.Problem;
import quire.forms.Answers;
import quire.forms.Field;
import quire.forms.FieldType;
import quire.forms.RepeatField;
import quire.forms.Section;
import quire.portfolio.Document;
import quire.portfolio.RecordedWords;
import quire.portfolio.SeenPaper;
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

/** One section of a document: its questions, and what comes back from them. */
final class SectionPages {

    private final Rooms rooms;
    private final Pages pages;

    SectionPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    /** The questions for whoever writes the section, the answers for whoever reads it. */
    void show(Context request) {
        Visit visit = Visit.of(request);
        SeenPaper paper = SeenPaper.of(DocumentPages.current(visit, rooms), visit.stands());
        Section section = open(paper.document(), request.pathParam("section"));
        if (paper.writes(section)) {
            write(request, paper.document(), section);
        } else {
            read(request, paper, section);
        }
    }

    private void read(Context request, SeenPaper paper, Section section) {
        Visit visit = Visit.of(request);
        Document document = paper.document();
        View view = Frame.page(section.title(), document.title(), DocumentPages.at(visit))
                .text("document", visit.paper())
                .text("owner", document.form().roleLabel(section.owner()))
                .text("changed", Times.words(document.changed(), rooms.clock()))
                .text("recorded", recorded(document, section))
                .flag("completed", document.state(section.id()).isDone())
                .list("readers", DocumentPages.readers(document, section))
                .text(
                        "history",
                        visit.pass() == null && paper.readsDraft(section) ? home(visit, section) + "/history" : "")
                .value("sections", new AnswerSheet(paper).only(section, visit.today()));
        CommentPages.show(view, paper, section, visit, rooms);
        ReleasePages.show(view, document, section, visit, rooms).text("done", ReleasePages.done(request));
        Frame.back(view, visit.paper(), "Back to all sections");
        rooms.visits().read(document, List.of(section.id()), visit.actor(), visit.now());
        pages.show(request, "section-read", view);
    }

    private void write(Context request, Document document, Section section) {
        Typed typed = AnswersToBoxes.of(section.fields(), document.answers());
        Faults none = new Faults(section.fields(), typed);
        View view = view(request, document, section, typed, Answers.of(document.form(), document.answers()), none, "");
        Removed.in(request.queryParam("removed")).ifPresent(removed -> removed.offer(section, view));
        pages.show(request, "section", view);
    }

    /** Saves, then goes on; comes back to the page where something could not be saved. */
    void save(Context request) {
        Posted posted = Body.form(request);
        Document document = rooms.documents().asSeen(Visit.of(request).inDocument(), SectionDesk.base(posted));
        Section section = open(document, request.pathParam("section"));
        SectionDesk desk = new SectionDesk(rooms.documents(), rooms.attachments(), Visit.of(request));
        if (!document.form().equals(Visit.of(request).inDocument().form())) {
            late(request, desk.keep(document, section, posted), home(Visit.of(request), section));
            return;
        }
        SectionDesk.Outcome outcome = desk.take(document, section, posted);
        if (outcome.faults().isEmpty()) {
            request.redirect(outcome.next(), HttpStatus.SEE_OTHER);
        } else {
            View view = view(
                    request,
                    outcome.document(),
                    section,
                    outcome.typed(),
                    outcome.answers(),
                    outcome.faults(),
                    outcome.note());
            view.flag("completed", posted.one("_completed").equals("yes"));
            request.status(outcome.status());
            pages.show(request, "section", view);
        }
    }

    /** The page was made before the paper went to another version of its form: what it sent is kept, to be chosen from. */
    private void late(Context request, SectionDesk.Kept kept, String home) {
        if (kept.saved().conflict() == null) {
            request.redirect(home, HttpStatus.SEE_OTHER);
            return;
        }
        request.status(HttpStatus.CONFLICT);
        new ConflictPages(rooms, pages).show(request);
    }

    /** A section that is not there, not part of this paper, or not yet to be started is not found. */
    static Section open(Document document, String id) {
        Section section = document.form().section(id);
        SectionRun run = new SectionRun(document);
        if (!run.shown().contains(section) || !run.mayStart(section)) {
            throw Problem.notFound("This section cannot be opened.");
        }
        return section;
    }

    private View view(
            Context request,
            Document document,
            Section section,
            Typed typed,
            Answers answers,
            Faults faults,
            String note) {
        Visit visit = Visit.of(request);
        List<Field> fields = section.fields();
        View view = Frame.page(section.title(), document.title(), DocumentPages.at(visit));
        Frame.back(view, visit.paper(), "Back to all sections");
        QuestionViews questions = new QuestionViews(document.form(), fields, typed, answers, faults.messages())
                .withInsert(InsertPages.may(document, visit, rooms))
                .withCarried(rooms.documents().carried(document.id()));
        view.text("document", visit.paper())
                .text("section", section.id())
                .text("history", visit.pass() == null ? home(visit, section) + "/history" : "")
                .prose("intro", section.intro())
                .text("recorded", recorded(document, section))
                .text("person", visit.who().id())
                .text("saved", Times.words(document.changed(), rooms.clock()))
                .text("owner", document.form().roleLabel(section.owner()))
                .flag("multipart", fields.stream().anyMatch(SectionPages::takesFiles))
                .list("readers", DocumentPages.readers(document, section))
                .number("base", document.revision())
                .text("seen", String.join(" ", new SectionRun(document).asked(section)))
                .flag("completed", document.state(section.id()).isDone())
                .list("questions", questions.of(fields));
        CommentPages.show(view, SeenPaper.of(document, visit.stands()), section, visit, rooms);
        ReleasePages.show(view, document, section, visit, rooms);
        ReturnPages.show(view, document, section, rooms);
        Removed.none(view);
        int clashes = ConflictPages.count(rooms.documents().earlierWords().conflicts(document.id()), section);
        ConflictPages.tell(view, clashes, visit, section).text("done", done(request));
        return faults.isEmpty() ? view : Frame.failed(view, note, faults.summary());
    }

    private static String done(Context request) {
        String released = ReleasePages.done(request);
        if (!released.isEmpty()) {
            return released;
        }
        return request.queryParam("inserted") == null
                ? ConflictPages.settled(request)
                : "The text stands at the end of the answer now.";
    }

    private String recorded(Document document, Section section) {
        return RecordedWords.of(section, rooms.people().recordings().ofDocument(document.id()));
    }

    private static String home(Visit visit, Section section) {
        return visit.paper() + "/sections/" + section.id();
    }

    private static boolean takesFiles(Field field) {
        return field.type() == FieldType.FILES
                || field.type() == FieldType.PICTURE
                || (field instanceof RepeatField repeat
                        && repeat.items().stream().anyMatch(SectionPages::takesFiles));
    }
}
