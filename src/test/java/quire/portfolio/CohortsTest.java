package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.forms.Forms;
import quire.people.Actor;
import quire.people.Assignments;
import quire.people.Enrolling;
import quire.people.Organisation;
import quire.people.Organisations;
import quire.people.Person;
import quire.people.Persons;
import quire.people.PortfolioRole;
import quire.people.Span;
import quire.programme.Programmes;
import quire.store.Database;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

/** Many portfolios at once, as cohort tables and the import of people need them. */
@OnBothDatabases
class CohortsTest {

    private static final Forms FORMS = Forms.load(Path.of("forms"));
    private static final Programmes PROGRAMMES = Programmes.load(Path.of("forms/programmes"), FORMS);
    private static final LocalDate START = LocalDate.parse("2026-06-01");
    private static final Instant NOW = Instant.parse("2026-06-01T09:00:00.000Z");
    private static final Actor ADMIN = Actor.of("admin");

    private Database database;
    private Portfolios portfolios;
    private Documents documents;
    private Organisation vale;

    @BeforeEach
    void open(TestDatabase place) {
        database = place.open();
        portfolios = new Portfolios(database, PROGRAMMES);
        documents = new Documents(database, FORMS);
        vale = new Organisations(database)
                .add(Organisation.Details.of("Northbridge and Vale", "1 High Street"), ADMIN, NOW);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aCohortReadsAsItsPortfoliosDoOneByOne() {
        List<Portfolio> enrolled = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String id = enrol("NV-" + (100 + i), i % 3 == 0 ? "other" : vale.id());
            if (i % 2 == 0) {
                portfolios.dates().book(id, "review-3", START.plusMonths(3).plusDays(i), ADMIN, NOW);
                portfolios.dates().book(id, "review-6", START.plusMonths(6).plusDays(i), ADMIN, NOW);
                portfolios.dates().pause(id, START.plusMonths(8), START.plusMonths(9), "Leave " + i, ADMIN, NOW);
                portfolios.dates().pause(id, START.plusMonths(1), START.plusMonths(2), "Earlier " + i, ADMIN, NOW);
                portfolios.decide(id, "final-piece", "presentation", ADMIN, NOW);
            }
            enrolled.add(portfolios.get(id));
        }
        assertThat(portfolios.list()).isEqualTo(enrolled);
        assertThat(portfolios.ofOrganisations(List.of(vale.id())))
                .hasSize(20)
                .isEqualTo(enrolled.stream()
                        .filter(one -> one.organisation().equals(vale.id()))
                        .toList());
        assertThat(portfolios.ofOrganisations(List.of(vale.id(), "other"))).isEqualTo(enrolled);
        assertThat(portfolios.ofOrganisations(List.of())).isEmpty();
        assertThat(enrolled.get(0).pauseReasons()).containsExactly("Earlier 0", "Leave 0");
    }

    @Test
    void findsThePortfoliosInWhichSomebodyHasAPart() {
        Person ruth = person("Ruth Vale", "ruth@example.org");
        Person tom = person("Tom Hale", "tom@example.org");
        Assignments assignments = new Assignments(database);
        String first = enrol("NV-2", vale.id());
        String second = enrol("NV-1", vale.id());
        String over = enrol("NV-3", vale.id());
        String held = assign(assignments, first, ruth, Span.from(START));
        assign(assignments, second, ruth, Span.from(START));
        assign(assignments, over, ruth, Span.of(START, START.plusDays(3)));
        assignments.deputise(held, tom.id(), Span.of(START, START.plusDays(20)), ADMIN, NOW);
        LocalDate day = START.plusDays(9);
        assertThat(portfolios.assignedTo(ruth.id(), PortfolioRole.ASSESSOR, day))
                .extracting(Portfolio::id)
                .containsExactly(second, first);
        assertThat(portfolios.assignedTo(tom.id(), PortfolioRole.ASSESSOR, day))
                .extracting(Portfolio::id)
                .containsExactly(first);
        assertThat(portfolios.assignedTo(ruth.id(), PortfolioRole.MANAGER, day)).isEmpty();
    }

    @Test
    void checklistsOfACohortAreThoseOfItsPortfolios() {
        Portfolio one = portfolios.get(enrol("NV-1", vale.id()));
        Portfolio other = portfolios.get(enrol("NV-2", vale.id()));
        Placement place = new Placement(one.id(), "supporting-information");
        String id = documents
                .start(place, FORMS.get("supporting-information"), Map.of(), ADMIN, NOW, START)
                .id();
        documents.save(id, "support", Map.of("support_helped", "Time"), 1, ADMIN, NOW.plusSeconds(5), START);
        Map<String, Checklist> checklists = documents.checklists(List.of(one, other), START);
        assertThat(checklists.get(one.id())).isEqualTo(documents.checklist(one, START));
        assertThat(checklists.get(other.id())).isEqualTo(documents.checklist(other, START));
        assertThat(documents.checklist(one, START).lastActivity()).contains(NOW.plusSeconds(5));
        assertThat(documents.checklist(other, START).lastActivity()).isEmpty();
        assertThat(documents.ofPortfolios(List.of(one.id(), other.id())).get(other.id()))
                .isEmpty();
    }

    @Test
    void theImportOfPeopleEnrolsUnderACodeOfTheEmployerAndTheYear() {
        Person ana = person("Ana Novak", "ana@example.org");
        Enrolling enrolling = portfolios.enrolments().enrolling(ADMIN, NOW);
        assertThat(enrolling.programmes()).contains("adult", "child-and-family");
        assertThat(enrolling.find().apply(ana.id())).isEmpty();
        String id = enrolling.enrol().apply(wanted(ana.id()));
        assertThat(portfolios.get(id).code()).isEqualTo("NV-2026-001");
        assertThat(enrolling.find().apply(ana.id())).contains(new Enrolling.Enrolled(id, "adult", START));
        portfolios.close(id, START.plusDays(1), ADMIN, NOW);
        assertThat(enrolling.find().apply(ana.id())).isEmpty();
        String again = enrolling.enrol().apply(wanted(ana.id()));
        assertThat(portfolios.get(again).code()).isEqualTo("NV-2026-002");
        assertThat(portfolios.get(again).programme()).isEqualTo(PROGRAMMES.get("adult"));
    }

    @Test
    void manyImportsAtOnceGiveEachACodeOfItsOwn() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(4);
        List<Future<String>> all = people.invokeAll(Collections.nCopies(
                12, () -> portfolios.enrolments().enrolling(ADMIN, NOW).enrol().apply(wanted("somebody"))));
        people.shutdown();
        for (Future<String> one : all) {
            one.get();
        }
        assertThat(portfolios.list()).hasSize(12).extracting(Portfolio::code).contains("NV-2026-012");
    }

    private quire.people.Enrolment wanted(String person) {
        return new quire.people.Enrolment(person, vale.id(), "adult", START);
    }

    private static String assign(Assignments assignments, String portfolio, Person person, Span span) {
        return assignments
                .assign(portfolio, PortfolioRole.ASSESSOR, person.id(), span, ADMIN, NOW)
                .id();
    }

    private Person person(String name, String email) {
        return new Persons(database).add(Person.Details.of(name, email, vale.id()), ADMIN, NOW);
    }

    private String enrol(String code, String organisation) {
        return portfolios
                .enrol(Enrolment.of(code, "ana", organisation, PROGRAMMES.get("adult"), START), ADMIN, NOW)
                .id();
    }
}
