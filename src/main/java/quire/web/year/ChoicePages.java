package quire.web.year;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import quire.core.Problem;
import quire.portfolio.Portfolio;
import quire.programme.Setting;
import quire.web.frame.Body;
import quire.web.frame.Boxes;
import quire.web.frame.Boxes.Option;
import quire.web.frame.Complaints;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Typed;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** What a programme leaves open for each year, such as whether the last reflection is written or presented. */
final class ChoicePages {

    private final Rooms rooms;
    private final Pages pages;

    ChoicePages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    void form(Context request) {
        Portfolio portfolio = Act.open(Visit.of(request).inPortfolio());
        Setting setting = setting(request, portfolio);
        String now = portfolio.choices().get(setting.id());
        form(request, Typed.of(Map.of(setting.id(), now)), new Complaints());
    }

    void decide(Context request) {
        Visit visit = Visit.of(request);
        Portfolio portfolio = Act.open(visit.inPortfolio());
        Setting setting = setting(request, portfolio);
        Typed typed = new Typed(Body.form(request).fields());
        String value = typed.one(setting.id());
        Complaints complaints = new Complaints();
        if (setting.find(value).isEmpty()) {
            complaints.add(setting.id(), "Choose one of the answers.");
        } else if (value.equals(portfolio.choices().get(setting.id())) || decided(visit, setting, value, complaints)) {
            request.redirect(Act.address(portfolio) + "?done=decided", HttpStatus.SEE_OTHER);
            return;
        }
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        form(request, typed, complaints);
    }

    private boolean decided(Visit visit, Setting setting, String value, Complaints complaints) {
        try {
            rooms.portfolios().decide(visit.inPortfolio().id(), setting.id(), value, visit.actor(), visit.now());
            return true;
        } catch (Problem refused) {
            complaints.add(refused);
            return false;
        }
    }

    private void form(Context request, Typed typed, Complaints complaints) {
        Portfolio portfolio = Visit.of(request).inPortfolio();
        Setting setting = setting(request, portfolio);
        List<Option> options = setting.values().stream()
                .map(value -> new Option(value.id(), value.text()))
                .toList();
        Act act = new Act(
                "Decide for this year",
                "The programme leaves this to each year. The papers and dates of the year follow what you choose. It can be"
                        + " changed until somebody has written in a paper that would no longer be part of the year.",
                address(portfolio, setting),
                "Save");
        View view = act.view(portfolio)
                .group("choice", new Boxes(typed, complaints).choice(setting.id(), setting.question(), "", options));
        Frame.back(view, Act.address(portfolio), "Back to all papers");
        pages.show(request, "act", complaints.on(view));
    }

    /** What is left to this year, and how it stands; drawn as links. */
    static List<View> of(Portfolio portfolio) {
        return portfolio.programme().settings().stream()
                .filter(setting -> setting.decidedBy() == Setting.DecidedBy.PORTFOLIO)
                .map(setting -> new View()
                        .text("href", address(portfolio, setting))
                        .text("question", setting.question())
                        .text(
                                "answer",
                                setting.find(portfolio.choices().get(setting.id()))
                                        .map(Setting.Value::text)
                                        .orElse("")))
                .toList();
    }

    private static String address(Portfolio portfolio, Setting setting) {
        return Act.address(portfolio) + "/choices/" + setting.id();
    }

    private static Setting setting(Context request, Portfolio portfolio) {
        return portfolio.programme().settings().stream()
                .filter(setting -> setting.decidedBy() == Setting.DecidedBy.PORTFOLIO)
                .filter(setting -> setting.id().equals(request.pathParam("setting")))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("The programme leaves no such choice."));
    }
}
