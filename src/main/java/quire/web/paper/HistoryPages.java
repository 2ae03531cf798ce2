package quire.web.paper;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quire.core.Problem;
import quire.forms.Field;
import quire.forms.Form;
import quire.forms.Section;
import quire.portfolio.Document;
import quire.portfolio.Outcome;
import quire.portfolio.SeenPaper;
import quire.web.frame.Body;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Paging;
import quire.web.frame.Posted;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** What a section said before, who changed it when, and how to have something of it back. */
final class HistoryPages {

    /** Words around a change; what stayed further away is left out. */
    private static final int AROUND = 25;

    private final Rooms rooms;
    private final Pages pages;

    HistoryPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    /** For those who could read the section all the time: who reads what is finished has not been shown its drafts. */
    void show(Context request) {
        Visit visit = Visit.of(request);
        SeenPaper paper = SeenPaper.of(visit.inDocument(), visit.stands());
        Section section = SectionPages.open(paper.document(), request.pathParam("section"));
        if (!paper.readsDraft(section)) {
            throw Problem.notFound("There is no such page, or it is not yours.");
        }
        boolean each = request.queryParam("each") != null;
        List<WrittenLines.Line> lines = lines(paper, section, each);
        Paging paging = Paging.in(request, lines.size());
        String home = home(paper.document(), section);
        View view = Frame.page("History", section.title(), DocumentPages.at(visit))
                .text("address", home + "/history")
                .number("base", paper.document().revision())
                .flag("each", each)
                .flag("writes", paper.writes(section))
                .text(
                        "done",
                        Frame.done(request, Map.of("back", "It is back. What stood there is in the history too.")))
                .list("days", days(paging.of(lines), paper.document(), paper.writes(section), home, visit));
        paging.show(view, page -> home + "/history?page=" + page + (each ? "&each=1" : ""));
        Frame.back(view, home, "Back to “" + section.title() + "”");
        rooms.visits().read(paper.document(), List.of(section.id()), visit.actor(), visit.now());
        pages.show(request, "history", view);
    }

    /** Saves what once stood there, as what is saved now; nothing of what stood there since goes away. */
    void bringBack(Context request) {
        Visit visit = Visit.of(request);
        Document document = visit.inDocument();
        Section section = SectionPages.open(document, request.pathParam("section"));
        Posted posted = Body.form(request);
        Field field = section.fields().stream()
                .filter(one -> one.id().equals(posted.one("field")))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("There is no such question in this section."));
        Outcome outcome = restored(posted, document, field, visit);
        String home = home(document, section);
        if (outcome.conflict() != null) {
            request.redirect(home + "/conflicts", HttpStatus.SEE_OTHER);
        } else {
            new SectionDesk(rooms.documents(), rooms.attachments(), visit).reopenIfIncomplete(document.id(), section);
            request.redirect(home + "/history?done=back", HttpStatus.SEE_OTHER);
        }
    }

    private Outcome restored(Posted posted, Document document, Field field, Visit visit) {
        int base = SectionDesk.base(posted);
        String number = posted.one("aside").isEmpty() ? posted.one("revision") : posted.one("aside");
        if (base < 1 || base > document.revision() || !number.matches("\\d{1,9}")) {
            throw Body.malformed("The page did not arrive whole. Nothing was saved. Go back and send it again.");
        }
        int which = Integer.parseInt(number);
        var earlier = rooms.documents().earlierWords();
        return posted.one("aside").isEmpty()
                ? earlier.restore(
                        document.id(), field.id(), null, which, base, visit.actor(), visit.now(), visit.today())
                : earlier.restore(
                        document.id(), which, List.of(field.id()), base, visit.actor(), visit.now(), visit.today());
    }

    private static String home(Document document, Section section) {
        return "/documents/" + document.id() + "/sections/" + section.id();
    }

    /** What was never saved is for those alone who wrote it. */
    private List<WrittenLines.Line> lines(SeenPaper paper, Section section, boolean each) {
        String id = paper.document().id();
        WrittenLines lines = new WrittenLines(rooms.clock().getZone(), each)
                .add(section, rooms.documents().history(id))
                .add(gone(paper.document(), section), rooms.documents().history(id));
        if (paper.writes(section)) {
            lines.addAside(
                    section,
                    rooms.documents().setAside(id).stream()
                            .filter(aside -> aside.section().equals(section.id()))
                            .toList());
        }
        return lines.done();
    }

    /** The questions of a section that the paper asked before it went to a newer version of its form. */
    private List<Field> gone(Document document, Section section) {
        Map<String, Field> gone = new LinkedHashMap<>();
        for (Form before : rooms.documents().moving().formsBefore(document.id())) {
            before.sections().stream()
                    .filter(one -> one.id().equals(section.id()))
                    .flatMap(one -> one.fields().stream())
                    .forEach(field -> gone.put(field.id(), field));
        }
        gone.keySet().removeIf(id -> document.form().field(id).isPresent());
        return List.copyOf(gone.values());
    }

    private List<View> days(
            List<WrittenLines.Line> lines, Document document, boolean writes, String home, Visit visit) {
        Names names = new Names(rooms, visit);
        List<View> days = new ArrayList<>();
        List<View> ofDay = new ArrayList<>();
        LocalDate day = null;
        for (WrittenLines.Line line : lines) {
            LocalDate next = line.day(rooms.clock().getZone());
            if (day != null && !day.equals(next)) {
                days.add(day(day, ofDay));
                ofDay.clear();
            }
            day = next;
            boolean asked = document.form().field(line.field().id()).isPresent();
            ofDay.add(line(line, writes && asked, home, names));
        }
        if (day != null) {
            days.add(day(day, ofDay));
        }
        return days;
    }

    private static View day(LocalDate day, List<View> lines) {
        return new View()
                .text("iso", day.toString())
                .text("day", Times.day(day))
                .list("lines", List.copyOf(lines));
    }

    private View line(WrittenLines.Line line, boolean writes, String home, Names names) {
        WordChanges changes = WordChanges.between(line.before(), line.after());
        return new View()
                .text(
                        "id",
                        (line.aside() ? "a" : "r") + line.number() + "-"
                                + line.field().id())
                .text("field", line.field().id())
                .text("label", line.field().label())
                .text("who", names.first(line.by(), line.deputyOf()))
                .text("when", when(line))
                .text("what", what(line, changes))
                .flag("aside", line.aside())
                .flag("openNow", line.open())
                .flag("now", line.now())
                .flag("mayBack", writes && !line.now() && !line.open())
                .text("number", String.valueOf(line.number()))
                .text("conflicts", home + "/conflicts")
                .flag(
                        "compared",
                        !line.aside()
                                && !line.before().isEmpty()
                                && !line.after().isEmpty())
                .list("pieces", pieces(changes))
                .group("then", SaidView.of(line.field(), line.answer()).view());
    }

    private String when(WrittenLines.Line line) {
        String from = Times.time(line.from(), rooms.clock());
        String at = Times.time(line.at(), rooms.clock());
        return from.equals(at) ? at : from + " to " + at;
    }

    private static String what(WrittenLines.Line line, WordChanges changes) {
        if (line.aside()) {
            return "was set aside, because the same answer had been changed in another place";
        } else if (line.before().isEmpty()) {
            return words(changes.added()) + " written";
        } else if (line.after().isEmpty()) {
            return "took the answer out";
        }
        return words(changes.added()) + " added, " + words(changes.gone()) + " taken out";
    }

    private static String words(int count) {
        return count == 1 ? "1 word" : count + " words";
    }

    private static List<View> pieces(WordChanges changes) {
        List<View> views = new ArrayList<>();
        for (WordChanges.Piece piece : changes.pieces()) {
            boolean stayed = piece.fate() == WordChanges.Fate.STAYED;
            views.add(new View()
                    .text("text", stayed ? shortened(piece.text()) : piece.text())
                    .flag("gone", piece.fate() == WordChanges.Fate.GONE)
                    .flag("fresh", piece.fate() == WordChanges.Fate.NEW));
        }
        return views;
    }

    private static String shortened(String text) {
        String[] words = text.split("(?<=\\s)(?=\\S)", -1);
        if (words.length <= 2 * AROUND + 10) {
            return text;
        }
        List<String> all = List.of(words);
        return String.join("", all.subList(0, AROUND)) + "… "
                + String.join("", all.subList(all.size() - AROUND, all.size()));
    }
}
