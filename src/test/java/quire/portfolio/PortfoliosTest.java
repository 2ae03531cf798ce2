package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.core.Problem;
import quire.forms.Forms;
import quire.people.Actor;
import quire.programme.Programme;
import quire.programme.Programmes;
import quire.store.Database;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

@OnBothDatabases
class PortfoliosTest {

    private static final Forms FORMS = Forms.load(Path.of("forms"));
    private static final Programmes PROGRAMMES = Programmes.load(Path.of("forms/programmes"), FORMS);
    private static final Programme ADULT = PROGRAMMES.get("adult", 2);
    private static final Instant NOW = Instant.parse("2026-06-01T09:00:00.000Z");
    private static final Actor ANA = Actor.of("ana");
    private static final LocalDate START = LocalDate.parse("2026-06-01");

    private TestDatabase place;
    private Database database;
    private Portfolios portfolios;

    @BeforeEach
    void open(TestDatabase place) {
        this.place = place;
        database = place.open();
        portfolios = new Portfolios(database, PROGRAMMES);
    }

    @Test
    void keepsTheVersionThatSomebodyBeganWith() {
        Programme older = PROGRAMMES.get("adult", 1);
        String id = enrol("NV-2022-001", older).id();
        database.close();
        open(place);
        assertThat(portfolios.get(id).programme().version()).isEqualTo(1);
        assertThat(portfolios.check()).isEmpty();
    }

    @Test
    void knowsWhenAProgrammeWasChangedUnderSomebody() {
        enrol("NV-2026-001", ADULT);
        database.run(tx -> tx.sql("insert into programme_version (digest, programme, version, canonical, stored_at)"
                        + " values (:digest, 'adult', 2, '{}', '2026')")
                .with("digest", "0".repeat(64))
                .run());
        database.run(tx -> tx.sql("update portfolio set programme_digest = :digest")
                .with("digest", "0".repeat(64))
                .run());
        assertThat(portfolios.check())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo(
                                "The programme “adult” in version 2 was changed after portfolios had begun with it. Give the"
                                        + " changed one the next version, and put the one before under “earlier”."));
    }

    @Test
    void knowsWhenAProgrammeIsGone() {
        enrol("NV-2026-001", ADULT);
        database.run(tx -> tx.sql("update portfolio set version = 7").run());
        assertThat(portfolios.check())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("is missing"));
    }

    @Test
    void refusesACodeThatIsTaken() {
        enrol("NV-2026-001", ADULT);
        assertThatThrownBy(() -> enrol("NV-2026-001", ADULT))
                .isInstanceOf(Problem.class)
                .hasMessage("There is already a portfolio NV-2026-001.");
        assertThat(portfolios.list()).hasSize(1);
    }

    @Test
    void refusesWhatIsNoCode() {
        assertThatThrownBy(() -> enrol("../x y", ADULT)).hasMessageContaining("such as NV-2026-014");
    }

    @Test
    void leavesOnlyTheChoicesOfThePortfolioToIt() {
        String id = enrol("NV-2026-001", ADULT).id();
        portfolios.decide(id, "final-piece", "presentation", ANA, NOW);
        assertThat(portfolios.get(id).choices().get("final-piece")).isEqualTo("presentation");
        assertThat(portfolios.get(id).plan().rows()).extracting(row -> row.id()).contains("presentation");
        assertThatThrownBy(() -> portfolios.decide(id, "training-sessions", "nine", ANA, NOW))
                .hasMessage("The programme leaves no choice “training-sessions” to a portfolio.");
        assertThatThrownBy(() -> portfolios.decide(id, "final-piece", "dance", ANA, NOW))
                .hasMessage("“dance” is not one of the choices.");
    }

    @Test
    void allDatesMoveWithABookedOneAndWithAPause() {
        String id = enrol("NV-2026-001", ADULT).id();
        assertThat(due(id, "foundational-review")).isEqualTo("2026-09-01");
        portfolios.dates().book(id, "review-3", LocalDate.parse("2026-09-10"), ANA, NOW);
        assertThat(due(id, "foundational-review")).isEqualTo("2026-09-10");
        portfolios.dates().book(id, "review-3", null, ANA, NOW);
        portfolios.dates().pause(id, LocalDate.parse("2026-08-01"), LocalDate.parse("2026-09-01"), "Leave", ANA, NOW);
        assertThat(due(id, "foundational-review")).isEqualTo("2026-10-02");
        assertThat(portfolios.get(id).pauseReasons()).containsExactly("Leave");
        assertThatThrownBy(() -> portfolios
                        .dates()
                        .pause(
                                id,
                                LocalDate.parse("2026-08-20"),
                                LocalDate.parse("2026-08-25"),
                                "More leave",
                                ANA,
                                NOW))
                .hasMessage("There is already a pause at that time.");
        assertThatThrownBy(() -> portfolios
                        .dates()
                        .pause(id, LocalDate.parse("2027-01-02"), LocalDate.parse("2027-01-02"), "Nothing", ANA, NOW))
                .hasMessage("The first day back must be after the first day away.");
        assertThatThrownBy(() -> portfolios.dates().book(id, "start", START, ANA, NOW))
                .hasMessageContaining("no “start”");
    }

    @Test
    void fewerHoursMakeALongerYear() {
        String id = enrol("NV-2026-001", ADULT).id();
        portfolios.dates().work(id, 50, ANA, NOW);
        assertThat(portfolios.get(id).timetable().dateOf("end")).isEqualTo("2028-06-01");
        assertThatThrownBy(() -> portfolios.dates().work(id, 0, ANA, NOW)).hasMessageContaining("between 1 and 100");
    }

    @Test
    void closesAndOpensAgain() {
        String id = enrol("NV-2026-001", ADULT).id();
        portfolios.close(id, LocalDate.parse("2027-07-01"), ANA, NOW);
        assertThat(portfolios.get(id).closed()).isEqualTo("2027-07-01");
        portfolios.close(id, null, ANA, NOW);
        assertThat(portfolios.get(id).closed()).isNull();
    }

    @Test
    void findsThemByCodeAndPerson() {
        Portfolio portfolio = enrol("NV-2026-001", ADULT);
        assertThat(portfolios.findByCode("NV-2026-001")).contains(portfolio);
        assertThat(portfolios.ofPerson("ana")).containsExactly(portfolio);
        assertThat(portfolios.ofPerson("bo")).isEmpty();
        assertThat(portfolios.find("nobody")).isEmpty();
        portfolios.describe(portfolio.id(), "Team East", "Adults", ANA, NOW);
        assertThat(portfolios.get(portfolio.id()).team()).isEqualTo("Team East");
    }

    private LocalDate due(String id, String paper) {
        Portfolio portfolio = portfolios.get(id);
        return portfolio.timetable().dueOn(portfolio.plan().get(paper)).orElseThrow();
    }

    private Portfolio enrol(String code, Programme programme) {
        return portfolios.enrol(new Enrolment(code, "ana", "vale", programme, "", "", Map.of(), START, 100), ANA, NOW);
    }
}
