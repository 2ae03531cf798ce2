package quire.people;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.people.PeopleHouse.ADMIN;
import static quire.people.PeopleHouse.NOW;
import static quire.people.PeopleHouse.TODAY;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

@OnBothDatabases(shared = true)
class DeparturesTest {

    private static final LocalDate YESTERDAY = TODAY.minusDays(1);

    private PeopleHouse house;
    private Departures departures;
    private Organisation organisation;
    private Person person;

    @BeforeEach
    void open(TestDatabase place) {
        house = PeopleHouse.in(place);
        departures = new Departures(house.database);
        organisation = house.organisation();
        person = house.person(organisation);
    }

    @Test
    void namesWhatNobodyWouldLookAfter() {
        HeldRole held = give(person, Role.ADMINISTRATOR, organisation, Span.from(TODAY));
        Departures.Gap gap = new Departures.Gap(Role.ADMINISTRATOR, organisation);
        assertThat(departures.withoutRole(held, YESTERDAY)).containsExactly(gap);
        assertThat(departures.withoutPerson(person.id(), YESTERDAY)).containsExactly(gap);
        assertThat(departures.withoutPerson(house.person(organisation).id(), YESTERDAY))
                .isEmpty();
    }

    @Test
    void countsAnotherOnlyWhereTheyAreThereAfterwards() {
        HeldRole held = give(person, Role.ADMINISTRATOR, organisation, Span.from(TODAY));
        Person other = house.person(organisation);
        give(other, Role.ADMINISTRATOR, organisation, Span.of(TODAY, TODAY.plusDays(5)));
        assertThat(departures.withoutRole(held, YESTERDAY)).isEmpty();
        assertThat(departures.withoutRole(held, TODAY.plusDays(5))).hasSize(1);
        house.persons.endAccess(other.id(), YESTERDAY, ADMIN, NOW, TODAY);
        assertThat(departures.withoutRole(held, YESTERDAY)).hasSize(1);
    }

    @Test
    void anAdministratorOfTheHostLooksAfterItsMembers() {
        Organisation member = house.memberOf(organisation);
        HeldRole held = give(person, Role.ADMINISTRATOR, member, Span.from(TODAY));
        give(house.person(organisation), Role.ADMINISTRATOR, organisation, Span.from(TODAY));
        assertThat(departures.withoutRole(held, YESTERDAY)).isEmpty();
    }

    @Test
    void noOtherRoleIsMissed() {
        HeldRole held = give(person, Role.LEAD, organisation, Span.from(TODAY));
        assertThat(departures.withoutRole(held, YESTERDAY)).isEmpty();
        assertThat(departures.withoutPerson(person.id(), YESTERDAY)).isEqualTo(List.of());
    }

    @Test
    void looksAfterSomebodyWhoeverLooksAfterAllThatTheyAre() {
        People people = People.of(house.database);
        Organisation other = house.organisation();
        Person administrator = house.person(organisation);
        give(administrator, Role.ADMINISTRATOR, organisation, Span.from(TODAY));
        assertThat(people.looksAfter(administrator.id(), person.id(), TODAY)).isTrue();
        give(person, Role.LEAD, organisation, Span.from(TODAY));
        give(person, Role.CHAIR, other, new Span(TODAY.minusDays(9), YESTERDAY));
        assertThat(people.looksAfter(administrator.id(), person.id(), TODAY)).isTrue();
        give(person, Role.LEAD, other, Span.from(TODAY.plusDays(30)));
        assertThat(people.looksAfter(administrator.id(), person.id(), TODAY)).isFalse();
        Person operator = house.person(organisation);
        give(operator, Role.OPERATOR, organisation, Span.from(TODAY));
        assertThat(people.looksAfter(operator.id(), person.id(), TODAY)).isTrue();
        assertThat(people.looksAfter(administrator.id(), operator.id(), TODAY)).isFalse();
        assertThat(people.looksAfter(operator.id(), operator.id(), TODAY)).isTrue();
    }

    private HeldRole give(Person to, Role role, Organisation where, Span span) {
        return house.roles.give(to.id(), role, where.id(), span, ADMIN, NOW);
    }
}
