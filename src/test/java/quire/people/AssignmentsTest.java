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
import quire.core.Problem;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

@OnBothDatabases(shared = true)
class AssignmentsTest {

    private static final LocalDate START = TODAY.minusMonths(3);
    private PeopleHouse house;
    private Person carys;
    private Person patrick;
    private Person helen;
    private Person ros;

    private String portfolio;
    private Assignment assessor;

    @BeforeEach
    void open(TestDatabase place) {
        house = PeopleHouse.in(place);
        Organisation organisation = house.organisation();
        carys = house.person(organisation);
        patrick = house.person(organisation);
        helen = house.person(organisation);
        ros = house.person(organisation);
        portfolio = UUID.randomUUID().toString();
        assign(PortfolioRole.NQSW, carys, Span.from(START));
        assessor = assign(PortfolioRole.ASSESSOR, patrick, Span.from(START));
    }

    @Test
    void sayWhoWasWhatOnAnyDay() {
        assertThat(house.assignments.of(portfolio, START.minusDays(1))).isEmpty();
        assertThat(house.assignments.of(portfolio, START)).hasSize(2);
        assertThat(house.assignments.holder(portfolio, PortfolioRole.ASSESSOR, TODAY))
                .contains(assessor);
        assertThat(house.assignments.holder(portfolio, PortfolioRole.MANAGER, TODAY))
                .isEmpty();
        assertThat(house.assignments.ofPerson(patrick.id(), TODAY)).contains(assessor);
        assertThat(house.assignments.ofPerson(patrick.id(), START.minusDays(1))).doesNotContain(assessor);
    }

    @Test
    void aPartIsHandedOverFromADay() {
        house.assignments.deputise(assessor.id(), ros.id(), Span.of(TODAY.minusDays(2), TODAY.plusDays(9)), ADMIN, NOW);
        house.assignments.handOver(portfolio, PortfolioRole.ASSESSOR, helen.id(), TODAY, ADMIN, NOW);
        assertThat(holder(TODAY.minusDays(1))).isEqualTo(patrick.id());
        assertThat(holder(TODAY)).isEqualTo(helen.id());
        assertThat(house.assignments.of(portfolio, TODAY.minusDays(1))).hasSize(3);
        assertThat(house.assignments.of(portfolio, TODAY))
                .extracting(Assignment::person)
                .containsExactlyInAnyOrder(carys.id(), helen.id());
        assertThat(house.trail.ofPortfolio(portfolio, Long.MAX_VALUE, 9)).hasSize(6);
    }

    @Test
    void whatWasToComeIsReplacedByAHandOver() {
        house.assignments.end(assessor.id(), TODAY.plusDays(10), ADMIN, NOW);
        assign(PortfolioRole.ASSESSOR, helen, Span.from(TODAY.plusDays(11)));
        house.assignments.handOver(portfolio, PortfolioRole.ASSESSOR, ros.id(), TODAY.plusDays(5), ADMIN, NOW);
        assertThat(holder(TODAY.plusDays(4))).isEqualTo(patrick.id());
        assertThat(holder(TODAY.plusDays(5))).isEqualTo(ros.id());
        assertThat(holder(TODAY.plusDays(11))).isEqualTo(ros.id());
    }

    @Test
    void onePartHasOneHolderAtATime() {
        assertThatThrownBy(() -> assign(PortfolioRole.ASSESSOR, helen, Span.from(TODAY)))
                .isInstanceOf(Problem.class)
                .hasMessage("Somebody is the assessor of this portfolio already on some of these days.");
    }

    @Test
    void aPortfolioBelongsToOneSocialWorkerForGood() {
        assertThatThrownBy(
                        () -> house.assignments.handOver(portfolio, PortfolioRole.NQSW, helen.id(), TODAY, ADMIN, NOW))
                .hasMessage("This portfolio belongs to another social worker.");
        assertThatThrownBy(() -> assign(PortfolioRole.MANAGER, carys, Span.from(TODAY)))
                .hasMessageContaining("Nobody can be the social worker");
        assertThat(house.assignments.of(portfolio, TODAY)).hasSize(2);
    }

    @Test
    void aDeputyStandsInForAWhileAndForSomebody() {
        Assignment deputy =
                house.assignments.deputise(assessor.id(), ros.id(), Span.of(TODAY, TODAY.plusDays(6)), ADMIN, NOW);
        assertThat(deputy.isDeputy()).isTrue();
        assertThat(deputy.deputyFor()).isEqualTo(patrick.id());
        assertThat(holder(TODAY)).isEqualTo(patrick.id());
        assertThat(house.assignments.of(portfolio, TODAY)).contains(deputy);
        assertThat(house.assignments.of(portfolio, TODAY.plusDays(7))).doesNotContain(deputy);
    }

    @Test
    void refusesDeputiesThatCannotBe() {
        Span week = Span.of(TODAY, TODAY.plusDays(6));
        Assignment nqsw =
                house.assignments.holder(portfolio, PortfolioRole.NQSW, TODAY).orElseThrow();
        assertThatThrownBy(() -> house.assignments.deputise(assessor.id(), ros.id(), Span.from(TODAY), ADMIN, NOW))
                .hasMessage("Enter the last day on which the deputy stands in.");
        assertThatThrownBy(() -> house.assignments.deputise(assessor.id(), patrick.id(), week, ADMIN, NOW))
                .hasMessage("Nobody can be their own deputy.");
        assertThatThrownBy(() -> house.assignments.deputise(assessor.id(), carys.id(), week, ADMIN, NOW))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> house.assignments.deputise(nqsw.id(), ros.id(), week, ADMIN, NOW))
                .hasMessageStartingWith("Nobody can stand in for the social worker");
        house.assignments.end(assessor.id(), TODAY.plusDays(3), ADMIN, NOW);
        assertThatThrownBy(() -> house.assignments.deputise(assessor.id(), ros.id(), week, ADMIN, NOW))
                .hasMessageEndingWith("is not the assessor on all of these days.");
    }

    @Test
    void deputiesEndWithTheOneTheyStandInFor() {
        house.assignments.deputise(assessor.id(), ros.id(), Span.of(TODAY, TODAY.plusDays(6)), ADMIN, NOW);
        house.assignments.end(assessor.id(), TODAY.plusDays(1), ADMIN, NOW);
        assertThat(house.assignments.of(portfolio, TODAY.plusDays(1))).hasSize(3);
        assertThat(house.assignments.of(portfolio, TODAY.plusDays(2))).hasSize(1);
    }

    @Test
    void aMistakeThatNeverCameToHoldIsInNobodysWay() {
        String other = UUID.randomUUID().toString();
        Assignment mistake = house.assignments.assign(
                other, PortfolioRole.NQSW, helen.id(), Span.from(TODAY.plusDays(1)), ADMIN, NOW);
        house.assignments.end(mistake.id(), TODAY, ADMIN, NOW);
        house.assignments.assign(other, PortfolioRole.NQSW, ros.id(), Span.from(TODAY), ADMIN, NOW);
        house.assignments.assign(other, PortfolioRole.ASSESSOR, helen.id(), Span.from(TODAY), ADMIN, NOW);
        assertThat(house.assignments.of(other, TODAY.plusDays(1)))
                .extracting(Assignment::person)
                .containsExactlyInAnyOrder(ros.id(), helen.id());
    }

    private String holder(LocalDate day) {
        return house.assignments
                .holder(portfolio, PortfolioRole.ASSESSOR, day)
                .orElseThrow()
                .person();
    }

    private Assignment assign(PortfolioRole role, Person person, Span span) {
        return house.assignments.assign(portfolio, role, person.id(), span, ADMIN, NOW);
    }
}
