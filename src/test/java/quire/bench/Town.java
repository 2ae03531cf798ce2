package quire.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import quire.forms.Form;
import quire.forms.Forms;
import quire.people.Actor;
import quire.people.Organisation;
import quire.people.People;
import quire.people.Person;
import quire.people.PortfolioRole;
import quire.people.Span;
import quire.portfolio.Document;
import quire.portfolio.Documents;
import quire.portfolio.Enrolment;
import quire.portfolio.Portfolio;
import quire.portfolio.Portfolios;
import quire.programme.Programmes;
import quire.store.Database;

/** Many people in an empty record, each social worker with a year and a paper begun, everybody signed in. */
final class Town {

    /**
     * Somebody who writes.
     *
     * @param token of their session
     * @param document the id of the paper that they have open
     */
    record Writer(String token, String document) {}

    /**
     * Somebody who reads.
     *
     * @param portfolios the ids of those whom they assess
     * @param documents the ids of their papers
     */
    record Reader(String token, List<String> portfolios, List<String> documents) {}

    final List<Writer> writers = new ArrayList<>();
    final List<Reader> readers = new ArrayList<>();

    private final People people;
    private final Portfolios portfolios;
    private final Documents documents;
    private final Form form;
    private final Programmes programmes;
    private final Instant now;
    private final LocalDate today;
    private final Organisation council;

    private Town(Database database, Forms forms, Programmes programmes, Instant now) {
        this.people = People.of(database);
        this.portfolios = new Portfolios(database, programmes);
        this.documents = new Documents(database, forms);
        this.form = forms.get("direct-observation", 2);
        this.programmes = programmes;
        this.now = now;
        this.today = LocalDate.ofInstant(now, ZoneId.systemDefault());
        this.council = people.organisations()
                .add(Organisation.Details.of("Northvale Council", "1 High Street"), Actor.SYSTEM, now);
    }

    static Town in(Database database, Forms forms, Programmes programmes, int writers, int readers, Instant now) {
        Town town = new Town(database, forms, programmes, now);
        database.run(tx -> town.settle(writers, readers));
        return town;
    }

    private void settle(int many, int fewer) {
        List<Person> assessors = new ArrayList<>();
        for (int i = 0; i < fewer; i++) {
            Person assessor = person("Ruth Example " + i, "ruth" + i);
            assessors.add(assessor);
            readers.add(new Reader(token(assessor), new ArrayList<>(), new ArrayList<>()));
        }
        for (int i = 0; i < many; i++) {
            settle(i, assessors.get(i % fewer), readers.get(i % fewer));
        }
    }

    private void settle(int number, Person assessor, Reader reader) {
        Person nqsw = person("Ana Example " + number, "ana" + number);
        LocalDate start = today.minusMonths(2);
        Portfolio portfolio = portfolios.enrol(
                Enrolment.of("NV-" + number, nqsw.id(), council.id(), programmes.get("adult", 2), start),
                Actor.SYSTEM,
                now);
        assign(portfolio, PortfolioRole.NQSW, nqsw, start);
        assign(portfolio, PortfolioRole.ASSESSOR, assessor, start);
        Actor actor = Actor.of(nqsw.id());
        Document paper = documents.start(portfolio, "observation-1", form, 0, actor, now, today);
        documents.save(paper.id(), "before", Map.of("planning", "What I plan. ".repeat(60)), 1, actor, now, today);
        writers.add(new Writer(token(nqsw), paper.id()));
        reader.portfolios().add(portfolio.id());
        reader.documents().add(paper.id());
    }

    private Person person(String name, String email) {
        return people.persons()
                .add(Person.Details.of(name, email + "@people.example", council.id()), Actor.SYSTEM, now);
    }

    private void assign(Portfolio portfolio, PortfolioRole role, Person person, LocalDate start) {
        people.assignments().assign(portfolio.id(), role, person.id(), Span.from(start), Actor.SYSTEM, now);
    }

    private String token(Person person) {
        return people.sessions().open(person.id(), null, now).token();
    }
}
