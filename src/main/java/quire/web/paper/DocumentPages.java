package quire.web.paper;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.forms.Answers;
import quire.forms.Field;
import quire.forms.RecordBlock;
import quire.forms.Section;
import quire.merge.Value;
import quire.people.Capacity;
import quire.people.Deed;
import quire.people.Permits;
import quire.portfolio.Conflict;
import quire.portfolio.Conversation;
import quire.portfolio.Document;
import quire.portfolio.Portfolio;
import quire.portfolio.Reader;
import quire.portfolio.Requests;
import quire.portfolio.SectionState;
import quire.portfolio.SeenPaper;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** One document: its sections, how far each has come, and who can read it. */
final class DocumentPages {

    private final Rooms rooms;
    private final Pages pages;

    DocumentPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    void show(Context request) {
        Visit visit = Visit.of(request);
        SeenPaper paper = SeenPaper.of(current(visit, rooms), visit.stands());
        Document document = paper.document();
        List<View> sections = new ArrayList<>();
        List<Conflict> conflicts = rooms.documents().earlierWords().conflicts(document.id());
        List<Conversation> talk = rooms.comments().ofDocument(document.id());
        paper.shown().forEach(section -> {
            int clashes = paper.writes(section) ? ConflictPages.count(conflicts, section) : 0;
            View task = CommentPages.count(task(paper, section, sections.size() + 1), talk, paper, section);
            sections.add(ConflictPages.tell(task, clashes, visit, section));
        });
        RecordBlock record = document.form().record();
        View view = Frame.page(document.title(), "", at(visit))
                .text("done", ReturnPages.done(request))
                .text("document", visit.paper())
                .text("about", document.form().about())
                .text(
                        "reference",
                        document.form().code() == null ? "" : document.form().code())
                .text("changed", Times.words(document.changed(), rooms.clock()))
                .list("sections", sections)
                .number("completed", completed(paper))
                .number("all", sections.size())
                .flag("reads", !paper.readable().isEmpty())
                .flag("downloads", paper.isTheirsToTake())
                .value("next", next(paper))
                .value("portfolio", portfolio(visit.portfolio()))
                .text("record", record == null ? "" : record.title())
                .list("header", header(document));
        PaperFiles.show(view, document, visit, rooms);
        SigningPages.show(view, document, visit, rooms);
        SignedVersions.show(view, paper, rooms);
        offers(view, document, visit);
        ReopeningPages.tell(view, document, visit, rooms);
        MovePages.offer(view, document, may(visit, Deed.MOVE_PAPER), rooms);
        view.text("earlier", EarlierPages.address(rooms, paper));
        back(view, visit);
        if (visit.portfolio() != null && !isAsked(visit)) {
            rooms.visits().saw(visit.portfolio().id(), visit.actor(), visit.now());
        }
        pages.show(request, "document", view);
    }

    /** What else may be done with the paper as it is. */
    private static void offers(View view, Document document, Visit visit) {
        boolean some = document.states().values().stream().anyMatch(SectionState::isDone);
        view.flag("asks", !Requests.askable(document.form()).isEmpty() && may(visit, Deed.ASK_OBSERVER))
                .flag("shares", document.place() != null && !document.isClosed())
                .flag("returns", !document.isClosed() && some && may(visit, Deed.RETURN_SECTION))
                .flag("reopens", document.isClosed() && may(visit, Deed.REOPEN_SIGNED));
    }

    private static boolean may(Visit visit, Deed deed) {
        return visit.portfolio() != null && Permits.of(visit.stands(), deed).allowed();
    }

    /** What the record fills in is kept true: names, assignments and other papers may have changed since. */
    static Document current(Visit visit, Rooms rooms) {
        Document document = visit.inDocument();
        return visit.portfolio() == null
                ? document
                : rooms.documents().refreshed(document, visit.portfolio(), visit.now(), visit.today());
    }

    static Frame.At at(Visit visit) {
        if (visit.portfolio() == null) {
            return Frame.At.FORMS;
        }
        return visit.permit().as() == Capacity.NQSW ? Frame.At.YEAR : Frame.At.ELSEWHERE;
    }

    /** Whether the visitor has no part in the portfolio but for this paper, for which they were asked. */
    private static boolean isAsked(Visit visit) {
        return visit.permit().as() == Capacity.ASKED;
    }

    private static void back(View view, Visit visit) {
        if (visit.portfolio() == null) {
            Frame.back(view, "/forms", "Back to the forms");
        } else if (isAsked(visit)) {
            Frame.back(view, Frame.At.ASKED.href(), "Back to what is asked of you");
        } else {
            Frame.back(view, "/portfolios/" + visit.portfolio().id(), "Back to all papers");
        }
    }

    private Value portfolio(@Nullable Portfolio portfolio) {
        return portfolio == null
                ? Value.Flag.NO
                : new View()
                        .text("code", portfolio.code())
                        .text(
                                "name",
                                rooms.people().persons().get(portfolio.nqsw()).name())
                        .done();
    }

    /** The first section that waits for the visitor. */
    private static Value next(SeenPaper paper) {
        return paper.shown().stream()
                .filter(section -> paper.writes(section)
                        && paper.document().mayStart(section)
                        && !paper.document().state(section.id()).isDone())
                .findFirst()
                .<Value>map(section -> new View()
                        .text("id", section.id())
                        .text("name", section.title())
                        .flag("begun", paper.document().state(section.id()) == SectionState.IN_PROGRESS)
                        .done())
                .orElse(Value.Flag.NO);
    }

    private static long completed(SeenPaper paper) {
        return paper.shown().stream()
                .filter(section -> paper.document().state(section.id()).isDone())
                .count();
    }

    private static View task(SeenPaper paper, Section section, int number) {
        Document document = paper.document();
        SectionState state = document.state(section.id());
        boolean open = paper.document().mayStart(section);
        boolean begun = state != SectionState.NOT_STARTED;
        boolean leads = paper.writes(section) ? open : begun && paper.reads(section);
        return new View()
                .text("id", section.id())
                .text("name", section.title())
                .text("owner", document.form().roleLabel(section.owner()))
                .number("number", number)
                .flag("leads", leads)
                .flag("open", open)
                .flag("mine", paper.writes(section))
                .flag("closed", !paper.reads(section) && !paper.writes(section))
                .text(
                        "first",
                        open ? "" : document.form().section(first(section)).title())
                .flag("done", state.isDone())
                .flag("sealed", state.isSigned())
                .flag("begun", state == SectionState.IN_PROGRESS)
                .list("readers", readers(document, section));
    }

    static List<View> readers(Document document, Section section) {
        return document.place() == null
                ? List.of()
                : Reader.of(document, section).stream()
                        .map(reader -> new View().text("words", reader.words()))
                        .toList();
    }

    private static String first(Section section) {
        return section.startWhen() == null ? section.id() : section.startWhen().section();
    }

    private static List<View> header(Document document) {
        List<View> lines = new ArrayList<>();
        if (document.form().record() != null) {
            Map<String, @Nullable Object> record =
                    Answers.of(document.form(), document.answers()).record();
            for (Field field : document.form().record().fields()) {
                Object answer = record.get(field.id());
                String text = answer == null ? "" : field.value(answer).text();
                if (!text.isEmpty()) {
                    lines.add(new View().text("label", field.label()).text("words", text));
                }
            }
        }
        return lines;
    }
}
