package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quire.people.Actor;
import quire.people.Person;
import quire.testkit.Ask;
import quire.testkit.TestClock;
import quire.testkit.WebHouse;

/** What people give to programs, and what programs are asked for. */
class ProgramTokensIT {

    private static final Pattern TOKEN = Pattern.compile("<code class=\"quire-copy\">([A-Za-z0-9_-]{43})</code>");

    @TempDir
    Path data;

    private final TestClock clock = new TestClock();
    private WebHouse house;
    private Person person;
    private Ask ask;

    @BeforeEach
    void open() {
        house = WebHouse.open(data, clock);
        Passwords passwords = new Passwords(house);
        person = passwords.open(house.administrator());
        ask = passwords.browser(person);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void letsAProgramInWithATokenThatIsShownOnce() {
        String token = make("Payroll letters");
        program(token).get("/api/v1/forms").expect(200);
        ask.get("/account/tokens").expect(200).says("Payroll letters").doesNotSay(token);
        assertThat(house.rooms().people().tokens().ofPerson(person.id()).get(0).id())
                .isEqualTo(quire.core.Digest.of(token).hex());
    }

    @Test
    void asksForThePasswordBeforeItMakesOne() {
        ask.post("/account/tokens", Map.of("name", "Payroll", "password", "not the password"))
                .expect(422)
                .says("Enter the password that you have now.", "value=\"Payroll\"");
        assertThat(house.rooms().people().tokens().ofPerson(person.id())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''       | Enter the name of the program.
                    '   '    | Enter the name of the program.
                    A\u0001B | The name of the program must not contain line breaks or characters that cannot be seen.
                    payroll  | You already have a token for “payroll”.
                    """)
    void refusesANameWithASentenceBesideIt(String name, String sentence) {
        make("Payroll");
        ask.post("/account/tokens", Map.of("name", name, "password", Passwords.PASSWORD))
                .expect(422)
                .says(sentence, "href=\"#name\"");
    }

    @Test
    void nobodyHasMoreThanTen() {
        for (int i = 1; i <= 10; i++) {
            make("Program " + i);
        }
        ask.get("/account/tokens").says("as many as there can be").doesNotSay("Make the token</button>");
        ask.post("/account/tokens", Map.of("name", "Eleven", "password", Passwords.PASSWORD))
                .expect(422)
                .says("You have 10 tokens");
    }

    @Test
    void s03_endsWhenItIsEnded() {
        String token = make("Payroll");
        String id = quire.core.Digest.of(token).hex();
        assertThat(ask.post("/account/tokens/" + id + "/end", Map.of()).location())
                .isEqualTo("/account/tokens?done=token");
        program(token).get("/api/v1/forms").expect(401);
        ask.post("/account/tokens/" + id + "/end", Map.of()).expect(404);
    }

    @Test
    void s30_nobodyEndsTheTokenOfSomebodyElse() {
        String token = make("Payroll");
        Ask other = quire.testkit.Cast.in(house).ask("other administrator");
        other.post("/account/tokens/" + quire.core.Digest.of(token).hex() + "/end", Map.of())
                .expect(404);
        program(token).get("/api/v1/forms").expect(200);
    }

    @Test
    void s03_endsWithTheAccessOfItsPersonForGood() {
        String token = make("Payroll");
        var persons = house.rooms().people().persons();
        var today = house.rooms().today();
        persons.endAccess(person.id(), today, Actor.SYSTEM, clock.instant(), today);
        program(token).get("/api/v1/forms").expect(200);
        clock.pass(Duration.ofDays(1));
        program(token).get("/api/v1/forms").expect(401);
        persons.restoreAccess(
                person.id(), Actor.SYSTEM, clock.instant(), house.rooms().today());
        program(token).get("/api/v1/forms").expect(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic cm9iaW46cGFzc3dvcmQ=", "Bearer", "Bearer ", "Bearer a b"})
    void saysHowToShowOneWhereThereIsNone(String header) {
        Ask.Answer answer =
                house.stranger().program(header).get("/api/v1/forms").expect(401);
        answer.has("WWW-Authenticate", "Bearer realm=\"Quire\"")
                .has("Content-Type", "application/problem+json")
                .says("\"status\":401", "Authorization: Bearer");
    }

    @Test
    void refusesATokenThatIsNoneAndASessionThatIsNoToken() {
        program("x".repeat(43))
                .get("/api/v1/forms")
                .expect(401)
                .has("WWW-Authenticate", "Bearer realm=\"Quire\", error=\"invalid_token\"");
        program(house.session(person)).get("/api/v1/forms").expect(401);
        ask.get("/api/v1/forms").expect(401);
        String token = make("Payroll");
        house.stranger().withCookie(token).get("/account").expect(303);
    }

    @Test
    void s40_slowsDownGuessersAndNotTheProgramsBesideThem() {
        String token = make("Payroll");
        Ask guesser = program("x".repeat(43));
        for (int i = 0; i < 50; i++) {
            guesser.get("/api/v1/forms").expect(401);
        }
        Ask.Answer wait = guesser.get("/api/v1/forms").expect(429);
        assertThat(wait.header("Retry-After")).isEqualTo("1");
        wait.has("Content-Type", "application/problem+json");
        program(token).get("/api/v1/forms").expect(200);
        clock.pass(Duration.ofSeconds(2));
        guesser.get("/api/v1/forms").expect(401);
    }

    @Test
    void saysWhenItWasUsedLast() {
        String token = make("Payroll");
        ask.get("/account/tokens").says("Last used: Never");
        program(token).get("/api/v1/forms").expect(200);
        ask.get("/account/tokens").says("Last used: 21 November 2026 at 2:32pm");
    }

    private Ask program(String token) {
        return house.stranger().program("Bearer " + token);
    }

    private String make(String name) {
        Ask.Answer made = ask.post("/account/tokens", Map.of("name", name, "password", Passwords.PASSWORD))
                .expect(200)
                .says("It is shown only now.");
        ask = house.stranger().signedIn(Passwords.token(made));
        Matcher token = TOKEN.matcher(made.text());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }
}
