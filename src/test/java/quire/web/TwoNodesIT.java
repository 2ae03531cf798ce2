package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.people.Person;
import quire.testkit.Ask;
import quire.testkit.TestClock;
import quire.testkit.TestDatabase;
import quire.testkit.WebHouse;

/** Two servers before one record on PostgreSQL. */
class TwoNodesIT {

    private final TestClock clock = new TestClock();
    private TestDatabase record;
    private WebHouse one;
    private WebHouse two;
    private Person person;

    @BeforeEach
    void open() {
        record = TestDatabase.of(TestDatabase.Kind.POSTGRESQL);
        one = WebHouse.on(record.open(), clock);
        two = WebHouse.on(record.open(), clock);
        person = new Passwords(one).open(one.administrator());
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
        record.close();
    }

    /** S-04: whoever has signed in at one is signed in at the other, and signed out at both. */
    @Test
    void s04_aSessionOfOneNodeIsOneOfTheOther() {
        String token = Passwords.token(new Passwords(one).signIn(person, Passwords.PASSWORD));
        Ask there = two.stranger().signedIn(token);
        there.get("/account").expect(200);
        String document =
                there.post("/forms/direct-observation/documents", Map.of()).location();
        Ask here = one.stranger().signedIn(token);
        here.get(document).expect(200);
        here.post("/sign-out", Map.of()).expect(303);
        there.get("/account").expect(303);
        there.post(document + "/sections/details/autosave", Map.of()).expect(401);
    }

    /** S-40: guesses at one node are counted at the other. */
    @Test
    void s40_guessesAreCountedWhereverTheyArrive() {
        Passwords atOne = new Passwords(one);
        Passwords atTwo = new Passwords(two);
        atOne.signIn(person, "wrong 1").expect(422);
        atTwo.signIn(person, "wrong 2").expect(422);
        atOne.signIn(person, "wrong 3").expect(422);
        atTwo.signIn(person, Passwords.PASSWORD).expect(429);
        assertThat(atOne.signIn(person, Passwords.PASSWORD).status()).isEqualTo(429);
    }
}
