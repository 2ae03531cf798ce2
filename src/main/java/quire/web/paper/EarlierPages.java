package quire.web.paper;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quire.forms.Field;
import quire.forms.Section;
import quire.portfolio.Document;
import quire.portfolio.EarlierAnswer;
import quire.portfolio.SeenPaper;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.View;
import quire.web.frame.Visit;

/**
 * What was written to questions that a paper does not ask any more: to be read and copied, and printed nowhere. It is open to
 * those who could read the section all the time, like its history.
 */
final class EarlierPages {

    private final Rooms rooms;
    private final Pages pages;

    EarlierPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    /** Where a visitor finds the earlier answers of a paper; empty where there are none for them. */
    static String address(Rooms rooms, SeenPaper paper) {
        List<EarlierAnswer> all =
                rooms.documents().moving().earlier(paper.document().id());
        return all.stream().anyMatch(one -> reads(paper, one)) ? address(paper.document()) : "";
    }

    /** The same for whoever writes a section. */
    static String address(Rooms rooms, Document document, Section section) {
        List<EarlierAnswer> all = rooms.documents().moving().earlier(document.id());
        return all.stream().anyMatch(one -> one.section().equals(section.id())) ? address(document) : "";
    }

    /** The earlier answers of a paper that a visitor may read, by a key of their own. */
    static Map<String, Object> answers(Rooms rooms, SeenPaper paper) {
        Map<String, Object> answers = new LinkedHashMap<>();
        rooms.documents().moving().earlier(paper.document().id()).stream()
                .filter(one -> reads(paper, one))
                .forEach(one -> answers.put("earlier " + one.number(), one.answer()));
        return answers;
    }

    private static String address(Document document) {
        return "/documents/" + document.id() + "/earlier";
    }

    void show(Context request) {
        Visit visit = Visit.of(request);
        SeenPaper paper = SeenPaper.of(visit.inDocument(), visit.stands());
        Document document = paper.document();
        List<EarlierAnswer> all = rooms.documents().moving().earlier(document.id());
        List<View> sections = new ArrayList<>();
        List<String> read = new ArrayList<>();
        document.form().sections().forEach(section -> {
            List<View> answers = all.stream()
                    .filter(one -> one.section().equals(section.id()) && reads(paper, one))
                    .map(one -> answer(one, visit))
                    .toList();
            if (!answers.isEmpty()) {
                sections.add(new View().text("name", section.title()).list("answers", answers));
                read.add(section.id());
            }
        });
        List<View> head = all.stream()
                .filter(one -> one.section().isEmpty() && reads(paper, one))
                .map(one -> answer(one, visit))
                .toList();
        if (!head.isEmpty()) {
            sections.add(new View().text("name", "At the head of the paper").list("answers", head));
        }
        View view = Frame.page("Earlier answers", document.title(), DocumentPages.at(visit))
                .list("sections", sections);
        Frame.back(view, "/documents/" + document.id(), "Back to all sections");
        if (!read.isEmpty()) {
            rooms.visits().read(document, read, visit.actor(), visit.now());
        }
        pages.show(request, "earlier", view);
    }

    private static boolean reads(SeenPaper paper, EarlierAnswer answer) {
        return answer.section().isEmpty()
                ? !paper.readable().isEmpty()
                : paper.document().form().sections().stream()
                        .anyMatch(section -> section.id().equals(answer.section()) && paper.readsDraft(section));
    }

    /** What was attached can still be opened. */
    private static List<View> files(EarlierAnswer answer, Document document) {
        List<View> files = new ArrayList<>();
        for (Object one : answer.answer() instanceof List<?> list ? list : List.of()) {
            if (one instanceof Map<?, ?> file && file.get("sha256") instanceof String digest) {
                files.add(new View()
                        .text("name", String.valueOf(file.get("name")))
                        .text("href", "/documents/" + document.id() + "/files/" + digest));
            }
        }
        return files;
    }

    private View answer(EarlierAnswer answer, Visit visit) {
        Field field = answer.field();
        View view = new View()
                .text("id", "earlier-" + answer.number())
                .text("label", answer.label())
                .text("who", new Names(rooms, visit).of(answer.by(), null))
                .text("at", Times.words(answer.at(), rooms.clock()))
                .flag("known", field != null)
                .text("plain", field == null ? String.valueOf(answer.answer()) : "")
                .list("files", files(answer, visit.inDocument()));
        return view.group(
                "said",
                field == null ? new View() : SaidView.of(field, answer.answer()).view());
    }
}
