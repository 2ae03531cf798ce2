package quire.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quire.people.PeopleHouse.ADMIN;
import static quire.people.PeopleHouse.NOW;
import static quire.people.PeopleHouse.PASSWORD;
import static quire.people.PeopleHouse.TODAY;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

@OnBothDatabases
class SetUpTest {

    private static final Accounts.FirstOperator OLLIE =
            new Accounts.FirstOperator("Ollie Marchant", "Ollie@Northbridge.example", "Northbridge Council");

    private PeopleHouse house;

    @BeforeEach
    void open(TestDatabase place) {
        house = new PeopleHouse(place);
    }

    @Test
    void theFirstOperatorComesInByACodeAndNobodyElse() {
        String code = code().orElseThrow();
        Person ollie = house.accounts.setUp(code.toLowerCase(Locale.ROOT), OLLIE, PASSWORD, NOW, TODAY);
        assertThat(house.roles.ofPerson(ollie.id(), TODAY))
                .extracting(HeldRole::role)
                .containsExactly(Role.OPERATOR);
        assertThat(house.organisations.list()).extracting(Organisation::name).containsExactly("Northbridge Council");
        assertThat(house.signIns.byPassword(OLLIE.email(), PASSWORD, house.from("192.0.2.1", NOW)))
                .isInstanceOf(SignIn.Done.class);
        assertThat(code()).isEmpty();
        assertThatThrownBy(() -> house.accounts.setUp(code, OLLIE, PASSWORD, NOW, TODAY))
                .hasMessageStartingWith("This code is wrong, was used already");
        assertThat(house.dump("set_up_code"))
                .doesNotContain(code)
                .contains(Secrets.keptCode(code).hex());
        assertThat(house.deeds("person", ollie.id())).contains("account.set_up", "role.given");
    }

    @Test
    void theCodeIsGoodForHalfAnHourAndOnlyTheLastOne() {
        String first = code().orElseThrow();
        String second = code().orElseThrow();
        assertThatThrownBy(() -> house.accounts.setUp(first, OLLIE, PASSWORD, NOW, TODAY))
                .hasMessageContaining("code");
        assertThatThrownBy(() -> house.accounts.setUp(
                        second,
                        OLLIE,
                        PASSWORD,
                        NOW.plus(Duration.ofMinutes(30)).plusMillis(1),
                        TODAY))
                .hasMessageContaining("older than half an hour");
        assertThatThrownBy(() -> house.accounts.setUp("", OLLIE, PASSWORD, NOW, TODAY))
                .hasMessageContaining("code");
        assertThat(house.persons.list()).isEmpty();
        house.accounts.setUp(second, OLLIE, PASSWORD, NOW.plus(Duration.ofMinutes(30)), TODAY);
    }

    @Test
    void whatIsWrongWithTheOperatorLeavesTheCodeGood() {
        String code = code().orElseThrow();
        assertThatThrownBy(() -> house.accounts.setUp(code, OLLIE, "marchant and tea", NOW, TODAY))
                .hasMessageContaining("“Marchant”");
        assertThatThrownBy(() -> house.accounts.setUp(code, OLLIE, "northbridge tea", NOW, TODAY))
                .hasMessageContaining("“Northbridge”");
        Accounts.FirstOperator nameless = new Accounts.FirstOperator("", "ollie@northbridge.example", "Northbridge");
        assertThatThrownBy(() -> house.accounts.setUp(code, nameless, PASSWORD, NOW, TODAY))
                .hasMessage("Enter the name.");
        assertThat(house.organisations.list()).isEmpty();
        house.accounts.setUp(code, OLLIE, PASSWORD, NOW, TODAY);
    }

    /** Otherwise an installation whose only operator has left would be locked for ever. */
    @Test
    void anotherCodeIsShownWhenNobodyIsLeft() {
        Person ollie = house.accounts.setUp(code().orElseThrow(), OLLIE, PASSWORD, NOW, TODAY);
        house.persons.endAccess(ollie.id(), TODAY.minusDays(1), ADMIN, NOW, TODAY);
        String code = code().orElseThrow();
        Person again = house.accounts.setUp(code, OLLIE, "kettles over seven hills", NOW, TODAY);
        assertThat(again.id()).isEqualTo(ollie.id());
        assertThat(house.persons.get(ollie.id()).isActive(TODAY)).isTrue();
        assertThat(code()).isEmpty();
    }

    private Optional<String> code() {
        return house.accounts.setUpCode(NOW, TODAY);
    }
}
