package quire.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quire.people.PeopleHouse.NOW;
import static quire.people.PeopleHouse.TODAY;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.core.Problem;
import quire.testkit.AtOnce;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

@OnBothDatabases(shared = true)
class TokensTest {

    private PeopleHouse house;
    private Tokens tokens;
    private Person person;

    @BeforeEach
    void open(TestDatabase place) {
        house = PeopleHouse.in(place);
        tokens = new Tokens(house.database);
        person = house.person();
    }

    @Test
    void s27_keepsNothingThatOpensAnything() {
        Tokens.Made made = make("Payroll");
        assertThat(house.dump("program_token")).contains(made.token().id()).doesNotContain(made.secret());
        assertThat(tokens.find(made.token().id(), NOW, TODAY)).isEmpty();
        assertThat(house.deeds("person", person.id())).contains("token.made");
    }

    @Test
    void isGoodUntilItEnds() {
        Tokens.Made made = make("Payroll");
        assertThat(tokens.find(made.secret(), NOW, TODAY)).contains(made.token());
        tokens.end(person.id(), made.token().id(), Actor.of(person.id()), NOW);
        assertThat(tokens.find(made.secret(), NOW, TODAY)).isEmpty();
        assertThat(tokens.ofPerson(person.id())).isEmpty();
        assertThat(house.deeds("person", person.id())).endsWith("token.ended");
    }

    @Test
    void isGoodAsLongAsItsPersonHasAccess() {
        Tokens.Made made = make("Payroll");
        house.persons.endAccess(person.id(), TODAY, Actor.SYSTEM, NOW, TODAY);
        assertThat(tokens.find(made.secret(), NOW, TODAY)).isPresent();
        assertThat(tokens.find(made.secret(), NOW, TODAY.plusDays(1))).isEmpty();
    }

    @Test
    void doesNotComeBackWithTheAccessOfItsPerson() {
        Tokens.Made atOnce = make("Payroll");
        house.persons.endAccess(person.id(), TODAY.minusDays(1), Actor.SYSTEM, NOW, TODAY);
        house.persons.restoreAccess(person.id(), Actor.SYSTEM, NOW, TODAY);
        assertThat(tokens.find(atOnce.secret(), NOW, TODAY)).isEmpty();
        Tokens.Made later = make("Payroll");
        house.persons.endAccess(person.id(), TODAY, Actor.SYSTEM, NOW, TODAY);
        house.persons.restoreAccess(person.id(), Actor.SYSTEM, NOW, TODAY.plusDays(1));
        assertThat(tokens.find(later.secret(), NOW, TODAY.plusDays(1))).isEmpty();
    }

    @Test
    void writesAUseDownOnceAMinute() {
        Tokens.Made made = make("Payroll");
        assertThat(tokens.ofPerson(person.id()).get(0).used()).isNull();
        tokens.find(made.secret(), NOW, TODAY);
        tokens.find(made.secret(), NOW.plusSeconds(59), TODAY);
        assertThat(tokens.ofPerson(person.id()).get(0).used()).isEqualTo(NOW);
        tokens.find(made.secret(), NOW.plusSeconds(60), TODAY);
        assertThat(tokens.ofPerson(person.id()).get(0).used()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void nobodyMakesMoreThanTenHoweverFast() throws InterruptedException {
        List<Callable<Tokens.Made>> works = IntStream.rangeClosed(1, 15)
                .<Callable<Tokens.Made>>mapToObj(i -> () -> make("Program " + i))
                .toList();
        AtOnce.Ended<Tokens.Made> ended = AtOnce.run(works);
        assertThat(ended.results()).hasSize(Tokens.MOST);
        assertThat(ended.problems()).extracting(Problem::kind).containsOnly(Problem.Kind.CONFLICT);
        assertThat(tokens.ofPerson(person.id())).hasSize(Tokens.MOST);
    }

    @Test
    void isOnesOwn() {
        Tokens.Made made = make("Payroll");
        String other = house.person().id();
        assertThatThrownBy(() -> tokens.end(other, made.token().id(), Actor.of(other), NOW))
                .hasMessage("There is no such token.");
        assertThat(tokens.find(made.secret(), NOW, TODAY)).isPresent();
    }

    @Test
    void s40_letsGuessersWaitAndForgetsThem() {
        String address = "192.0.2." + PeopleHouse.next();
        for (int i = 0; i < 50; i++) {
            assertThat(tokens.refused(address, NOW)).isEqualTo(Duration.ZERO);
        }
        assertThat(tokens.refused(address, NOW)).isEqualTo(Duration.ofSeconds(1));
        assertThat(tokens.refused("198.51.100.1", NOW)).isEqualTo(Duration.ZERO);
        assertThat(tokens.refused(address, NOW.plus(Duration.ofHours(2)))).isEqualTo(Duration.ZERO);
    }

    private Tokens.Made make(String name) {
        return tokens.make(person.id(), name, Actor.of(person.id()), NOW);
    }
}
