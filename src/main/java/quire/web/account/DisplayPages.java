package quire.web.account;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import quire.core.Problem;
import quire.people.Display;
import quire.web.frame.Body;
import quire.web.frame.Boxes;
import quire.web.frame.Boxes.Option;
import quire.web.frame.Complaints;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Posted;
import quire.web.frame.Rooms;
import quire.web.frame.Typed;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** Somebody says how they want to read. */
final class DisplayPages {

    private static final List<Option> FONTS = List.of(
            new Option("arial", "Arial"),
            new Option("verdana", "Verdana", "Wider letters, further apart."),
            new Option(
                    "open_dyslexic",
                    "OpenDyslexic",
                    "Only where it is installed on your device; Arial is shown where it is not."));

    private static final List<Option> SIZES =
            List.of(new Option("normal", "Normal"), new Option("large", "Large"), new Option("larger", "Larger"));

    private static final List<Option> SPACINGS =
            List.of(new Option("normal", "Normal"), new Option("wide", "Wide"), new Option("wider", "Wider"));

    private static final List<Option> BACKGROUNDS = List.of(
            new Option("white", "White"),
            new Option("cream", "Cream"),
            new Option("pale_blue", "Pale blue"),
            new Option("dark", "Dark, with light letters"));

    private final Rooms rooms;
    private final Pages pages;

    DisplayPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    void show(Context request) {
        Display display = Visit.of(request).who().person().display();
        show(
                request,
                Typed.of(Map.of(
                        "font", Display.word(display.font()),
                        "size", Display.word(display.size()),
                        "spacing", Display.word(display.spacing()),
                        "background", Display.word(display.background()))),
                new Complaints());
    }

    void choose(Context request) {
        Posted posted = Body.form(request);
        Visit visit = Visit.of(request);
        try {
            Display display =
                    Display.of(posted.one("font"), posted.one("size"), posted.one("spacing"), posted.one("background"));
            rooms.people().persons().display(visit.who().id(), display, visit.actor(), visit.now());
            request.redirect("/account?done=display", HttpStatus.SEE_OTHER);
        } catch (Problem refused) {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(request, new Typed(posted.fields()), new Complaints().add(refused));
        }
    }

    private void show(Context request, Typed typed, Complaints complaints) {
        Boxes boxes = new Boxes(typed, complaints);
        View view = Frame.page("How pages look", "", Frame.At.ELSEWHERE)
                .group("font", boxes.choice("font", "Letters", "", FONTS))
                .group("size", boxes.choice("size", "Size", "", SIZES))
                .group("spacing", boxes.choice("spacing", "Space between lines", "", SPACINGS))
                .group("background", boxes.choice("background", "Background", "", BACKGROUNDS));
        Frame.back(view, "/account", "Your account");
        pages.show(request, "account-display", complaints.on(view));
    }
}
