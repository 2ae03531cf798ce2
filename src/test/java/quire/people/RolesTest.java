package quire.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quire.people.PeopleHouse.ADMIN;
import static quire.people.PeopleHouse.NOW;
import static quire.people.PeopleHouse.TODAY;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.core.Problem;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

@OnBothDatabases(shared = true)
class RolesTest {

    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    private PeopleHouse house;

    @BeforeEach
    void open(TestDatabase place) {
        house = PeopleHouse.in(place);
    }

    @Test
    void areHeldFromDayToDay() {
        Person person = house.person();
        HeldRole held = give(person, Role.MODERATOR, person.organisation(), Span.of(TOMORROW, TOMORROW.plusDays(6)));
        assertThat(house.roles.ofPerson(person.id(), TODAY)).isEmpty();
        assertThat(house.roles.ofPerson(person.id(), TOMORROW)).containsExactly(held);
        assertThat(house.roles.holders(person.organisation(), Role.MODERATOR, TOMORROW))
                .containsExactly(held);
        assertThat(house.roles.holders(person.organisation(), Role.MODERATOR, TODAY))
                .isEmpty();
        assertThat(house.roles.holders(person.organisation(), Role.CHAIR, TOMORROW))
                .isEmpty();
        assertThat(house.roles.ofPerson(person.id(), TOMORROW.plusDays(7))).isEmpty();
        assertThat(house.roles.history(person.id())).containsExactly(held);
    }

    @Test
    void endAndAreStillKnownToHaveBeenHeld() {
        Person person = house.person();
        HeldRole held = give(person, Role.LEAD, person.organisation(), Span.from(TODAY.minusDays(30)));
        house.roles.end(held.id(), TODAY.minusDays(1), ADMIN, NOW);
        assertThat(house.roles.ofPerson(person.id(), TODAY)).isEmpty();
        assertThat(house.roles.ofPerson(person.id(), TODAY.minusDays(1))).hasSize(1);
        house.roles.end(held.id(), TODAY.plusDays(5), ADMIN, NOW);
        assertThat(house.roles.ofPerson(person.id(), TODAY)).hasSize(1);
        house.roles.end(held.id(), TODAY.minusDays(60), ADMIN, NOW);
        assertThat(house.roles.ofPerson(person.id(), TODAY.minusDays(30))).isEmpty();
        assertThat(house.deeds("person", person.id()))
                .containsExactly("person.added", "role.given", "role.ended", "role.ended", "role.ended");
    }

    @Test
    void areNotHeldTwiceOnADay() {
        Person person = house.person();
        HeldRole first = give(person, Role.CHAIR, person.organisation(), Span.of(TODAY, TOMORROW));
        assertThatThrownBy(() -> give(person, Role.CHAIR, person.organisation(), Span.from(TOMORROW)))
                .isInstanceOf(Problem.class)
                .hasMessage("This person already holds the role of panel chair on some of these days.");
        give(person, Role.CHAIR, person.organisation(), Span.from(TOMORROW.plusDays(1)));
        give(person, Role.CHAIR, house.organisation().id(), Span.from(TODAY));
        assertThatThrownBy(() -> house.roles.end(first.id(), TOMORROW.plusDays(1), ADMIN, NOW))
                .isInstanceOf(Problem.class);
        assertThat(house.roles.ofPerson(person.id(), TODAY)).hasSize(2);
    }

    @Test
    void reachFromAHostToItsMembersAndNotBack() {
        Organisation host = house.organisation();
        Organisation member = house.memberOf(host);
        Organisation sister = house.memberOf(host);
        Organisation stranger = house.organisation();
        Person atHost = house.person(host);
        Person atMember = house.person(member);
        give(atHost, Role.COORDINATOR, host.id(), Span.from(TODAY));
        give(atMember, Role.ADMINISTRATOR, member.id(), Span.from(TODAY));
        assertThat(house.roles.reaching(atHost.id(), host.id(), TODAY)).containsExactly(Role.COORDINATOR);
        assertThat(house.roles.reaching(atHost.id(), member.id(), TODAY)).containsExactly(Role.COORDINATOR);
        assertThat(house.roles.reaching(atHost.id(), stranger.id(), TODAY)).isEmpty();
        assertThat(house.roles.reaching(atHost.id(), host.id(), TODAY.minusDays(1)))
                .isEmpty();
        assertThat(house.roles.reaching(atMember.id(), member.id(), TODAY)).containsExactly(Role.ADMINISTRATOR);
        assertThat(house.roles.reaching(atMember.id(), host.id(), TODAY)).isEmpty();
        assertThat(house.roles.reaching(atMember.id(), sister.id(), TODAY)).isEmpty();
    }

    @Test
    void anOperatorIsOneEverywhere() {
        Person operator = house.person();
        give(operator, Role.OPERATOR, operator.organisation(), Span.from(TODAY));
        assertThat(house.roles.reaching(operator.id(), house.organisation().id(), TODAY))
                .containsExactly(Role.OPERATOR);
    }

    @Test
    void areGivenToPeopleWhoAreThere() {
        Person person = house.person();
        assertThatThrownBy(() ->
                        house.roles.give("nobody", Role.LEAD, person.organisation(), Span.from(TODAY), ADMIN, NOW))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> give(person, Role.LEAD, "nowhere", Span.from(TODAY)))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> house.roles.end("nothing", TODAY, ADMIN, NOW)).isInstanceOf(Problem.class);
    }

    private HeldRole give(Person person, Role role, String organisation, Span span) {
        return house.roles.give(person.id(), role, organisation, span, ADMIN, NOW);
    }
}
