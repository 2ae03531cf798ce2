package quire.faults;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import quire.forms.Forms;
import quire.people.Actor;
import quire.people.Organisation;
import quire.people.People;
import quire.people.Person;
import quire.people.PortfolioRole;
import quire.people.Span;
import quire.portfolio.Enrolment;
import quire.portfolio.Portfolios;
import quire.programme.Programmes;
import quire.store.Database;
import quire.testkit.OwnProcess;

/** Some social workers and an assessor each, who look after nothing but notes, put into an empty record. */
final class SmallHouse {

    static final String PASSWORD = "plum otter violin snowfall";

    private static final Programmes PROGRAMMES = programmes();

    /**
     * Somebody and whoever assesses them.
     *
     * @param portfolio the id of their portfolio
     */
    record Pair(String nqsw, String assessor, String portfolio) {}

    private SmallHouse() {}

    /** @param now by the machine's clock, as the server will read it */
    static List<Pair> in(Database database, int pairs, Instant now) {
        People people = People.of(database);
        Organisation council = people.organisations()
                .add(Organisation.Details.of("Northvale Council", "1 High Street"), Actor.SYSTEM, now);
        Portfolios portfolios = new Portfolios(database, PROGRAMMES);
        LocalDate start = LocalDate.ofInstant(now, ZoneOffset.UTC).minusMonths(2);
        List<Pair> all = new ArrayList<>();
        List<String> persons = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            Person nqsw = person(people, "Ana " + (char) ('A' + i), "ana" + i, council, now);
            Person assessor = person(people, "Ruth " + (char) ('A' + i), "ruth" + i, council, now);
            Enrolment enrolment = Enrolment.of("NV-" + i, nqsw.id(), council.id(), PROGRAMMES.get("small", 1), start);
            String id = portfolios.enrol(enrolment, Actor.SYSTEM, now).id();
            assign(people, id, PortfolioRole.NQSW, nqsw, start, now);
            assign(people, id, PortfolioRole.ASSESSOR, assessor, start, now);
            all.add(new Pair(nqsw.email(), assessor.email(), id));
            persons.addAll(List.of(nqsw.id(), assessor.id()));
        }
        people.accounts().openInvented(persons, PASSWORD, now);
        return all;
    }

    static Instant now() {
        return Clock.systemUTC().instant();
    }

    private static Person person(People people, String name, String email, Organisation council, Instant now) {
        return people.persons()
                .add(Person.Details.of(name, email + "@people.example", council.id()), Actor.SYSTEM, now);
    }

    private static void assign(
            People people, String portfolio, PortfolioRole role, Person person, LocalDate start, Instant now) {
        people.assignments().assign(portfolio, role, person.id(), Span.from(start), Actor.SYSTEM, now);
    }

    private static Programmes programmes() {
        Forms forms = Forms.load(OwnProcess.SMALL.resolve("forms"));
        return Programmes.load(OwnProcess.SMALL.resolve("forms/programmes"), forms);
    }
}
