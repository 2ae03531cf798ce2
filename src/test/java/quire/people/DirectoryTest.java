package quire.people;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.people.PeopleHouse.ADMIN;
import static quire.people.PeopleHouse.NOW;
import static quire.people.PeopleHouse.PASSWORD;
import static quire.people.PeopleHouse.TODAY;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

@OnBothDatabases(shared = true)
class DirectoryTest {

    private PeopleHouse house;
    private Directory directory;
    private Organisation organisation;

    @BeforeEach
    void open(TestDatabase place) {
        house = PeopleHouse.in(place);
        directory = new Directory(house.database);
        organisation = house.organisation();
    }

    @Test
    void tellsHowFarAnAccountHasCome() {
        Person person = house.person(organisation);
        assertThat(entry().state()).isEqualTo(Directory.State.NOT_INVITED);
        house.accounts.invite(person.id(), ADMIN, NOW, TODAY);
        String token = house.accounts
                .invite(person.id(), ADMIN, NOW.plusSeconds(60), TODAY)
                .token();
        assertThat(entry().state()).isEqualTo(Directory.State.INVITED);
        assertThat(entry().invitation())
                .isEqualTo(new Directory.Invitation(
                        NOW.plusSeconds(60), NOW.plusSeconds(60).plus(Duration.ofDays(14))));
        house.accounts.choosePassword(token, PASSWORD, NOW.plusSeconds(90), TODAY);
        assertThat(entry().state()).isEqualTo(Directory.State.OPEN);
        assertThat(entry().invitation()).isNull();
        house.persons.endAccess(person.id(), TODAY.minusDays(1), ADMIN, NOW, TODAY);
        assertThat(entry().state()).isEqualTo(Directory.State.ENDED);
    }

    @Test
    void tellsWhatSomebodyIsTodayAndOnlyWhereItWasAsked() {
        Organisation other = house.organisation();
        Person person = house.person(organisation);
        HeldRole lead = give(person, Role.LEAD, organisation, Span.from(TODAY));
        give(person, Role.CHAIR, organisation, Span.from(TODAY.plusDays(1)));
        give(person, Role.MODERATOR, organisation, new Span(TODAY.minusDays(9), TODAY.minusDays(1)));
        give(person, Role.ADMINISTRATOR, other, Span.from(TODAY));
        house.assignments.assign(
                "p" + PeopleHouse.next(), PortfolioRole.ASSESSOR, person.id(), Span.from(TODAY), ADMIN, NOW);
        assertThat(entry().roles()).containsExactly(lead);
        assertThat(entry().parts()).containsExactly(PortfolioRole.ASSESSOR);
        assertThat(directory.get(person, organisation, TODAY)).isEqualTo(entry());
    }

    @Test
    void listsThosePeopleByNameAndNoOthers() {
        house.person(house.organisation());
        for (String name : List.of("zoe Example", "Ændrew Example", "Bo Example", "Écile Example")) {
            house.persons.add(
                    Person.Details.of(name, "n" + PeopleHouse.next() + "@example.org", organisation.id()), ADMIN, NOW);
        }
        assertThat(directory.of(List.of(organisation), TODAY))
                .extracting(entry -> entry.person().name())
                .containsExactly("Ændrew Example", "Bo Example", "Écile Example", "zoe Example");
        assertThat(directory.of(List.of(), TODAY)).isEmpty();
    }

    private Directory.Entry entry() {
        return directory.of(List.of(organisation), TODAY).get(0);
    }

    private HeldRole give(Person person, Role role, Organisation where, Span span) {
        return house.roles.give(person.id(), role, where.id(), span, ADMIN, NOW);
    }
}
