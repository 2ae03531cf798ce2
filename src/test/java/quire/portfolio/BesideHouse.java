package quire.portfolio;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import quire.forms.Form;
import quire.forms.FormReader;
import quire.forms.Forms;
import quire.people.Actor;
import quire.people.Assignments;
import quire.people.Organisation;
import quire.people.Organisations;
import quire.people.Person;
import quire.people.Persons;
import quire.people.PortfolioRole;
import quire.people.Span;
import quire.programme.Programmes;
import quire.store.Database;
import quire.trail.Recorded;
import quire.trail.Sought;
import quire.trail.Trail;

/** A portfolio with its people and one of its papers, for tests of what is put beside the papers. */
final class BesideHouse {

    static final Programmes PROGRAMMES = Programmes.load(Path.of("forms/programmes"), Forms.load(Path.of("forms")));
    static final Form FORM = FormReader.read("""
                    form: observation
                    version: 1
                    title: Direct observation
                    series: {min: 3, label: "Direct observation {n}"}
                    roles:
                      nqsw: {label: "Social worker", from: portfolio}
                    sections:
                      - id: before
                        title: "Before"
                        owner: nqsw
                        fields:
                          - {id: plan, type: longtext, label: "Plan"}
                      - id: after
                        title: "After"
                        owner: nqsw
                        fields:
                          - {id: learned, type: longtext, label: "What did you learn?"}
                    sign_off:
                      - {step: 1, by: {all: [nqsw]}, covers: [before, after], statement: "I wrote this."}
                    """, "observation.yaml").orThrow();
    static final Instant NOW = Instant.parse("2026-03-03T14:32:00Z");
    static final LocalDate TODAY = LocalDate.parse("2026-03-03");
    static final LocalDate START = LocalDate.parse("2026-01-05");

    final Database database;
    final Trail trail;
    final Persons persons;
    final Assignments assignments;
    final Portfolios portfolios;
    final Documents documents;
    final Organisation organisation;
    final Person ana;
    final Person ruth;
    final Actor asAna;
    final Actor asRuth;
    final String portfolio;

    BesideHouse(Database database) {
        this.database = database;
        trail = new Trail(database);
        persons = new Persons(database);
        assignments = new Assignments(database);
        portfolios = new Portfolios(database, PROGRAMMES);
        documents = new Documents(database);
        organisation = new Organisations(database)
                .add(Organisation.Details.of("Vale Council", "1 High Street"), Actor.SYSTEM, NOW);
        ana = person("Ana Example", "ana@example.org");
        ruth = person("Ruth Vale", "ruth@example.org");
        asAna = Actor.of(ana.id());
        asRuth = Actor.of(ruth.id());
        portfolio = enrol("NV-2026-001", ana);
        assign(PortfolioRole.ASSESSOR, ruth);
    }

    Person person(String name, String email) {
        return persons.add(Person.Details.of(name, email, organisation.id()), Actor.SYSTEM, NOW);
    }

    String enrol(String code, Person nqsw) {
        String id = portfolios
                .enrol(
                        Enrolment.of(code, nqsw.id(), organisation.id(), PROGRAMMES.get("adult", 2), START),
                        Actor.SYSTEM,
                        NOW)
                .id();
        assignments.assign(id, PortfolioRole.NQSW, nqsw.id(), Span.from(START), Actor.SYSTEM, NOW);
        return id;
    }

    void assign(PortfolioRole role, Person person) {
        assignments.assign(portfolio, role, person.id(), Span.from(START), Actor.SYSTEM, NOW);
    }

    String document() {
        return document(portfolio);
    }

    String document(String in) {
        return documents
                .start(new Placement(in, "observation-1"), FORM, Map.of(), asAna, NOW, TODAY)
                .id();
    }

    /** A document that belongs to no portfolio. */
    String alone() {
        return documents.start(FORM, Map.of(), asAna, NOW, TODAY).id();
    }

    int write(String document, String section, String text, Instant at) {
        Document before = documents.get(document);
        String field = section.equals("before") ? "plan" : "learned";
        return documents
                .save(document, section, Map.of(field, text), before.revision(), asAna, at, TODAY)
                .revision();
    }

    void close() {
        portfolios.close(portfolio, TODAY, Actor.SYSTEM, NOW);
    }

    /** What the trail says was done to somebody or something, the first deed first. */
    List<String> deeds(String kind, String subject) {
        List<String> deeds = new ArrayList<>();
        for (Recorded recorded : trail.list(Sought.ALL.subject(kind, subject), Trail.NEWEST, 1_000)) {
            deeds.add(0, recorded.entry().action());
        }
        return deeds;
    }

    Recorded last() {
        return trail.list(Sought.ALL, Trail.NEWEST, 1).get(0);
    }
}
