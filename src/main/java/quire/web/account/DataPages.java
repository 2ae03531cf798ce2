package quire.web.account;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quire.core.Json;
import quire.people.Assignment;
import quire.people.HeldRole;
import quire.people.Span;
import quire.portfolio.AccessLine;
import quire.portfolio.Held;
import quire.portfolio.HeldJson;
import quire.web.frame.Downloads;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.View;
import quire.web.frame.Visit;
import quire.web.frame.Wording;

/** What is held about whoever asks: to read, and to take away. */
final class DataPages {

    /** More of what was done to somebody is in the file. */
    private static final int NEWEST = 20;

    private static final String NONE = "None";

    private final Rooms rooms;
    private final Pages pages;

    DataPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    void show(Context request) {
        Held held = held(request);
        View view = Frame.page("What is held about you", "", Frame.At.ELSEWHERE)
                .list("details", details(held))
                .list("roles", held.roles().stream().map(this::role).toList())
                .list("parts", held.parts().stream().map(this::part).toList())
                .list("years", held.years().stream().map(DataPages::year).toList())
                .list("written", written(held))
                .list(
                        "about",
                        held.about().stream().limit(NEWEST).map(DataPages::line).toList())
                .flag("more", held.about().size() > NEWEST);
        Frame.back(view, "/account", "Your account");
        pages.show(request, "account-data", view);
    }

    void download(Context request) {
        Visit visit = Visit.of(request);
        String json = Json.write(HeldJson.of(held(request)));
        rooms.personalData().taken(visit.actor(), visit.now());
        Downloads.send(
                request,
                "about-me-" + visit.today() + ".json",
                "application/json",
                json.getBytes(StandardCharsets.UTF_8));
    }

    private Held held(Context request) {
        Visit visit = Visit.of(request);
        return rooms.personalData()
                .of(visit.who().id(), visit.now(), rooms.clock().getZone());
    }

    private static List<View> details(Held held) {
        return List.of(
                View.row("Name", held.person().name()),
                View.row("E-mail address", held.person().email()),
                View.row("Employer", held.employer()),
                View.row("Job title", held.person().details().post()),
                View.row("Registration number", held.person().details().registration()),
                View.row("Signed in now", count(held.sessions().size(), "browser")));
    }

    /** How much of each kind; what it says is in the file, and on the papers themselves. */
    private List<View> written(Held held) {
        List<View> rows = new ArrayList<>();
        held.saves()
                .forEach(saves -> rows.add(View.row(
                        saves.title().isEmpty() ? "A paper" : saves.title(),
                        "Saved " + (saves.count() == 1 ? "once" : saves.count() + " times") + ", last "
                                + Times.words(saves.last(), rooms.clock()))));
        rows.add(View.row("Comments", count(held.comments().size(), "comment")));
        rows.add(View.row("Files that you added", count(held.evidence().size(), "file")));
        rows.add(View.row("Sections that you have read", count(held.readings().size(), "section")));
        return rows;
    }

    private View role(HeldRole role) {
        String where = rooms.people().organisations().get(role.organisation()).name();
        return line(Wording.capital(role.role().label()) + ", " + where, role.span());
    }

    private View part(Assignment part) {
        String code = rooms.portfolios()
                .find(part.portfolio())
                .map(portfolio -> portfolio.code())
                .orElse("a portfolio");
        String instead = part.isDeputy()
                ? "Deputy of the " + part.role().label()
                : Wording.capital(part.role().label());
        return line(instead + ", " + code, part.span());
    }

    private static View line(String words, Span span) {
        return new View().text("words", words).text("days", "From " + Times.day(span.from()) + Times.until(span));
    }

    private static View year(Held.Year year) {
        return new View()
                .text("href", "/portfolios/" + year.portfolio().id())
                .text("code", year.portfolio().code())
                .text(
                        "what",
                        Stream.of(
                                        count(year.documents().size(), "paper"),
                                        count(year.evidence().size(), "file"),
                                        count(year.access().size(), "entry")
                                                + " in the list of who opened and changed it")
                                .filter(words -> !words.startsWith(NONE))
                                .collect(Collectors.joining(", ")));
    }

    private static View line(AccessLine line) {
        return new View().text("sentence", line.sentence());
    }

    private static String count(int number, String what) {
        String many = what.endsWith("y") ? what.substring(0, what.length() - 1) + "ies" : what + "s";
        return number == 0 ? NONE : number + " " + (number == 1 ? what : many);
    }
}
