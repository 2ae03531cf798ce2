package quire.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quire.people.PeopleHouse.ADMIN;
import static quire.people.PeopleHouse.NOW;
import static quire.people.PeopleHouse.TODAY;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

@OnBothDatabases(shared = true)
class StandingsTest {

    private PeopleHouse house;
    private Organisation host;
    private Organisation member;
    private Organisation stranger;
    private Person carys;
    private Person patrick;
    private Person ros;
    private String portfolio;

    @BeforeEach
    void open(TestDatabase place) {
        house = PeopleHouse.in(place);
        host = house.organisation();
        member = house.memberOf(host);
        stranger = house.organisation();
        carys = house.person(member);
        patrick = house.person(member);
        ros = house.person(member);
        portfolio = UUID.randomUUID().toString();
        house.assignments.assign(portfolio, PortfolioRole.NQSW, carys.id(), Span.from(TODAY), ADMIN, NOW);
        Span span = Span.of(TODAY, TODAY.plusDays(9));
        Assignment assessor =
                house.assignments.assign(portfolio, PortfolioRole.ASSESSOR, patrick.id(), span, ADMIN, NOW);
        house.assignments.deputise(assessor.id(), ros.id(), Span.of(TODAY.plusDays(2), TODAY.plusDays(3)), ADMIN, NOW);
    }

    @Test
    void s30_nothingFromTheDayAfter() {
        assertThat(standing(patrick, TODAY.minusDays(1)).ties()).isEmpty();
        assertThat(standing(patrick, TODAY).ties()).containsExactly(new Standing.Tie(PortfolioRole.ASSESSOR, null));
        assertThat(Permits.of(standing(patrick, TODAY.plusDays(9)), Deed.SEE_PORTFOLIO)
                        .allowed())
                .isTrue();
        assertThat(Permits.of(standing(patrick, TODAY.plusDays(10)), Deed.SEE_PORTFOLIO))
                .isEqualTo(Permit.NO);
        assertThat(Permits.of(standing(carys, TODAY.plusYears(2)), Deed.SEE_PORTFOLIO)
                        .allowed())
                .isTrue();
    }

    @Test
    void aDeputyIsOneOnTheDaysOfIt() {
        assertThat(standing(ros, TODAY).ties()).isEmpty();
        Permit permit = Permits.of(standing(ros, TODAY.plusDays(2)), Deed.RETURN_SECTION);
        assertThat(permit).isEqualTo(new Permit(true, Capacity.ASSESSOR, patrick.id(), false));
        assertThat(standing(ros, TODAY.plusDays(4)).ties()).isEmpty();
    }

    @Test
    void s30_rolesCountWhereTheyReach() {
        Person coordinator = with(Role.COORDINATOR, host);
        Person elsewhere = with(Role.COORDINATOR, stranger);
        Person operator = with(Role.OPERATOR, stranger);
        assertThat(Permits.of(standing(coordinator, TODAY), Deed.SEE_PORTFOLIO).allowed())
                .isTrue();
        assertThat(Permits.of(standing(elsewhere, TODAY), Deed.SEE_PORTFOLIO)).isEqualTo(Permit.NO);
        assertThat(standing(elsewhere, TODAY).roles()).containsExactly(Role.COORDINATOR);
        assertThat(Permits.of(house.standings.toOrganisation(coordinator.id(), member.id(), TODAY), Deed.SEE_COHORT)
                        .allowed())
                .isTrue();
        assertThat(Permits.of(house.standings.toOrganisation(elsewhere.id(), member.id(), TODAY), Deed.SEE_COHORT)
                        .allowed())
                .isFalse();
        assertThat(Permits.of(standing(operator, TODAY), Deed.SEE_PORTFOLIO)).isEqualTo(Permit.NO);
        assertThat(Permits.of(house.standings.anywhere(operator.id(), TODAY), Deed.BACKUP)
                        .allowed())
                .isTrue();
        assertThat(Permits.of(house.standings.anywhere(coordinator.id(), TODAY), Deed.BACKUP)
                        .allowed())
                .isFalse();
    }

    @Test
    void s03_whoeverHasNoAccessIsNothing() {
        Person administrator = with(Role.ADMINISTRATOR, member);
        house.persons.endAccess(administrator.id(), TODAY, ADMIN, NOW, TODAY);
        assertThat(Permits.of(standing(administrator, TODAY), Deed.SEE_PORTFOLIO)
                        .allowed())
                .isTrue();
        Standing after = standing(administrator, TODAY.plusDays(1));
        for (Deed deed : Deed.values()) {
            assertThat(Permits.of(after, deed)).isEqualTo(Permit.NO);
        }
        assertThat(Permits.of(house.standings.anywhere("nobody", TODAY), Deed.USE_ACCOUNT))
                .isEqualTo(Permit.NO);
    }

    @Test
    void s38_breakingTheGlassNeedsAReasonAndLastsAnHour() {
        Person administrator = with(Role.ADMINISTRATOR, member);
        BreakGlass glass = new BreakGlass(house.database);
        Actor actor = Actor.of(administrator.id());
        assertThatThrownBy(() -> glass.open(administrator.id(), portfolio, "  ", actor, NOW))
                .hasMessage("Enter why you have to read this. The co-ordinator will see it.");
        assertThat(standing(administrator, TODAY).brokeGlass()).isFalse();
        BreakGlass.Broken broken = glass.open(administrator.id(), portfolio, "A complaint\nof 20 November", actor, NOW);
        assertThat(standing(administrator, TODAY).brokeGlass()).isTrue();
        assertThat(standing(with(Role.ADMINISTRATOR, member), TODAY).brokeGlass())
                .isFalse();
        assertThat(glass.isOpen(administrator.id(), portfolio, broken.ends())).isFalse();
        assertThat(glass.isOpen(administrator.id(), "another", NOW)).isFalse();
        assertThat(glass.ofPortfolio(portfolio)).containsExactly(broken);
        assertThat(house.deeds("portfolio", portfolio)).containsExactly("glass.broken");
        assertThat(house.dump("trail")).doesNotContain("complaint");
    }

    /** Somebody whose role has ended meanwhile does not keep the hour. */
    @Test
    void s38_theGlassIsWholeAgainForWhoeverIsNoAdministratorAnyMore() {
        Person administrator = with(Role.ADMINISTRATOR, member);
        new BreakGlass(house.database)
                .open(administrator.id(), portfolio, "A complaint", Actor.of(administrator.id()), NOW);
        HeldRole held = house.roles.ofPerson(administrator.id(), TODAY).get(0);
        house.roles.end(held.id(), TODAY.minusDays(1), ADMIN, NOW);
        assertThat(standing(administrator, TODAY).brokeGlass()).isFalse();
    }

    private Person with(Role role, Organisation organisation) {
        Person person = house.person(organisation);
        house.roles.give(person.id(), role, organisation.id(), Span.from(TODAY.minusDays(1)), ADMIN, NOW);
        return person;
    }

    private Standing standing(Person person, LocalDate day) {
        return house.standings.toPortfolio(person.id(), portfolio, member.id(), NOW, day);
    }
}
