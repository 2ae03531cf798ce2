package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.forms.Forms;
import quire.people.Actor;
import quire.people.Assignment;
import quire.people.Assignments;
import quire.people.Organisation;
import quire.people.Organisations;
import quire.people.Person;
import quire.people.Persons;
import quire.people.PortfolioRole;
import quire.post.Outbox;
import quire.programme.Programmes;
import quire.store.Database;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

/** Beginning a year, and moving its days. */
@OnBothDatabases
class EnrolmentsTest {

    private static final Forms FORMS = Forms.load(Path.of("forms"));
    private static final Programmes PROGRAMMES = Programmes.load(Path.of("forms/programmes"), FORMS);
    private static final LocalDate TODAY = LocalDate.parse("2026-06-01");
    private static final Instant NOW = Instant.parse("2026-06-01T09:00:00.000Z");
    private static final Actor ADMIN = Actor.of("admin");

    private Database database;
    private Portfolios portfolios;
    private Organisation vale;
    private Person ana;
    private Person ruth;

    @BeforeEach
    void open(TestDatabase place) {
        database = place.open();
        portfolios = new Portfolios(database, PROGRAMMES);
        vale = new Organisations(database)
                .add(Organisation.Details.of("Northbridge and Vale", "1 High Street"), ADMIN, NOW);
        ana = person("Ana Novak");
        ruth = person("Ruth Vale");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void opensAPortfolioWithEverybodyInIt() {
        Portfolio year = begin(TODAY.plusDays(10), Map.of(PortfolioRole.ASSESSOR, ruth.id()));
        assertThat(year.code()).isEqualTo("NV-2026-001");
        assertThat(year.team()).isEqualTo("Team East, Vale");
        List<Assignment> parts = new Assignments(database).of(year.id(), TODAY);
        assertThat(parts).extracting(Assignment::person).containsExactlyInAnyOrder(ana.id(), ruth.id());
        assertThat(new Outbox(database).list(null, 0, 10))
                .extracting(letter ->
                        letter.letter().subject() + " to " + letter.letter().to())
                .containsExactlyInAnyOrder(
                        "Your account in Quire to " + ana.email(), "Your account in Quire to " + ruth.email());
    }

    @Test
    void newPeopleBeginWithTheVersionThatTheirCohortFollows() {
        CohortVersions cohorts = portfolios.cohorts();
        assertThat(cohorts.of(vale.id(), "adult").version()).isEqualTo(2);
        cohorts.follow(vale.id(), "adult", 1, ADMIN, NOW);
        cohorts.follow(vale.id(), "adult", 1, ADMIN, NOW);
        String id = imported(ana);
        assertThat(portfolios.get(id).programme().version()).isEqualTo(1);
        cohorts.follow(vale.id(), "adult", 2, ADMIN, NOW);
        assertThat(portfolios.get(id).programme().version()).isEqualTo(1);
        assertThat(portfolios.get(imported(ruth)).programme().version()).isEqualTo(2);
        assertThatThrownBy(() -> cohorts.follow(vale.id(), "adult", 9, ADMIN, NOW))
                .hasMessageContaining("Choose one of the versions");
        assertThat(cohorts.of(vale.id(), "adult").version()).isEqualTo(2);
    }

    private String imported(Person person) {
        return portfolios
                .enrolments()
                .enrolling(ADMIN, NOW)
                .enrol()
                .apply(new quire.people.Enrolment(person.id(), vale.id(), "adult", TODAY));
    }

    @Test
    void nobodyBeginsASecondYearWhileTheFirstIsOpen() {
        Portfolio first = begin(TODAY, Map.of());
        assertThatThrownBy(() -> begin(TODAY, Map.of()))
                .hasMessage("Ana Novak is in a year already, NV-2026-001, which is not closed.");
        portfolios.close(first.id(), TODAY, ADMIN, NOW);
        assertThat(begin(TODAY.plusYears(1), Map.of()).code()).isEqualTo("NV-2027-001");
    }

    @Test
    void whatIsRefusedLeavesNothingBehind() {
        assertThatThrownBy(() -> begin(TODAY, Map.of(PortfolioRole.MANAGER, ana.id())))
                .hasMessage("Nobody can be their own line manager.");
        assertThat(portfolios.list()).isEmpty();
        assertThat(new Outbox(database).list(null, 0, 10)).isEmpty();
    }

    @Test
    void theFirstDayMovesEverythingWhileNothingIsComplete() {
        String id = begin(TODAY, Map.of()).id();
        portfolios.dates().begin(id, TODAY.plusDays(7), ADMIN, NOW);
        assertThat(portfolios.get(id).timetable().dateOf("end")).isEqualTo("2027-06-08");
        portfolios.dates().book(id, "review-3", TODAY.plusMonths(3), ADMIN, NOW);
        assertThatThrownBy(() -> portfolios.dates().begin(id, TODAY.plusMonths(4), ADMIN, NOW))
                .hasMessageContaining("Something is agreed for a day before that one");
        assertThatThrownBy(() -> portfolios.dates().book(id, "review-3", TODAY, ADMIN, NOW))
                .hasMessage("The day must not be before the year begins.");
        new Documents(database, FORMS)
                .start(
                        portfolios.get(id),
                        "agreement",
                        FORMS.get("support-and-assessment-agreement"),
                        0,
                        ADMIN,
                        NOW,
                        TODAY);
        database.run(tx -> tx.sql("update document set progress = 'COMPLETE'").run());
        assertThatThrownBy(() -> portfolios.dates().begin(id, TODAY, ADMIN, NOW))
                .hasMessageContaining("A paper of this year is complete");
    }

    @Test
    void aPauseEndsEarlierOrLaterOrNeverWas() {
        String id = begin(TODAY, Map.of()).id();
        LocalDate away = TODAY.plusMonths(2);
        portfolios.dates().pause(id, away, away.plusDays(30), " Parental\nleave ", ADMIN, NOW);
        portfolios.dates().pause(id, away.plusDays(60), away.plusDays(70), "Illness", ADMIN, NOW);
        portfolios.dates().resume(id, away, away.plusDays(10), ADMIN, NOW);
        assertThat(end(id)).isEqualTo("2027-06-21");
        assertThatThrownBy(() -> portfolios.dates().resume(id, away, away.plusDays(65), ADMIN, NOW))
                .hasMessage("There is already a pause at that time.");
        assertThatThrownBy(() -> portfolios.dates().resume(id, away.plusDays(1), away.plusDays(2), ADMIN, NOW))
                .hasMessage("There is no such pause.");
        portfolios.dates().resume(id, away, away, ADMIN, NOW);
        assertThat(end(id)).isEqualTo("2027-06-11");
        assertThat(portfolios.get(id).pauseReasons()).containsExactly("Illness");
    }

    @Test
    void theDaysOfAClosedYearStay() {
        String id = begin(TODAY, Map.of()).id();
        portfolios.close(id, TODAY, ADMIN, NOW);
        assertThatThrownBy(() -> portfolios.dates().pause(id, TODAY, TODAY.plusDays(1), "", ADMIN, NOW))
                .hasMessageContaining("This portfolio is closed");
    }

    private LocalDate end(String id) {
        return portfolios.get(id).timetable().dateOf("end");
    }

    private Portfolio begin(LocalDate start, Map<PortfolioRole, String> parts) {
        Beginning wanted = new Beginning(
                ana.id(), vale.id(), PROGRAMMES.get("adult"), " Team East,\nVale", "Adults", start, 100, parts);
        return portfolios.enrolments().begin(wanted, ADMIN, NOW, TODAY);
    }

    private Person person(String name) {
        String email = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@people.example";
        return new Persons(database).add(Person.Details.of(name, email, vale.id()), ADMIN, NOW);
    }
}
