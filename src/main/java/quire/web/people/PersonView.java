package quire.web.people;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quire.core.Problem;
import quire.people.Assignment;
import quire.people.Deed;
import quire.people.Directory;
import quire.people.HeldRole;
import quire.people.Organisation;
import quire.people.People;
import quire.people.Permits;
import quire.people.Person;
import quire.people.Role;
import quire.people.Span;
import quire.portfolio.Portfolio;
import quire.post.KeptLetter;
import quire.web.frame.Boxes.Option;
import quire.web.frame.Frame;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.View;
import quire.web.frame.Visit;
import quire.web.frame.Wording;

/** The page of a person, for those who look after people: nothing of what they are elsewhere stands on it. */
final class PersonView {

    private static final String BEYOND =
            " also has a role that you do not look after, so only somebody who looks after that one can do this.";

    private final Rooms rooms;

    PersonView(Rooms rooms) {
        this.rooms = rooms;
    }

    View of(Person person, Visit visit) {
        Organisation employer = people().organisations().get(person.organisation());
        Directory.Entry entry = people().directory().get(person, employer, visit.today());
        boolean manages = may(visit, Deed.MANAGE_PEOPLE);
        boolean whole = people().looksAfter(visit.who().id(), person.id(), visit.today());
        boolean active = person.isActive(visit.today());
        boolean open = people().accounts().hasPassword(person.id());
        View view = Frame.page(person.name(), "", Frame.At.PEOPLE)
                .text("address", "/people/" + person.id())
                .text("first", person.name())
                .list("details", details(person, employer))
                .group("account", AccountStates.view(entry, rooms.clock()))
                .flag("undelivered", manages && isUndelivered(person))
                .list("roles", roles(person, visit))
                .list("parts", parts(person, visit))
                .flag("manages", manages && whole)
                .flag("beyond", manages && !whole)
                .flag("gives", may(visit, Deed.GIVE_ROLE) && active)
                .flag("invites", active && !open)
                .flag("resets", active && open)
                .flag("secondStep", people().secondSteps().isOn(person.id()))
                .flag("ends", person.endedOn() == null)
                .flag("restores", person.endedOn() != null);
        return Frame.back(view, "/people", "People");
    }

    /**
     * The person that an address names, of whose account everything is in the visitor's hands.
     *
     * @throws Problem if they hold a role that the visitor does not look after
     */
    Person managed(Context request) {
        Person person = PersonPages.asked(rooms, request);
        Visit visit = Visit.of(request);
        if (!people().looksAfter(visit.who().id(), person.id(), visit.today())) {
            throw Problem.of(Problem.Kind.CONFLICT, person.name() + BEYOND);
        }
        return person;
    }

    /** Organisations to choose from; nothing is chosen for anybody where there are several. */
    static List<Option> choose(List<Organisation> organisations) {
        Stream<Option> all = organisations.stream().map(PersonPages::option);
        return (organisations.size() == 1 ? all : Stream.concat(Stream.of(new Option("", "Choose one")), all)).toList();
    }

    /** Whether the last letter about their account has come to nothing. */
    private boolean isUndelivered(Person person) {
        return rooms.post().outbox().about("person", person.id()).stream()
                .limit(1)
                .anyMatch(letter ->
                        letter.state() == KeptLetter.State.BOUNCED || letter.state() == KeptLetter.State.FAILED);
    }

    private static List<View> details(Person person, Organisation employer) {
        return List.of(
                View.row("E-mail address", person.email()),
                View.row("Employer", employer.name()),
                View.row("Job title", person.details().post()),
                View.row("Registration number", person.details().registration()));
    }

    private List<View> roles(Person person, Visit visit) {
        Set<String> seen = people().organisationsWhere(visit.who().id(), Deed.SEE_PEOPLE, visit.today()).stream()
                .map(Organisation::id)
                .collect(Collectors.toSet());
        return people().roles().history(person.id()).stream()
                .filter(held ->
                        seen.contains(held.organisation()) && !held.span().isEmpty())
                .map(held -> role(held, visit))
                .toList();
    }

    private View role(HeldRole held, Visit visit) {
        boolean over = held.span().isOver(visit.today());
        return new View()
                .text("label", Wording.capital(held.role().label()))
                .text("where", people().organisations().get(held.organisation()).name())
                .text("days", days(held.span()))
                .flag("over", over)
                .text(
                        "end",
                        !over && mayEnd(held, visit)
                                ? "/people/" + held.person() + "/roles/" + held.id() + "/end"
                                : "");
    }

    /** Whether the visitor may end a role: they look after it and, of operators, only those who may make one. */
    boolean mayEnd(HeldRole held, Visit visit) {
        LocalDate today = visit.today();
        String visitor = visit.who().id();
        return held.role() == Role.OPERATOR
                ? Permits.of(people().standings().anywhere(visitor, today), Deed.GIVE_OPERATOR)
                        .allowed()
                : Permits.of(people().standings().toOrganisation(visitor, held.organisation(), today), Deed.GIVE_ROLE)
                        .allowed();
    }

    /** Only those of portfolios that the visitor may know of. */
    private List<View> parts(Person person, Visit visit) {
        return people().assignments().ofPerson(person.id(), visit.today()).stream()
                .flatMap(part -> rooms.portfolios().find(part.portfolio()).stream()
                        .filter(portfolio -> mayKnow(portfolio, visit))
                        .map(portfolio -> part(part, portfolio)))
                .toList();
    }

    private boolean mayKnow(Portfolio portfolio, Visit visit) {
        return Permits.of(
                        people().standings()
                                .toPortfolio(
                                        visit.who().id(),
                                        portfolio.id(),
                                        portfolio.organisation(),
                                        visit.now(),
                                        visit.today()),
                        Deed.SEE_PORTFOLIO)
                .allowed();
    }

    private View part(Assignment part, Portfolio portfolio) {
        String deputy = part.deputyFor() == null
                ? ""
                : ", standing in for "
                        + people().persons().get(part.deputyFor()).name();
        return new View()
                .text("label", Wording.capital(part.role().label()) + deputy)
                .text("code", portfolio.code())
                .text("nqsw", people().persons().get(portfolio.nqsw()).name())
                .text("href", "/portfolios/" + portfolio.id())
                .text("days", days(part.span()));
    }

    private static String days(Span span) {
        return "From " + Times.day(span.from()) + Times.until(span);
    }

    private static boolean may(Visit visit, Deed deed) {
        return Permits.of(visit.stands(), deed).allowed();
    }

    private People people() {
        return rooms.people();
    }
}
