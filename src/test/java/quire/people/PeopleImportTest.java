package quire.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static quire.people.PeopleHouse.ADMIN;
import static quire.people.PeopleHouse.NOW;
import static quire.people.PeopleHouse.TODAY;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.core.Digest;
import quire.core.Finding;
import quire.core.Problem;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

@OnBothDatabases(shared = true)
class PeopleImportTest {

    private static final String HEAD =
            "name,e-mail,organisation,post,registration,role,assessor e-mail,line manager e-mail,start date,programme\n";

    private PeopleHouse house;

    /** Stands for the room above, which keeps portfolios. */
    private final Map<String, Enrolling.Enrolled> portfolios = new HashMap<>();

    private final Enrolling enrolling = new Enrolling(
            Set.of("adult", "child-and-family"), person -> Optional.ofNullable(portfolios.get(person)), this::enrol);

    private PeopleImport people;
    private Organisation host;
    private int number;

    @BeforeEach
    void open(TestDatabase place) {
        house = PeopleHouse.in(place);
        people = new PeopleImport(house.database);
        host = house.organisation();
        number = PeopleHouse.next();
    }

    @Test
    void takesInACohortAndSaysBeforeWhatItWillDo() {
        String table = HEAD
                + row(
                        "Carys Lindqvist",
                        "carys",
                        "Social worker,SW000103,nqsw,patrick#@example.org,ros#@example.org,12/01/2027,adult")
                + row("Patrick Sandhu", "patrick", "Advanced practitioner,SW000131,assessor,,,,")
                + row("Ros Verity", "ros", "Team manager,,line manager,,,,")
                + row("Moira Kettleby", "moira", "ASYE co-ordinator,SW000045,\"Co-ordinator, moderator\",,,,");
        ImportPlan plan = plan(table);
        assertThat(plan.isPossible()).isTrue();
        assertThat(plan.count(RowFate.Kind.NEW)).isEqualTo(4);
        assertThat(plan.rows().get(0).changes())
                .extracting(RowFate.Change::toString)
                .contains(
                        "Change[what=programme, from=, to=adult]",
                        "Change[what=start date, from=, to=12 January 2027]",
                        "Change[what=assessor e-mail, from=, to=patrick" + number + "@example.org]");
        assertThat(plan.rows().get(3).changes()).extracting(RowFate.Change::to).contains("co-ordinator", "moderator");
        assertThat(house.persons.ofOrganisation(host.id())).isEmpty();

        assertThat(run(table, plan)).isEqualTo(plan);
        Person carys = person("carys");
        assertThat(carys.details().registration()).isEqualTo("SW000103");
        Enrolling.Enrolled enrolled = Objects.requireNonNull(portfolios.get(carys.id()));
        assertThat(enrolled.start()).isEqualTo(LocalDate.parse("2027-01-12"));
        assertThat(house.assignments.of(enrolled.portfolio(), enrolled.start()))
                .extracting(assignment -> assignment.role() + " " + assignment.person())
                .containsExactlyInAnyOrder(
                        "NQSW " + carys.id(),
                        "ASSESSOR " + person("patrick").id(),
                        "MANAGER " + person("ros").id());
        assertThat(house.roles.ofPerson(person("moira").id(), TODAY))
                .extracting(HeldRole::role)
                .containsExactlyInAnyOrder(Role.COORDINATOR, Role.MODERATOR);
        assertThat(house.roles.ofPerson(person("patrick").id(), TODAY)).isEmpty();

        ImportPlan again = plan(table);
        assertThat(again.count(RowFate.Kind.UNCHANGED)).isEqualTo(4);
        run(table, again);
        assertThat(house.deeds("table", Digest.of(bytes(table)).hex()))
                .containsExactly("people.imported", "people.imported");
    }

    @Test
    void saysWhatWillBeDifferent() {
        Person patrick = house.person(host);
        Person helen = house.person(host);
        Person carys = enrolled(patrick);
        String other = carys.email().toUpperCase(Locale.ROOT);
        String table =
                HEAD + "Carys Married,%s,%s,Social worker,,nqsw,%s,,,\n".formatted(other, host.name(), helen.email());
        ImportPlan plan = plan(table);
        assertThat(plan.rows().get(0).kind()).isEqualTo(RowFate.Kind.CHANGED);
        assertThat(plan.rows().get(0).changes())
                .containsExactly(
                        new RowFate.Change("name", "Robin Example", "Carys Married"),
                        new RowFate.Change("post", "", "Social worker"),
                        new RowFate.Change(
                                "assessor e-mail", patrick.email(), helen.email() + " from 21 November 2026"));
        run(table, plan);
        assertThat(house.persons.get(carys.id()).name()).isEqualTo("Carys Married");
        assertThat(house.persons.get(carys.id()).email()).isEqualTo(carys.email());
        String portfolio = Objects.requireNonNull(portfolios.get(carys.id())).portfolio();
        assertThat(house.assignments
                        .holder(portfolio, PortfolioRole.ASSESSOR, TODAY)
                        .orElseThrow()
                        .person())
                .isEqualTo(helen.id());
        assertThat(house.assignments
                        .holder(portfolio, PortfolioRole.ASSESSOR, TODAY.minusDays(1))
                        .orElseThrow()
                        .person())
                .isEqualTo(patrick.id());
        assertThat(plan(table).count(RowFate.Kind.UNCHANGED)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # the row                                                       | why it is refused
        ,a#@example.org,HOST,,,,,,,                                     | Enter the name.
        Anna,anna,HOST,,,,,,,                                           | Enter an e-mail address in the correct format, like name@example.com.
        Anna,=1+1,HOST,,,,,,,                                           | Enter an e-mail address in the correct format, like name@example.com.
        Anna,a#@example.org,,,,,,,,                                     | Enter the organisation.
        Anna,a#@example.org,Elsewhere,,,,,,,                            | You do not look after an organisation called “Elsewhere”.
        Anna,a#@example.org,OTHER,,,,,,,                                | You do not look after an organisation called “OTHER”.
        Anna,a#@example.org,HOST,,,assesor,,,,                          | There is no role called “assesor”. Did you mean “assessor”?
        Anna,a#@example.org,HOST,,,operator,,,,                         | An operator is not made by a table.
        Anna,a#@example.org,HOST,,,assessor,,,1/1/2027,adult            | The column “start date” is only for people with the role nqsw.
        Anna,a#@example.org,HOST,,,nqsw,,,1/1/2027,                     | Enter the programme of this social worker.
        Anna,a#@example.org,HOST,,,nqsw,,,,adult                        | Enter the start date of this social worker.
        Anna,a#@example.org,HOST,,,nqsw,,,31/2/2027,adult               | “31/2/2027” is not a date. Write it like 14/03/2027 or 2027-03-14.
        Anna,a#@example.org,HOST,,,nqsw,,,1/1/2027,adlut                | There is no programme called “adlut”. Did you mean “adult”?
        Anna,a#@example.org,HOST,,,nqsw,A#@Example.org,,1/1/2027,adult  | Nobody can be their own assessor.
        Anna,a#@example.org,HOST,,,nqsw,b#@example.org,,1/1/2027,adult  | Nobody has the e-mail address b#@example.org of the assessor. Add a row for them.
        """)
    void refusesWithAReasonAndALine(String row, String reason) {
        Organisation other = house.organisation();
        String table = HEAD
                + "\n"
                + row.replace("#", "" + number).replace("HOST", host.name()).replace("OTHER", other.name())
                + "\n";
        ImportPlan plan = plan(table);
        String expected = reason.replace("#", "" + number).replace("OTHER", other.name());
        assertThat(plan.rows()).hasSize(1);
        assertThat(plan.rows().get(0).kind()).isEqualTo(RowFate.Kind.REFUSED);
        assertThat(plan.rows().get(0).line()).isEqualTo(3);
        assertThat(plan.rows().get(0).reasons()).containsExactly(expected);
        Problem problem = catchThrowableOfType(Problem.class, () -> run(table, plan));
        assertThat(problem.findings())
                .extracting(Finding::toString)
                .containsExactly("error import-row: " + expected + " (people.csv:3)");
    }

    @Test
    void takesAllRowsOrNone() {
        String table = HEAD + row("Anna", "anna", ",,,,,,") + row("Ben", "ben", ",,,,,,") + row("", "cy", ",,,,,,");
        ImportPlan plan = plan(table);
        assertThat(plan.count(RowFate.Kind.NEW)).isEqualTo(2);
        assertThat(plan.isPossible()).isFalse();
        assertThatThrownBy(() -> run(table, plan)).hasMessage("Some rows cannot be imported, so none was.");
        assertThat(house.persons.ofOrganisation(host.id())).isEmpty();
    }

    @Test
    void leavesNothingHalfDoneWhenAnEnrolmentFails() {
        String table = HEAD + row("Anna", "anna", ",,nqsw,,,1/1/2027,adult");
        Enrolling broken = new Enrolling(Set.of("adult"), person -> Optional.empty(), enrolment -> {
            throw new IllegalStateException("no room for a portfolio");
        });
        PeopleImport.Source source = new PeopleImport.Source(bytes(table), "people.csv", Set.of(host.id()), broken);
        ImportPlan plan = people.plan(source, TODAY);
        assertThatThrownBy(() -> people.run(source, plan.fingerprint(), ADMIN, NOW, TODAY))
                .hasMessage("no room for a portfolio");
        assertThat(house.persons.ofOrganisation(host.id())).isEmpty();
        assertThat(house.trail.verify().isWhole()).isTrue();
    }

    @Test
    void refusesTheSameAddressTwice() {
        String table = HEAD + row("Anna", "anna", ",,,,,,") + row("Anne", "ANNA", ",,,,,,");
        assertThat(plan(table).rows().get(0).kind()).isEqualTo(RowFate.Kind.NEW);
        assertThat(plan(table).rows().get(1).reasons())
                .containsExactly("This e-mail address stands in line 2 already.");
    }

    @Test
    void refusesPeopleOfOthersAndPeopleWhoHaveGone() {
        Person foreign = house.person(house.organisation());
        Person gone = house.person(host);
        house.persons.endAccess(gone.id(), TODAY.minusDays(1), ADMIN, NOW, TODAY);
        String table = HEAD
                + "Robin,%s,%s,,,,,,,\n".formatted(foreign.email(), host.name())
                + "Robin,%s,%s,,,,,,,\n".formatted(gone.email(), host.name())
                + row("Anna", "anna", ",,nqsw,%s,,1/1/2027,adult".formatted(gone.email()));
        assertThat(plan(table).rows())
                .extracting(RowFate::reasons)
                .containsExactly(
                        List.of("Somebody already has this e-mail address."),
                        List.of("This person's access has ended. Give them access again before you import the table."),
                        List.of("The access of the assessor has ended."));
    }

    @Test
    void aYearThatHasBegunIsNotChangedByATable() {
        Person carys = enrolled(house.person(host));
        String table =
                HEAD + "Robin Example,%s,%s,,,nqsw,,,2/9/2026,child-and-family\n".formatted(carys.email(), host.name());
        assertThat(plan(table).rows().get(0).reasons())
                .containsExactly(
                        "This social worker is in the programme adult already.",
                        "The year of this social worker begins on 1 September 2026. Change it on the page of the portfolio.");
    }

    @Test
    void saysThatTheRecordHasChangedSinceTheDryRun() {
        Person patrick = house.person(host);
        Person carys = enrolled(patrick);
        String table = HEAD
                + "Robin Example,%s,%s,,,nqsw,%s,,,\n".formatted(carys.email(), host.name(), patrick.email())
                + row("Anna", "anna", ",,,,,,");
        List<Runnable> meanwhile = new ArrayList<>();
        meanwhile.add(() ->
                house.persons.change(carys.id(), Person.Details.of("Carys", carys.email(), host.id()), ADMIN, NOW));
        meanwhile.add(() ->
                house.persons.add(Person.Details.of("Anna", "anna" + number + "@example.org", host.id()), ADMIN, NOW));
        meanwhile.add(() -> house.assignments.handOver(
                Objects.requireNonNull(portfolios.get(carys.id())).portfolio(),
                PortfolioRole.ASSESSOR,
                house.person(host).id(),
                TODAY,
                ADMIN,
                NOW));
        meanwhile.add(() -> house.persons.endAccess(patrick.id(), TODAY.minusDays(1), ADMIN, NOW, TODAY));
        for (Runnable change : meanwhile) {
            ImportPlan seen = plan(table);
            change.run();
            Problem problem = catchThrowableOfType(Problem.class, () -> run(table, seen));
            assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT);
            assertThat(problem).hasMessageContaining("so nothing was imported");
        }
        ImportPlan seen = plan(table);
        assertThatThrownBy(() -> run(table + row("Ben", "ben", ",,,,,,"), seen))
                .hasMessageContaining("nothing was imported");
    }

    /** What has nothing to do with the table is in nobody's way. */
    @Test
    void doesNotMindOtherChanges() {
        String table = HEAD + row("Anna", "anna", ",,,,,,");
        ImportPlan seen = plan(table);
        house.person(host);
        house.organisation();
        run(table, seen);
        assertThat(person("anna").name()).isEqualTo("Anna");
    }

    /** S-68: out and in again, nothing has changed; and nothing of it is a formula. */
    @Test
    void s68_whatIsExportedIsImportedUnchanged() {
        Person patrick = house.persons.add(
                new Person.Details("=HYPERLINK(\"x\")", "+p" + number + "@example.org", "-1", "@SW1", host.id()),
                ADMIN,
                NOW);
        Person carys = enrolled(patrick);
        house.roles.give(patrick.id(), Role.MODERATOR, host.id(), Span.from(TODAY), ADMIN, NOW);
        house.roles.give(patrick.id(), Role.OPERATOR, host.id(), Span.from(TODAY), ADMIN, NOW);
        Person gone = house.person(host);
        house.persons.endAccess(gone.id(), TODAY.minusDays(1), ADMIN, NOW, TODAY);
        String table = new PeopleExport(house.database).csv(List.of(host.id()), enrolling, TODAY);
        assertThat(table)
                .startsWith("\uFEFFname,e-mail,organisation,post,registration,role,")
                .contains("\"'=HYPERLINK(\"\"x\"\")\",'+p" + number + "@example.org,", ",'-1,'@SW1,moderator,")
                .contains(carys.email() + "," + host.name() + ",,,nqsw,'" + patrick.email() + ",,2026-09-01,adult\r\n")
                .doesNotContain("operator", gone.email());
        ImportPlan plan = plan(table);
        assertThat(plan.rows()).extracting(RowFate::kind).containsOnly(RowFate.Kind.UNCHANGED);
        assertThat(plan.rows()).hasSize(2);
    }

    @Test
    void aFormulaIsAText() {
        String table = HEAD + row("\"=HYPERLINK(\"\"http://example.org\"\")\"", "anna", "=1+1,,,,,,");
        run(table, plan(table));
        assertThat(person("anna").name()).isEqualTo("=HYPERLINK(\"http://example.org\")");
        assertThat(person("anna").details().post()).isEqualTo("=1+1");
    }

    private Person enrolled(Person assessor) {
        Person person = house.person(host);
        LocalDate start = LocalDate.parse("2026-09-01");
        String portfolio = enrol(new Enrolment(person.id(), host.id(), "adult", start));
        house.assignments.assign(portfolio, PortfolioRole.NQSW, person.id(), Span.from(start), ADMIN, NOW);
        house.assignments.assign(portfolio, PortfolioRole.ASSESSOR, assessor.id(), Span.from(start), ADMIN, NOW);
        return person;
    }

    private String enrol(Enrolment enrolment) {
        String portfolio = "portfolio-" + PeopleHouse.next();
        portfolios.put(enrolment.person(), new Enrolling.Enrolled(portfolio, enrolment.programme(), enrolment.start()));
        return portfolio;
    }

    private String row(String name, String mailbox, String rest) {
        return "%s,%s%d@example.org,%s,%s\n"
                .formatted(name, mailbox, number, host.name(), rest)
                .replace("#", String.valueOf(number));
    }

    private Person person(String mailbox) {
        return house.persons.findByEmail(mailbox + number + "@example.org").orElseThrow();
    }

    private ImportPlan plan(String table) {
        return people.plan(source(table), TODAY);
    }

    private ImportPlan run(String table, ImportPlan seen) {
        return people.run(source(table), seen.fingerprint(), ADMIN, NOW, TODAY);
    }

    private PeopleImport.Source source(String table) {
        return new PeopleImport.Source(bytes(table), "people.csv", Set.of(host.id()), enrolling);
    }

    private static byte[] bytes(String table) {
        return table.getBytes(StandardCharsets.UTF_8);
    }
}
