package quire.portfolio;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.forms.Form;
import quire.forms.Forms;
import quire.people.Actor;
import quire.people.Organisation;
import quire.people.Organisations;
import quire.people.Person;
import quire.people.Persons;
import quire.programme.Programmes;
import quire.store.Database;

/** A year whose papers stand as a test wants them, and one paper that is opened to see what the record says of them. */
final class FillingHouse {

    static final Forms FORMS = Forms.load(Path.of("forms"));
    static final Programmes PROGRAMMES = Programmes.load(Path.of("forms/programmes"), FORMS);
    static final ZoneId ZONE = ZoneId.of("Europe/London");
    static final LocalDate START = LocalDate.parse("2026-06-01");

    final Database database;
    final Documents documents;
    final Persons persons;
    final Organisation employer;
    final Portfolio portfolio;
    private LocalDate today = START;

    FillingHouse(Database database, String programme, Map<String, String> decided) {
        this.database = database;
        this.documents = new Documents(database, FORMS, ZONE);
        this.persons = new Persons(database);
        this.employer = new Organisations(database)
                .add(Organisation.Details.of("Northbridge and Vale", "1 High Street"), Actor.SYSTEM, now());
        this.portfolio = new Portfolios(database, PROGRAMMES)
                .enrol(
                        new Enrolment(
                                "NV-2026-001",
                                person("Ana Novak").id(),
                                employer.id(),
                                PROGRAMMES.get(programme),
                                "Team East",
                                "Adults",
                                decided,
                                START,
                                100),
                        Actor.SYSTEM,
                        now());
    }

    Person person(String name) {
        String email = name.replace(' ', '.') + "@example.org";
        return persons.add(
                new Person.Details(name, email, "Social worker", "SW123456", employer.id()), Actor.SYSTEM, now());
    }

    void goTo(LocalDate day) {
        today = day;
    }

    /** Shortly after midnight, when it is still another day elsewhere. */
    Instant now() {
        return today.atTime(0, 30).atZone(ZONE).toInstant();
    }

    String begin(String paper) {
        Form form = FORMS.get(portfolio.plan().get(paper).form().form());
        long there = documents.ofPortfolio(portfolio.id()).stream()
                .filter(one -> paper.equals(one.paper()))
                .count();
        return documents
                .start(portfolio, paper, form, (int) there, Actor.SYSTEM, now(), today)
                .id();
    }

    /** Begins a paper and puts it where a test wants it. */
    String put(String paper, SectionState state) {
        String id = begin(paper);
        put(id, state, Map.of());
        return id;
    }

    void put(String document, SectionState state, Map<String, @Nullable Object> answers) {
        Form form = documents.get(document).form();
        answers.forEach((field, answer) -> save(document, Map.of(field, answer)));
        database.run(tx -> {
            form.sections().forEach(section -> DocumentStore.setState(tx, document, section.id(), state, now()));
            DocumentStore.keepProgress(tx, documents.get(document), now());
        });
    }

    Saved save(String document, Map<String, @Nullable Object> answers) {
        return save(document, answers, documents.get(document).revision());
    }

    Saved save(String document, Map<String, @Nullable Object> answers, int base) {
        String section = documents.get(document).form().sections().stream()
                .filter(one -> one.fields().stream().anyMatch(field -> answers.containsKey(field.id())))
                .findFirst()
                .orElseThrow()
                .id();
        return documents.save(document, section, answers, base, Actor.SYSTEM, now(), today);
    }

    /** Somebody opens a paper. */
    Document open(String document) {
        return documents.refreshed(documents.get(document), portfolio, now(), today);
    }

    /** The entries of a table in a paper that is opened, by the row or id of each. */
    Map<String, Map<?, ?>> table(String document, String field) {
        Map<String, Map<?, ?>> table = new LinkedHashMap<>();
        if (open(document).answers().get(field) instanceof List<?> entries) {
            for (Object entry : entries) {
                Map<?, ?> one = (Map<?, ?>) entry;
                Object name = one.get("row") == null ? one.get("id") : one.get("row");
                table.put(String.valueOf(name), one);
            }
        }
        return table;
    }
}
