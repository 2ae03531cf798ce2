package quire.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static quire.people.PeopleHouse.ADMIN;
import static quire.people.PeopleHouse.NOW;
import static quire.people.PeopleHouse.TODAY;

import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.core.Finding;
import quire.core.Problem;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;
import quire.trail.Trail;

@OnBothDatabases(shared = true)
class PersonsTest {

    private PeopleHouse house;
    private Organisation organisation;

    @BeforeEach
    void open(TestDatabase place) {
        house = PeopleHouse.in(place);
        organisation = house.organisation();
    }

    @Test
    void keepsEverythingThatSomebodyIsKnownBy() {
        Person.Details details = new Person.Details(
                " Siân Rhydderch", "Sian@Example.org", "Social worker", "SW000417", organisation.id());
        Person person = house.persons.add(details, ADMIN, NOW);
        Person kept = house.persons.get(person.id());
        assertThat(kept).isEqualTo(person);
        assertThat(kept.name()).isEqualTo("Siân Rhydderch");
        assertThat(kept.email()).isEqualTo("Sian@Example.org");
        assertThat(kept.display()).isEqualTo(Display.PLAIN);
        assertThat(house.persons.findByEmail("SIAN@example.ORG")).contains(kept);
        assertThat(house.persons.ofOrganisation(organisation.id())).contains(kept);
        assertThat(house.persons.list()).contains(kept);
    }

    @Test
    void s33_anotherSpellingOfAnAddressIsTheSamePerson() {
        Person person = house.person(organisation);
        String shouted = person.email().toUpperCase(Locale.ROOT);
        Person.Details again = Person.Details.of("Somebody Else", shouted, organisation.id());
        assertThat(house.persons.meet(again, ADMIN, NOW)).isEqualTo(person);
        assertThatThrownBy(() -> house.persons.add(again, ADMIN, NOW))
                .hasMessage("Somebody already has this e-mail address.");
        Person.Details elsewhere =
                Person.Details.of("Robin", shouted, house.organisation().id());
        assertThatThrownBy(() -> house.persons.meet(elsewhere, ADMIN, NOW))
                .hasMessage("Somebody already has this e-mail address.");
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        Person.Details wrong = new Person.Details("", "anna", "p".repeat(201), "1\n2", "nowhere");
        Problem problem = catchThrowableOfType(Problem.class, () -> house.persons.add(wrong, ADMIN, NOW));
        assertThat(problem.findings())
                .extracting(Finding::message)
                .containsExactly(
                        "Enter the name.",
                        "The post must be 200 characters or fewer.",
                        "The registration number must not contain line breaks or characters that cannot be seen.",
                        "Enter an e-mail address in the correct format, like name@example.com.",
                        "Choose an organisation.");
        assertThat(problem.findings())
                .allSatisfy(finding -> assertThat(finding.place().path()).isNotNull());
    }

    @Test
    void s66_keepsNamesOfAllScriptsAndRefusesWhatIsNoText() {
        for (String name :
                new String[] {"Nguyễn Thị Hồng", "محمد علی", "👩‍👩‍👧 Smith", "=HYPERLINK(1)", "<script>"}) {
            Person.Details details =
                    Person.Details.of(name, "s66-" + PeopleHouse.next() + "@example.org", organisation.id());
            assertThat(house.persons.add(details, ADMIN, NOW).name()).isEqualTo(name);
        }
        for (String name : new String[] {"\uD83D", "a\u0000", "a\uFFFE", "a\u202Eb", "a\u2028b", "a\tb"}) {
            Person.Details details = Person.Details.of(name + "x", "s66@example.org", organisation.id());
            assertThatThrownBy(() -> house.persons.add(details, ADMIN, NOW)).isInstanceOf(Problem.class);
        }
    }

    @Test
    void theTrailNamesTheFieldsThatChangedAndNothingOfThem() {
        Person person = house.person(organisation);
        Person.Details other =
                new Person.Details("Robin Married", person.email(), "Team manager", null, organisation.id());
        house.persons.change(person.id(), other, ADMIN, NOW);
        house.persons.change(person.id(), other, ADMIN, NOW);
        assertThat(house.persons.get(person.id()).details()).isEqualTo(other);
        assertThat(house.deeds("person", person.id())).containsExactly("person.added", "person.changed");
        assertThat(house.trail
                        .of("person", person.id(), Trail.NEWEST, 1)
                        .get(0)
                        .entry()
                        .details())
                .containsOnlyKeys("fields");
        assertThat(house.dump("trail")).doesNotContain("Married", "example.org");
    }

    @Test
    void readsAsEachPersonWants() {
        Person person = house.person(organisation);
        Display display = Display.of("open_dyslexic", "larger", "wide", "pale_blue");
        house.persons.display(person.id(), display, Actor.of(person.id()), NOW);
        assertThat(house.persons.get(person.id()).display()).isEqualTo(display);
        assertThat(display.font()).isEqualTo(Display.Font.OPEN_DYSLEXIC);
        assertThatThrownBy(() -> Display.of("comic", "larger", "wide", "cream")).isInstanceOf(Problem.class);
    }

    @Test
    void endsOnADayAndNotBefore() {
        Person person = house.withAccount();
        Sessions.Opened opened = house.sessions.open(person.id(), null, NOW);
        house.persons.endAccess(person.id(), TODAY, ADMIN, NOW, TODAY);
        assertThat(house.persons.get(person.id()).isActive(TODAY)).isTrue();
        assertThat(house.persons.get(person.id()).isActive(TODAY.plusDays(1))).isFalse();
        assertThat(house.sessions.find(opened.token(), NOW, TODAY)).isPresent();
        assertThat(house.sessions.find(opened.token(), NOW, TODAY.plusDays(1))).isEmpty();
        house.persons.restoreAccess(person.id(), ADMIN, NOW, TODAY);
        assertThat(house.persons.get(person.id()).isActive(TODAY.plusYears(9))).isTrue();
        assertThat(house.deeds("person", person.id())).endsWith("person.access_ended", "person.access_restored");
    }

    @Test
    void s03_endingAccessAtOnceEndsSessionsAndLinks() {
        Person person = house.withAccount();
        Sessions.Opened opened = house.sessions.open(person.id(), null, NOW);
        String reset = house.accounts.startReset(person.id(), ADMIN, NOW, TODAY).token();
        house.persons.endAccess(person.id(), TODAY.minusDays(1), ADMIN, NOW, TODAY);
        assertThat(house.sessions.find(opened.token(), NOW, TODAY)).isEmpty();
        assertThat(house.accounts.look(reset, NOW, TODAY).state()).isEqualTo(AccountLink.State.ENDED);
        assertThat(house.signIns.byPassword(person.email(), PeopleHouse.PASSWORD, house.from("192.0.2.1", NOW)))
                .isEqualTo(new SignIn.Refused(SignIn.WRONG));
        assertThat(house.accounts.askReset(person.email(), NOW, TODAY)).isEmpty();
        assertThatThrownBy(() -> house.accounts.startReset(person.id(), ADMIN, NOW, TODAY))
                .isInstanceOf(Problem.class);
        house.persons.restoreAccess(person.id(), ADMIN, NOW, TODAY);
        assertThat(house.sessions.find(opened.token(), NOW, TODAY)).isEmpty();
    }

    @Test
    void aLinkInTheOldMailboxIsGoodNoMore() {
        Person person = house.person(organisation);
        String invitation =
                house.accounts.invite(person.id(), ADMIN, NOW, TODAY).token();
        Person.Details before = person.details();
        change(person, before.email().toUpperCase(Locale.ROOT));
        assertThat(house.accounts.look(invitation, NOW, TODAY).state()).isEqualTo(AccountLink.State.VALID);
        change(person, "new" + PeopleHouse.next() + "@example.org");
        assertThat(house.accounts.look(invitation, NOW, TODAY).state()).isEqualTo(AccountLink.State.ENDED);
    }

    private void change(Person person, String email) {
        house.persons.change(person.id(), Person.Details.of(person.name(), email, person.organisation()), ADMIN, NOW);
    }
}
