package quire.testkit;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import quire.people.Actor;
import quire.people.Organisation;
import quire.people.People;
import quire.people.Person;
import quire.people.PortfolioRole;
import quire.people.Role;
import quire.people.Span;
import quire.portfolio.Document;
import quire.portfolio.Enrolment;
import quire.portfolio.Portfolio;
import quire.programme.FormPin;

/**
 * People in a house: one employer with a portfolio and everybody around it, another employer with the same, and somebody
 * whose part has ended. Names are what they are: {@code cast.person("assessor")}.
 */
public final class Cast {

    public static final LocalDate START = LocalDate.of(2026, 9, 1);
    private static final LocalDate LONG_AGO = LocalDate.of(2025, 1, 1);

    private final WebHouse house;
    private final Map<String, Person> persons = new LinkedHashMap<>();
    private final Map<String, Portfolio> portfolios = new LinkedHashMap<>();

    private Cast(WebHouse house) {
        this.house = house;
    }

    /** Fills a house. Everybody of the other employer has “other ” before what they are. */
    public static Cast in(WebHouse house) {
        Cast cast = new Cast(house);
        // As one piece of work: each by itself would wait for the disk.
        house.write(tx -> cast.fill());
        return cast;
    }

    private void fill() {
        Organisation own = house.rooms()
                .people()
                .organisations()
                .findByName("Northvale Council")
                .orElseThrow();
        Organisation other = house.rooms()
                .people()
                .organisations()
                .add(
                        Organisation.Details.of("Eastmere Trust", "2 Quay Street"),
                        Actor.SYSTEM,
                        WebHouse.CLOCK.instant());
        employer(own, "", "NV-2026-001");
        employer(other, "other ", "EM-2026-001");
        ended(own);
    }

    public Person person(String what) {
        return Objects.requireNonNull(persons.get(what), what);
    }

    /** The portfolio of the social worker of that name. */
    public Portfolio portfolio(String nqsw) {
        return Objects.requireNonNull(portfolios.get(nqsw), nqsw);
    }

    /** Everybody, by what they are. */
    public Map<String, Person> everybody() {
        return Map.copyOf(persons);
    }

    /** The browser of somebody who is signed in. */
    public Ask ask(String what) {
        return house.ask(person(what));
    }

    /** A paper of somebody's own portfolio, begun by them, whether its time has come or not. */
    public Document start(String nqsw, String paper) {
        return start(nqsw, paper, 0);
    }

    /** The same by somebody who knows of so many papers of the kind. */
    public Document start(String nqsw, String paper, int seen) {
        Portfolio portfolio = portfolio(nqsw);
        FormPin pin = portfolio.plan().get(paper).form();
        return house.rooms()
                .documents()
                .start(
                        portfolio,
                        paper,
                        house.rooms().forms().get(pin.form(), pin.version()),
                        seen,
                        Actor.of(person(nqsw).id()),
                        house.rooms().clock().instant(),
                        house.rooms().today());
    }

    private void employer(Organisation organisation, String prefix, String code) {
        Person nqsw = add(prefix + "nqsw", organisation);
        Portfolio portfolio = house.rooms()
                .portfolios()
                .enrol(
                        Enrolment.of(
                                code,
                                nqsw.id(),
                                organisation.id(),
                                house.rooms().programmes().get("adult", 2),
                                START),
                        Actor.SYSTEM,
                        WebHouse.CLOCK.instant());
        portfolios.put(prefix + "nqsw", portfolio);
        assign(portfolio, PortfolioRole.NQSW, nqsw, Span.from(START));
        for (PortfolioRole part : PortfolioRole.values()) {
            if (part != PortfolioRole.NQSW) {
                assign(portfolio, part, add(prefix + part.word(), organisation), Span.from(START));
            }
        }
        for (Role role : Role.values()) {
            String what = prefix + (role == Role.COORDINATOR ? "organisation's coordinator" : role.word());
            Person person = add(what, organisation);
            house.rooms()
                    .people()
                    .roles()
                    .give(
                            person.id(),
                            role,
                            organisation.id(),
                            Span.from(LONG_AGO),
                            Actor.SYSTEM,
                            WebHouse.CLOCK.instant());
        }
        add(prefix + "nobody", organisation);
    }

    /** Somebody whose part in the portfolio is over, and an administrator who is one no more. */
    private void ended(Organisation organisation) {
        Span before = new Span(START, START.plusDays(30));
        Person assessor = add("ended assessor", organisation);
        // Whoever came after them has the part today.
        Portfolio second = house.rooms()
                .portfolios()
                .enrol(
                        Enrolment.of(
                                "NV-2026-002",
                                person("nobody").id(),
                                organisation.id(),
                                house.rooms().programmes().get("adult", 2),
                                START),
                        Actor.SYSTEM,
                        WebHouse.CLOCK.instant());
        portfolios.put("ended assessor", second);
        assign(second, PortfolioRole.ASSESSOR, assessor, before);
        Person administrator = add("ended administrator", organisation);
        house.rooms()
                .people()
                .roles()
                .give(
                        administrator.id(),
                        Role.ADMINISTRATOR,
                        organisation.id(),
                        before,
                        Actor.SYSTEM,
                        WebHouse.CLOCK.instant());
    }

    private void assign(Portfolio portfolio, PortfolioRole role, Person person, Span span) {
        house.rooms()
                .people()
                .assignments()
                .assign(portfolio.id(), role, person.id(), span, Actor.SYSTEM, WebHouse.CLOCK.instant());
    }

    private Person add(String what, Organisation organisation) {
        String name = "Alex " + what.substring(0, 1).toUpperCase(Locale.UK) + what.substring(1);
        String email = what.replaceAll("[^a-z]+", ".") + "@" + "people.example";
        People people = house.rooms().people();
        Person person = people.persons()
                .add(Person.Details.of(name, email, organisation.id()), Actor.SYSTEM, WebHouse.CLOCK.instant());
        persons.put(what, person);
        return person;
    }
}
