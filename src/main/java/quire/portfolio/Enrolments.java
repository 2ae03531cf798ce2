package quire.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import quire.core.Finding;
import quire.core.Problem;
import quire.forms.Words;
import quire.people.Accounts;
import quire.people.Actor;
import quire.people.Assignments;
import quire.people.Enrolling;
import quire.people.Organisations;
import quire.people.Persons;
import quire.people.PortfolioRole;
import quire.people.Span;
import quire.programme.Programme;
import quire.programme.Programmes;
import quire.store.Database;
import quire.store.Transaction;

/** How somebody begins a year: the portfolio, its code, and everybody's part in it, at once. May be shared between threads. */
public final class Enrolments {

    private final Database database;
    private final Portfolios portfolios;
    private final Programmes programmes;

    Enrolments(Database database, Portfolios portfolios, Programmes programmes) {
        this.database = database;
        this.portfolios = portfolios;
        this.programmes = programmes;
    }

    /**
     * Opens a portfolio under the next code of its employer's year, gives everybody their part in it, and invites those who have
     * no account. Parts count from today, so that everybody can see what is coming, or from the first day of a year that has
     * begun.
     *
     * @throws Problem if the person has an open year already, or somebody would have two parts that cannot go together
     */
    public Portfolio begin(Beginning wanted, Actor actor, Instant now, LocalDate today) {
        return database.write(tx -> {
            tx.hold("year of", wanted.nqsw());
            PortfolioRules.refuse(objections(wanted));
            Programme programme = wanted.programme();
            PortfolioStore.keepProgramme(tx, programme, now);
            Portfolio portfolio = portfolios.enrol(enrolment(tx, wanted), actor, now);
            LocalDate from = wanted.start().isBefore(today) ? wanted.start() : today;
            Assignments assignments = new Assignments(database);
            assignments.assign(portfolio.id(), PortfolioRole.NQSW, wanted.nqsw(), Span.from(from), actor, now);
            wanted.parts()
                    .forEach((role, person) ->
                            assignments.assign(portfolio.id(), role, person, Span.from(from), actor, now));
            Accounts accounts = new Accounts(database);
            accounts.welcome(wanted.nqsw(), actor, now, today);
            wanted.parts().values().forEach(person -> accounts.welcome(person, actor, now, today));
            return portfolio;
        });
    }

    /** The year that somebody is in now. */
    public Optional<Portfolio> open(String person) {
        return portfolios.ofPerson(person).stream()
                .filter(one -> one.closed() == null)
                .reduce((earlier, later) -> later);
    }

    private Enrolment enrolment(Transaction tx, Beginning wanted) {
        String employer = new Organisations(database).get(wanted.organisation()).name();
        return new Enrolment(
                PortfolioCodes.next(tx, employer, wanted.start().getYear()),
                wanted.nqsw(),
                wanted.organisation(),
                wanted.programme(),
                line(wanted.team()),
                line(wanted.setting()),
                Map.of(),
                wanted.start(),
                wanted.hours());
    }

    private static String line(String typed) {
        return Words.trim(Words.printable(typed).replaceAll("\\s+", " "));
    }

    private List<Finding> objections(Beginning wanted) {
        List<Finding> findings = new ArrayList<>();
        String name = new Persons(database).get(wanted.nqsw()).name();
        open(wanted.nqsw())
                .ifPresent(year -> findings.add(PortfolioRules.refused(
                        "person", name + " is in a year already, " + year.code() + ", which is not closed")));
        wanted.parts().forEach((role, person) -> {
            new Persons(database).get(person);
            if (person.equals(wanted.nqsw())) {
                findings.add(PortfolioRules.refused(role.word(), "Nobody can be their own " + role.label()));
            }
        });
        return findings;
    }

    /**
     * What the import of people has to know of portfolios: somebody's open one, and how to make a new one, under a code of
     * its own, in the version of a programme that new people of their employer begin with.
     *
     * @param actor who imports
     */
    public Enrolling enrolling(Actor actor, Instant now) {
        Organisations organisations = new Organisations(database);
        return new Enrolling(
                programmes.list().stream().map(Programme::id).collect(Collectors.toSet()),
                person -> open(person)
                        .map(one -> new Enrolling.Enrolled(
                                one.id(), one.programme().id(), one.dates().start())),
                wanted -> database.write(tx -> {
                    Programme programme = portfolios.cohorts().of(wanted.organisation(), wanted.programme());
                    PortfolioStore.keepProgramme(tx, programme, now);
                    String employer = organisations.get(wanted.organisation()).name();
                    String code =
                            PortfolioCodes.next(tx, employer, wanted.start().getYear());
                    return portfolios
                            .enrol(
                                    Enrolment.of(
                                            code, wanted.person(), wanted.organisation(), programme, wanted.start()),
                                    actor,
                                    now)
                            .id();
                }));
    }
}
