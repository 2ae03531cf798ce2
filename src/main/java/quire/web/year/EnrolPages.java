package quire.web.year;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import quire.core.Problem;
import quire.people.Deed;
import quire.people.Directory;
import quire.people.Organisation;
import quire.people.PortfolioRole;
import quire.portfolio.Beginning;
import quire.portfolio.Portfolio;
import quire.programme.KnownDates;
import quire.programme.Programme;
import quire.web.frame.Body;
import quire.web.frame.Boxes;
import quire.web.frame.Boxes.Option;
import quire.web.frame.Complaints;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Typed;
import quire.web.frame.TypedDay;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** Somebody begins a year: first who, then everything else on one page. */
final class EnrolPages {

    private static final String ADDRESS = "/cohort/enrol";
    /** More than that nobody reads; the box above the list is for finding them. */
    private static final int SHOWN = 25;

    private final Rooms rooms;
    private final Pages pages;

    EnrolPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    /** Without a person in the address it asks who; with one, everything else. */
    void form(Context request) {
        String asked = request.queryParam("person");
        if (asked == null) {
            choose(request);
            return;
        }
        Directory.Entry person = person(request, asked);
        LocalDate today = Visit.of(request).today();
        Typed usual = Typed.of(Map.of(
                "organisation", person.organisation().id(),
                "hours", String.valueOf(KnownDates.FULL_TIME),
                "start.year", String.valueOf(today.getYear())));
        form(request, person, usual, new Complaints());
    }

    void enrol(Context request) {
        Typed typed = new Typed(Body.form(request).fields());
        Directory.Entry person = person(request, typed.one("person"));
        Visit visit = Visit.of(request);
        Complaints complaints = new Complaints();
        Optional<Beginning> wanted = read(request, person, typed, complaints);
        if (wanted.isPresent()) {
            try {
                Portfolio begun =
                        rooms.portfolios().enrolments().begin(wanted.get(), visit.actor(), visit.now(), visit.today());
                request.redirect("/portfolios/" + begun.id() + "?done=enrolled", HttpStatus.SEE_OTHER);
                return;
            } catch (Problem refused) {
                complaints.add(refused);
            }
        }
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        form(request, person, typed, complaints);
    }

    private void choose(Context request) {
        String words =
                Optional.ofNullable(request.queryParam("text")).orElse("").strip();
        List<Directory.Entry> free = free(request);
        List<Directory.Entry> found = free.stream()
                .filter(entry -> (entry.person().name() + "\n" + entry.person().email())
                        .toLowerCase(Locale.UK)
                        .contains(words.toLowerCase(Locale.UK)))
                .toList();
        Boxes boxes = new Boxes(Typed.of(Map.of("text", words)), new Complaints());
        View view = Frame.page("Who begins a year?", "Cohort", Frame.At.COHORT)
                .group("text", boxes.line("text", "Name or e-mail", "").text("width", "govuk-input--width-20"))
                .text("found", found.size() > SHOWN ? "The first " + SHOWN + " of " + found.size() : "")
                .flag("imports", !where(request, Deed.MANAGE_PEOPLE).isEmpty())
                .list("people", found.stream().limit(SHOWN).map(EnrolPages::row).toList());
        Frame.back(view, "/cohort", "Cohort");
        pages.show(request, "enrol-who", view);
    }

    private static View row(Directory.Entry entry) {
        return new View()
                .text("href", ADDRESS + "?person=" + entry.person().id())
                .text("name", entry.person().name())
                .text("email", entry.person().email())
                .text("employer", entry.organisation().name());
    }

    private void form(Context request, Directory.Entry person, Typed typed, Complaints complaints) {
        Boxes boxes = new Boxes(typed, complaints);
        Candidates candidates = candidates(request);
        View view = Frame.page("Enrol " + person.person().name(), "Cohort", Frame.At.COHORT)
                .text("person", person.person().id())
                .text("email", person.person().email())
                .group("organisation", boxes.pick("organisation", "Employer", "", employers(request)))
                .group(
                        "programme",
                        boxes.choice(
                                "programme",
                                "Programme",
                                "They keep this version to the end, whatever is published later.",
                                programmes(person.organisation().id())))
                .group("start", boxes.day("start", "First day of the year", "For example, 27 3 2027."))
                .group(
                        "hours",
                        boxes.line("hours", "Working hours", "In per cent of full time. Fewer make the year longer.")
                                .text("width", "govuk-input--width-3"))
                .group("team", boxes.optional("team", "Team and its address", "As it is to stand on every paper."))
                .group("setting", boxes.optional("setting", "Whom the team works with", ""))
                .list(
                        "parts",
                        Candidates.PARTS.stream()
                                .map(role -> candidates.pick(
                                        boxes,
                                        role.word(),
                                        role,
                                        person.person().id()))
                                .toList());
        Frame.back(view, ADDRESS, "Choose somebody else");
        pages.show(request, "enrol", complaints.on(view));
    }

    private Optional<Beginning> read(Context request, Directory.Entry person, Typed typed, Complaints complaints) {
        Optional<Option> employer = chosen(employers(request), typed.one("organisation"));
        if (employer.isEmpty()) {
            complaints.add("organisation", "Choose the employer.");
        }
        Optional<Programme> programme = rooms.programmes().everyVersion().stream()
                .filter(one -> word(one).equals(typed.one("programme")))
                .findFirst();
        if (programme.isEmpty()) {
            complaints.add("programme", "Choose a programme.");
        }
        Optional<LocalDate> start = TypedDay.read(typed, "start", "the first day", complaints);
        String hours = typed.one("hours").strip();
        if (!hours.matches("\\d{1,3}")) {
            complaints.add("hours", "Enter the working hours as a number from 1 to 100.");
        }
        Map<PortfolioRole, String> parts = parts(request, typed, complaints);
        return complaints.isEmpty()
                ? Optional.of(new Beginning(
                        person.person().id(),
                        typed.one("organisation"),
                        programme.orElseThrow(),
                        typed.one("team"),
                        typed.one("setting"),
                        start.orElseThrow(),
                        Integer.parseInt(hours),
                        parts))
                : Optional.empty();
    }

    private Map<PortfolioRole, String> parts(Context request, Typed typed, Complaints complaints) {
        Candidates candidates = candidates(request);
        Map<PortfolioRole, String> parts = new EnumMap<>(PortfolioRole.class);
        for (PortfolioRole role : Candidates.PARTS) {
            String chosen = typed.one(role.word());
            if (!chosen.isEmpty() && !candidates.has(chosen)) {
                complaints.add(role.word(), "Choose one of the people in the list.");
            } else if (!chosen.isEmpty()) {
                parts.put(role, chosen);
            }
        }
        return parts;
    }

    /** The person that is asked for, if they can begin a year; whoever cannot is told of only where they may be seen. */
    private Directory.Entry person(Context request, String id) {
        return free(request).stream()
                .filter(entry -> entry.person().id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("Nobody of that name can begin a year."));
    }

    /** Everybody with access who is in no year now. */
    private List<Directory.Entry> free(Context request) {
        List<Organisation> here = where(request, Deed.ENROL);
        Set<String> taken = rooms
                .portfolios()
                .ofOrganisations(here.stream().map(Organisation::id).toList())
                .stream()
                .filter(portfolio -> portfolio.closed() == null)
                .map(Portfolio::nqsw)
                .collect(Collectors.toSet());
        return Candidates.active(rooms, here, Visit.of(request).today()).stream()
                .filter(entry -> !taken.contains(entry.person().id()))
                .toList();
    }

    private Candidates candidates(Context request) {
        return Candidates.of(
                rooms, where(request, Deed.ENROL), Visit.of(request).today());
    }

    private List<Option> employers(Context request) {
        return where(request, Deed.ENROL).stream()
                .map(organisation -> new Option(organisation.id(), organisation.name()))
                .toList();
    }

    /** The version that new people of the employer begin with comes first. */
    private List<Option> programmes(String organisation) {
        List<Option> options = new ArrayList<>();
        for (Programme newest : rooms.programmes().list()) {
            Programme usual = rooms.portfolios().cohorts().of(organisation, newest.id());
            options.add(option(usual, usual.equals(newest) ? "the current one" : "with which new people begin here"));
            rooms.programmes().everyVersion().stream()
                    .filter(other -> other.id().equals(newest.id()) && other.version() != usual.version())
                    .map(other -> option(other, other.version() < usual.version() ? "an earlier one" : "a newer one"))
                    .forEach(options::add);
        }
        return options;
    }

    private static Option option(Programme programme, String which) {
        return new Option(word(programme), programme.title(), "Version " + programme.version() + ", " + which + ".");
    }

    private static Optional<Option> chosen(List<Option> options, String value) {
        return options.stream().filter(option -> option.value().equals(value)).findFirst();
    }

    private static String word(Programme programme) {
        return programme.id() + "-" + programme.version();
    }

    private List<Organisation> where(Context request, Deed deed) {
        Visit visit = Visit.of(request);
        return rooms.people().organisationsWhere(visit.who().id(), deed, visit.today());
    }
}
