package quire.web.year;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quire.core.Problem;
import quire.portfolio.Portfolio;
import quire.programme.Milestone;
import quire.programme.Pause;
import quire.web.frame.Body;
import quire.web.frame.Boxes;
import quire.web.frame.Complaints;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.Typed;
import quire.web.frame.TypedDay;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** Times in which a year stands still: leave, illness. */
final class PausePages {

    private static final Map<String, String> DONE = Map.of(
            "paused",
                    "The year stands still for that time. Every date after it has moved, except those that are agreed.",
            "resumed", "The pause ends on another day. Every date after it has moved, except those that are agreed.");

    private final Rooms rooms;
    private final Pages pages;

    PausePages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    void list(Context request) {
        show(request, Typed.NOTHING, new Complaints());
    }

    void pause(Context request) {
        Portfolio portfolio = Act.open(Visit.of(request).inPortfolio());
        Typed typed = new Typed(Body.form(request).fields());
        Visit visit = Visit.of(request);
        Complaints complaints = new Complaints();
        Optional<LocalDate> from = TypedDay.read(typed, "from", "the first day away", complaints);
        Optional<LocalDate> until = TypedDay.read(typed, "until", "the first day back", complaints);
        if (typed.one("reason").isBlank()) {
            complaints.add("reason", "Enter the reason. Those who may pause the year see it.");
        }
        if (complaints.isEmpty()) {
            try {
                rooms.portfolios()
                        .dates()
                        .pause(
                                portfolio.id(),
                                from.orElseThrow(),
                                until.orElseThrow(),
                                typed.one("reason"),
                                visit.actor(),
                                visit.now());
                request.redirect(address(portfolio) + "?done=paused", HttpStatus.SEE_OTHER);
                return;
            } catch (Problem refused) {
                complaints.add(refused);
            }
        }
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(request, typed, complaints);
    }

    void resume(Context request) {
        Portfolio portfolio = Act.open(Visit.of(request).inPortfolio());
        LocalDate from = asked(request);
        Typed typed = new Typed(Body.form(request).fields());
        Visit visit = Visit.of(request);
        Complaints complaints = new Complaints();
        Optional<LocalDate> back = TypedDay.read(typed, box(from), "the first day back", complaints);
        if (back.isPresent()) {
            try {
                rooms.portfolios().dates().resume(portfolio.id(), from, back.get(), visit.actor(), visit.now());
                request.redirect(address(portfolio) + "?done=resumed", HttpStatus.SEE_OTHER);
                return;
            } catch (Problem refused) {
                refused.findings().forEach(finding -> complaints.addDay(box(from), finding.message()));
                if (complaints.isEmpty()) {
                    complaints.add(refused);
                }
            }
        }
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(request, typed, complaints);
    }

    private void show(Context request, Typed typed, Complaints complaints) {
        Portfolio portfolio = Visit.of(request).inPortfolio();
        Boxes boxes = new Boxes(typed, complaints);
        View view = Frame.page("Pauses", portfolio.code(), Frame.At.ELSEWHERE)
                .text("done", Frame.done(request, DONE))
                .text("code", portfolio.code())
                .text("action", address(portfolio))
                .text("end", Times.day(portfolio.timetable().dateOf(Milestone.END)))
                .flag("open", portfolio.closed() == null)
                .list("pauses", pauses(portfolio, boxes, typed))
                .group("from", boxes.day("from", "First day away", "For example, 27 3 2027."))
                .group("until", boxes.day("until", "First day back", "You can change it later."))
                .group(
                        "reason",
                        boxes.lines(
                                        "reason",
                                        "Reason",
                                        "Only those who may pause the year see it, and you can keep it short.")
                                .flag("optional", false));
        Frame.back(view, Act.address(portfolio), "Back to all papers");
        pages.show(request, "pauses", complaints.on(view));
    }

    private static List<View> pauses(Portfolio portfolio, Boxes boxes, Typed typed) {
        List<View> views = new ArrayList<>();
        List<Pause> pauses = portfolio.dates().pauses();
        for (int i = 0; i < pauses.size(); i++) {
            Pause pause = pauses.get(i);
            views.add(new View()
                    .text("from", Times.day(pause.from()))
                    .text("until", Times.day(pause.until()))
                    .text("reason", portfolio.pauseReasons().get(i))
                    .text("action", address(portfolio) + "/" + pause.from())
                    .flag("opened", typed.has(box(pause.from()) + ".day"))
                    .group(
                            "back",
                            boxes.day(
                                    box(pause.from()),
                                    "First day back",
                                    "The first day away itself takes the pause back.")));
        }
        return views;
    }

    private static String box(LocalDate from) {
        return "back-" + from;
    }

    private static LocalDate asked(Context request) {
        try {
            return LocalDate.parse(request.pathParam("pause"));
        } catch (DateTimeException e) {
            throw Problem.notFound("There is no such pause.").because(e);
        }
    }

    private static String address(Portfolio portfolio) {
        return Act.address(portfolio) + "/pauses";
    }
}
