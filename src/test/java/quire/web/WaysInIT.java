package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quire.people.Person;
import quire.people.SignIn;
import quire.testkit.Ask;
import quire.testkit.TestClock;
import quire.testkit.WebHouse;

/** The way in and out, against those who would like to come in another way. */
class WaysInIT {

    @TempDir
    Path data;

    private final TestClock clock = new TestClock();
    private WebHouse house;
    private Passwords passwords;
    private Person person;

    @BeforeEach
    void open() {
        house = WebHouse.open(data, clock);
        passwords = new Passwords(house);
        person = passwords.open(house.administrator());
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void s06_theCookieIsForThisHostOverTlsAndForNoScript() {
        String cookie = passwords.signIn(person, Passwords.PASSWORD).header("Set-Cookie");
        assertThat(cookie).matches("__Host-quire=[A-Za-z0-9_-]{43}; Path=/; Secure; HttpOnly; SameSite=Lax");
        Ask browser = passwords.browser(person);
        assertThat(browser.post("/sign-out", Map.of()).header("Set-Cookie"))
                .isEqualTo("__Host-quire=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0");
    }

    @Test
    void s03_nobodyGetsTheSessionThatSomebodyElseHasPutIntoTheirBrowser() {
        String planted = "p".repeat(43);
        String token = Passwords.token(house.stranger()
                .withCookie(planted)
                .post("/sign-in", Map.of("email", person.email(), "password", Passwords.PASSWORD)));
        assertThat(token).isNotEqualTo(planted);
        house.stranger().withCookie(planted).get("/account").expect(303);
        String again = Passwords.token(house.stranger()
                .withCookie(token)
                .post("/sign-in", Map.of("email", person.email(), "password", Passwords.PASSWORD)));
        house.stranger().withCookie(token).get("/account").expect(303);
        house.stranger().withCookie(again).get("/account").expect(200);
    }

    @Test
    void s03_signingOutEndsTheSessionAndNotTheCookieAlone() {
        Ask browser = passwords.browser(person);
        assertThat(browser.post("/sign-out", Map.of()).location()).isEqualTo("/sign-in?out=1");
        browser.get("/account").expect(303);
        house.stranger().get("/sign-in?out=1").says("You are signed out.");
    }

    @Test
    void s01_s02_takesNoFormOfAnotherSiteAndNoneOfAnotherSession() {
        Map<String, String> typed = Map.of("email", person.email(), "password", Passwords.PASSWORD);
        house.stranger().fromAnotherSite().post("/sign-in", typed).expect(403);
        Ask browser = passwords.browser(person);
        browser.withoutStamp().post("/sign-out", Map.of()).expect(403);
        browser.fromAnotherSite().post("/sign-out", Map.of()).expect(403);
        String stamp = house.stranger()
                .signedIn(house.session(person))
                .get("/account")
                .text()
                .replaceFirst("(?s).*?name=\"_stamp\" value=\"([0-9a-f]{64})\".*", "$1");
        browser.withoutStamp().post("/sign-out", Map.of("_stamp", stamp)).expect(403);
        browser.get("/account").expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https:evil.example",
                "https://evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/a\\b",
                "javascript:alert(1)",
                "evil.example",
                "/\t/evil.example",
                "/sign-in",
                "/sign-out",
                ""
            })
    void s08_leadsNowhereElse(String to) {
        Map<String, String> typed = Map.of("email", person.email(), "password", Passwords.PASSWORD, "to", to);
        assertThat(house.stranger().post("/sign-in", typed).location()).isEqualTo("/");
        String encoded = java.net.URLEncoder.encode(to, java.nio.charset.StandardCharsets.UTF_8);
        house.stranger().get("/sign-in?to=" + encoded).says("name=\"to\" value=\"/\"");
        assertThat(passwords.browser(person).get("/sign-in?to=" + encoded).location())
                .isEqualTo("/");
    }

    @Test
    void s08_leadsWhereSomebodyWasGoing() {
        String to = house.stranger().get("/people?text=a+b").location();
        assertThat(to).isEqualTo("/sign-in?to=%2Fpeople%3Ftext%3Da%2Bb");
        house.stranger().get(to).says("value=\"/people?text=a+b\"");
        Map<String, String> typed =
                Map.of("email", person.email(), "password", Passwords.PASSWORD, "to", "/people?text=a+b");
        assertThat(house.stranger().post("/sign-in", typed).location()).isEqualTo("/people?text=a+b");
    }

    @Test
    void s41_saysTheSameOfAnAddressThatIsKnownAndOfOneThatIsNot() {
        String known = wrong(person.email());
        assertThat(known).contains(SignIn.WRONG);
        assertThat(wrong("nobody@northvale.example").replace("nobody@northvale.example", person.email()))
                .isEqualTo(known);
        Person uninvited = house.rooms()
                .people()
                .persons()
                .add(
                        Person.Details.of("Una Example", "una@northvale.example", person.organisation()),
                        quire.people.Actor.SYSTEM,
                        clock.instant());
        assertThat(wrong(uninvited.email()).replace(uninvited.email(), person.email()))
                .isEqualTo(known);
    }

    @Test
    void s40_makesGuessersWaitLongerAndLongerAndNobodyForEver() {
        for (int i = 0; i < 3; i++) {
            passwords.signIn(person, "wrong " + i).expect(422);
        }
        assertThat(waited("wrong")).isEqualTo(1);
        clock.pass(Duration.ofSeconds(1));
        passwords.signIn(person, "wrong").expect(422);
        assertThat(waited("wrong")).isEqualTo(2);
        assertThat(waited(Passwords.PASSWORD)).isEqualTo(2);
        clock.pass(Duration.ofSeconds(2));
        passwords.signIn(person, Passwords.PASSWORD).expect(303);
    }

    @Test
    void s40_believesNoHeaderAboutWhereSomebodyComesFrom() {
        for (int i = 0; i < 3; i++) {
            passwords.signIn(person, "wrong " + i).expect(422);
        }
        Map<String, String> typed = Map.of("email", person.email(), "password", Passwords.PASSWORD);
        house.stranger()
                .with("X-Forwarded-For", "203.0.113.9")
                .post("/sign-in", typed)
                .expect(429);
        house.stranger()
                .with("X-Forwarded-For", "127.0.0.1, 203.0.113.9")
                .post("/sign-in", typed)
                .expect(429);
    }

    @Test
    void s40_waitsForAnUnknownAddressAsForAKnownOne() {
        for (int i = 0; i < 3; i++) {
            wrong("nobody@northvale.example");
        }
        house.stranger()
                .post("/sign-in", Map.of("email", "nobody@northvale.example", "password", "x"))
                .expect(429)
                .says("There were too many attempts. Try again in 1 second.");
    }

    @Test
    void s05_endsAfterAnHourWithoutARequestOfThePerson() {
        Ask browser = passwords.browser(person);
        clock.pass(Duration.ofMinutes(59));
        browser.getWith("/session", "X-Quire-Unasked", "1").says("\"signedIn\":true");
        clock.pass(Duration.ofMinutes(2));
        browser.getWith("/session", "X-Quire-Unasked", "1").says("\"signedIn\":false");
        browser.get("/account").expect(303);
        browser.post("/account/display", "application/json", "{}").expect(401);
    }

    @Test
    void s05_endsAfterTwelveHoursHoweverBusy() {
        Ask browser = passwords.browser(person);
        for (int i = 0; i < 24; i++) {
            browser.get("/account").expect(200);
            clock.pass(Duration.ofMinutes(30));
        }
        clock.pass(Duration.ofMinutes(1));
        browser.get("/account").expect(303);
    }

    private String wrong(String email) {
        return house.stranger()
                .post("/sign-in", Map.of("email", email, "password", "not the password at all"))
                .expect(422)
                .text();
    }

    private int waited(String password) {
        Ask.Answer answer = passwords.signIn(person, password).expect(429);
        return Integer.parseInt(String.valueOf(answer.header("Retry-After")));
    }
}
