package quire.web.bundle;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import quire.bundle.Bundle;
import quire.bundle.Contents;
import quire.bundle.Release;
import quire.bundle.Releases;
import quire.core.Problem;
import quire.people.Person;
import quire.people.Span;
import quire.portfolio.Portfolio;
import quire.web.frame.Body;
import quire.web.frame.Boxes;
import quire.web.frame.Boxes.Option;
import quire.web.frame.BundleNames;
import quire.web.frame.Complaints;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.Typed;
import quire.web.frame.TypedDay;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** Who reads a final bundle and until when, and letting somebody else read it. */
final class ReaderPages {

    private static final String OTHER = "other";
    private static final int USUAL_DAYS = 14;

    private static final Map<String, String> DONE = Map.of(
            "released", "They can read the bundle on these days. A letter tells them.",
            "ended", "They cannot read the bundle any more.");

    private final Rooms rooms;
    private final Pages pages;
    private final Candidates candidates;

    ReaderPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
        this.candidates = new Candidates(rooms);
    }

    void form(Context request) {
        LocalDate today = Visit.of(request).today();
        Map<String, String> usual = new HashMap<>();
        usual.putAll(day("from", today));
        usual.putAll(day("until", today.plusDays(USUAL_DAYS)));
        form(request, Typed.of(usual), new Complaints());
    }

    void release(Context request) {
        Typed typed = new Typed(Body.form(request).fields());
        Complaints complaints = new Complaints();
        if (isReleased(request, typed, complaints)) {
            request.redirect(address(request) + "?done=released", HttpStatus.SEE_OTHER);
        } else {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
            form(request, typed, complaints);
        }
    }

    /** At once: whoever reads it at this moment gets nothing more. */
    void end(Context request) {
        Visit visit = Visit.of(request);
        Body.form(request);
        releases().end(bundle(request), request.pathParam("reader"), visit.actor(), visit.now());
        request.redirect(address(request) + "?done=ended", HttpStatus.SEE_OTHER);
    }

    private boolean isReleased(Context request, Typed typed, Complaints complaints) {
        boolean other = typed.one("reader").equals(OTHER);
        if (typed.one("reader").isEmpty()) {
            complaints.add("reader", "Choose who is to read the bundle");
        }
        if (other && !List.of("inside", "outside").contains(typed.one("works"))) {
            complaints.add("works", "Say where they work");
        }
        Optional<LocalDate> from = TypedDay.read(typed, "from", "the first day", complaints);
        Optional<LocalDate> until = TypedDay.read(typed, "until", "the last day", complaints);
        if (!complaints.isEmpty()) {
            return false;
        }
        try {
            Span span = Span.of(from.orElseThrow(), until.orElseThrow());
            release(request, typed, span);
            return true;
        } catch (Problem refused) {
            complaints.add(refused);
            return false;
        }
    }

    private void release(Context request, Typed typed, Span span) {
        Visit visit = Visit.of(request);
        Bundle bundle = bundle(request);
        Portfolio portfolio = visit.inPortfolio();
        if (typed.one("reader").equals(OTHER)) {
            Releases.Invited invited = new Releases.Invited(
                    typed.one("name"), typed.one("email"), typed.one("works").equals("outside"));
            releases().invite(bundle, portfolio, invited, span, visit.actor(), visit.now(), visit.today());
        } else {
            Person reader = candidates.get(bundle, visit, typed.one("reader"));
            releases().release(bundle, portfolio, reader.id(), span, visit.actor(), visit.now(), visit.today());
        }
    }

    private void form(Context request, Typed typed, Complaints complaints) {
        Visit visit = Visit.of(request);
        Bundle bundle = bundle(request);
        boolean coded = Contents.of(bundle).coded();
        Boxes boxes = new Boxes(typed, complaints);
        String employer = rooms.people()
                .organisations()
                .get(visit.inPortfolio().organisation())
                .name();
        View view = Frame.page("Who reads this bundle", visit.inPortfolio().code(), Frame.At.ELSEWHERE)
                .text("done", Frame.done(request, DONE))
                .text("bundle", bundle.title() + ". " + BundleNames.version(bundle))
                .text("identity", BundleWords.identity(coded))
                .text("action", address(request))
                .flag("other", typed.one("reader").equals(OTHER))
                .list("readers", readers(bundle, visit))
                .group("reader", boxes.pick("reader", "Who", "", options(bundle, visit)))
                .group("name", boxes.line("name", "Name", ""))
                .group(
                        "email",
                        boxes.line("email", "E-mail address", "They sign in with it.")
                                .text("type", "email"))
                .group("works", boxes.choice("works", "Where they work", "", works(employer)))
                .group("from", boxes.day("from", "First day", "For example, 27 3 2027."))
                .group("until", boxes.day("until", "Last day", "They can read it until the end of that day."));
        Frame.back(view, "/bundles/" + bundle.id(), "Back to the bundle");
        pages.show(request, "bundle-readers", complaints.on(view));
    }

    private static List<Option> works(String employer) {
        return List.of(
                new Option("inside", "At " + employer),
                new Option(
                        "outside",
                        "Somewhere else",
                        "They become an external moderator until the last day, and get only bundles in which people stand"
                                + " under a code."));
    }

    private List<Option> options(Bundle bundle, Visit visit) {
        Stream<Option> known = candidates.of(bundle, visit).stream()
                .map(entry -> new Option(
                        entry.person().id(),
                        entry.person().name() + ", " + entry.organisation().name()));
        return Stream.of(
                        Stream.of(new Option("", "Choose one")),
                        known,
                        Stream.of(new Option(OTHER, "Somebody else, named below")))
                .flatMap(all -> all)
                .toList();
    }

    private List<View> readers(Bundle bundle, Visit visit) {
        return releases().ofBundle(bundle).stream()
                .map(release -> reader(release, visit.today()))
                .toList();
    }

    private View reader(Release release, LocalDate today) {
        boolean over = release.isOver(today);
        return new View()
                .text("id", release.id())
                .text("name", rooms.people().persons().get(release.reader()).name())
                .text("from", Times.day(release.span().from()))
                .text("until", Times.day(release.lastDay()))
                .text("ended", release.ended() == null ? "" : Times.words(release.ended(), rooms.clock()))
                .flag("over", over)
                .flag("now", release.isOpen(today));
    }

    private static Map<String, String> day(String name, LocalDate day) {
        return Map.of(
                name + ".day", String.valueOf(day.getDayOfMonth()),
                name + ".month", String.valueOf(day.getMonthValue()),
                name + ".year", String.valueOf(day.getYear()));
    }

    /** A draft has no readers. */
    private Bundle bundle(Context request) {
        return rooms.bundles()
                .find(request.pathParam("bundle"))
                .filter(bundle -> bundle.edition().isSealed())
                .orElseThrow(() -> Problem.notFound("There is no such final bundle."));
    }

    private Releases releases() {
        return rooms.bundles().releases();
    }

    private static String address(Context request) {
        return "/bundles/" + request.pathParam("bundle") + "/readers";
    }
}
