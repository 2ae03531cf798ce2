package quire.web.paper;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quire.core.Problem;
import quire.people.Deed;
import quire.people.Permits;
import quire.portfolio.Document;
import quire.portfolio.Reopening;
import quire.portfolio.Reopenings;
import quire.web.frame.Body;
import quire.web.frame.Boxes;
import quire.web.frame.BundleNames;
import quire.web.frame.Complaints;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Posted;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.Typed;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** Two people open a paper again that stands in a bundle: one has asked, and another agrees or does not. */
final class ReopeningPages {

    private static final String WORDS = "words";

    private final Rooms rooms;
    private final Pages pages;
    private final ReturnPages returns;

    ReopeningPages(Rooms rooms, Pages pages, ReturnPages returns) {
        this.rooms = rooms;
        this.pages = pages;
        this.returns = returns;
    }

    /** Puts what is asked, or how it was answered last, into the page of a paper, for those who may open it again. */
    static void tell(View view, Document document, Visit visit, Rooms rooms) {
        boolean may = visit.portfolio() != null
                && document.isClosed()
                && Permits.of(visit.stands(), Deed.REOPEN_SIGNED).allowed();
        Optional<Reopening> last = may ? holding(document, rooms) : Optional.empty();
        view.list(
                        "reopening",
                        last.filter(Reopening::isOpen).stream()
                                .map(asked -> asked(asked, visit, rooms))
                                .toList())
                .list(
                        "declined",
                        last.stream().flatMap(one -> declined(one, rooms)).toList());
    }

    /** The last request, while the paper is signed as it was then. */
    private static Optional<Reopening> holding(Document document, Rooms rooms) {
        Reopenings reopenings = rooms.documents().reopenings();
        return reopenings.last(document.id()).filter(asked -> !reopenings.hasLapsed(asked));
    }

    private static View asked(Reopening asked, Visit visit, Rooms rooms) {
        return new View()
                .text("who", name(asked.by(), asked.deputyOf(), rooms))
                .text("at", Times.words(asked.at(), rooms.clock()))
                .flag("yours", asked.isBy(visit.actor()))
                .flag("answers", asked.canBeAnsweredBy(visit.actor()));
    }

    private static Stream<View> declined(Reopening asked, Rooms rooms) {
        Reopening.Answer answer = asked.answer();
        return answer == null || answer.outcome() != Reopening.Outcome.DECLINED
                ? Stream.empty()
                : Stream.of(new View()
                        .text("who", name(answer.by(), answer.deputyOf(), rooms))
                        .text("at", Times.words(answer.at(), rooms.clock()))
                        .prose("words", answer.words()));
    }

    private static String name(String person, @Nullable String deputyOf, Rooms rooms) {
        var persons = rooms.people().persons();
        String own = persons.get(person).name();
        return deputyOf == null
                ? own
                : own + ", standing in for " + persons.get(deputyOf).name() + ",";
    }

    /** What is asked, if something is; else the page on which one asks. */
    void show(Context request) {
        show(request, Typed.NOTHING, new Complaints());
    }

    private void show(Context request, Typed typed, Complaints complaints) {
        Visit visit = Visit.of(request);
        Document document = rooms.documents().get(visit.inDocument().id());
        Optional<Reopening> asked = holding(document, rooms).filter(Reopening::isOpen);
        if (asked.isPresent()) {
            show(request, document, asked.get(), typed, complaints);
        } else {
            returns.askToReopen(request, complaints);
        }
    }

    private void show(Context request, Document document, Reopening asked, Typed typed, Complaints complaints) {
        Visit visit = Visit.of(request);
        String address = "/documents/" + document.id();
        View view = Frame.page("Open this paper again?", document.title(), DocumentPages.at(visit))
                .text("action", address + "/reopen")
                .number("request", asked.number())
                .group("asked", asked(asked, visit, rooms).prose("reason", asked.reason()))
                .list(
                        "sections",
                        asked.sections().stream()
                                .map(section -> new View()
                                        .text(
                                                "title",
                                                document.form().section(section).title()))
                                .toList())
                .list(
                        "bundles",
                        BundleNames.list(rooms, rooms.documents().reopenings().bundles(document.id()), visit))
                .group(
                        WORDS,
                        new Boxes(typed, complaints)
                                .lines(
                                        WORDS,
                                        "What do you say to it?",
                                        "Whoever asked reads this. If you do not agree, write why.")
                                .flag("optional", false));
        Frame.back(view, address, "Back to all sections");
        pages.show(request, "reopening", complaints.on(view));
    }

    /** The second person agrees or does not. */
    void answer(Context request) {
        Visit visit = Visit.of(request);
        String id = visit.inDocument().id();
        Posted posted = Body.form(request);
        int number = number(posted);
        boolean agrees = agrees(posted);
        run(request, posted, agrees ? "reopened" : "declined", reopenings -> {
            if (agrees) {
                reopenings.agree(id, number, posted.one(WORDS), visit.actor(), visit.now(), visit.today());
            } else {
                reopenings.decline(id, number, posted.one(WORDS), visit.actor(), visit.now());
            }
        });
    }

    void takeBack(Context request) {
        Visit visit = Visit.of(request);
        Posted posted = Body.form(request);
        int number = number(posted);
        run(
                request,
                posted,
                "taken-back",
                reopenings -> reopenings.takeBack(visit.inDocument().id(), number, visit.actor(), visit.now()));
    }

    private void run(Context request, Posted posted, String done, Consumer<Reopenings> verb) {
        try {
            verb.accept(rooms.documents().reopenings());
            request.redirect(
                    "/documents/" + Visit.of(request).inDocument().id() + "?done=" + done, HttpStatus.SEE_OTHER);
        } catch (Problem refused) {
            Complaints complaints = new Complaints().add(refused);
            request.status(
                    refused.kind() == Problem.Kind.CONFLICT ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
            show(request, new Typed(posted.fields()), complaints);
        }
    }

    private static boolean agrees(Posted posted) {
        return switch (posted.one("answer")) {
            case "agree" -> true;
            case "decline" -> false;
            default -> throw Body.malformed("The page did not arrive whole. Nothing was changed. Load it again.");
        };
    }

    private static int number(Posted posted) {
        String number = posted.one("request");
        if (!number.matches("[0-9]{1,9}")) {
            throw Body.malformed("The page did not arrive whole. Nothing was changed. Load it again.");
        }
        return Integer.parseInt(number);
    }
}
