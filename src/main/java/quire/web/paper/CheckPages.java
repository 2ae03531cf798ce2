package quire.web.paper;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import quire.forms.AnswerCheck;
import quire.forms.Answers;
import quire.forms.Section;
import quire.forms.Visibility;
import quire.portfolio.Document;
import quire.portfolio.SeenPaper;
import quire.web.frame.Faults;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** All answers of a paper on one page, and what is still to do. */
final class CheckPages {

    private final Rooms rooms;
    private final Pages pages;

    CheckPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    void show(Context request) {
        Visit visit = Visit.of(request);
        SeenPaper paper = SeenPaper.of(DocumentPages.current(visit, rooms), visit.stands());
        Document document = paper.document();
        List<View> gaps = gaps(paper, visit);
        List<View> hidden = hidden(paper);
        View view = Frame.page("Check your answers", document.title(), DocumentPages.at(visit))
                .text("document", visit.paper())
                .list("gaps", gaps)
                .number("gapCount", gaps.size())
                .flag("oneGap", gaps.size() == 1)
                .list("hidden", hidden)
                .number("hiddenCount", hidden.size())
                .flag("oneHidden", hidden.size() == 1)
                .flag("downloads", paper.isTheirsToTake())
                .value("sections", new AnswerSheet(paper).all(visit.today()));
        Frame.back(view, visit.paper(), "Back to all sections");
        rooms.visits().read(document, paper.readable().stream().map(Section::id).toList(), visit.actor(), visit.now());
        pages.show(request, "check", view);
    }

    /** What is missing or wrong in the visitor's own sections. */
    private static List<View> gaps(SeenPaper paper, Visit visit) {
        Document document = paper.document();
        Answers answers = Answers.of(document.form(), document.answers());
        List<View> gaps = new ArrayList<>();
        for (Section section : paper.shown()) {
            if (paper.writes(section)) {
                Faults places = new Faults(section.fields(), AnswersToBoxes.of(section.fields(), document.answers()));
                places.add(
                        AnswerCheck.of(document.form(), answers, visit.today()).complete(section));
                String page = visit.paper() + "/sections/" + section.id();
                places.summary()
                        .forEach(fault -> gaps.add(new View()
                                .text("message", fault.message())
                                .text("href", paper.document().mayStart(section) ? page + fault.href() : "")));
            }
        }
        return gaps;
    }

    /** Answers that were given and are not asked for any more. */
    private static List<View> hidden(SeenPaper paper) {
        Document document = paper.document();
        Visibility sight = Visibility.of(document.form(), Answers.of(document.form(), document.answers()));
        return document.form().sections().stream()
                .filter(paper::writes)
                .flatMap(section -> section.fields().stream())
                .filter(field ->
                        !sight.shows(field) && field.isAnswered(paper.answers().get(field.id())))
                .map(field -> new View().text("label", field.label()))
                .toList();
    }
}
