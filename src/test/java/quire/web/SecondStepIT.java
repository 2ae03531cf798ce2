package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quire.people.Person;
import quire.testkit.Ask;
import quire.testkit.AuthenticatorApp;
import quire.testkit.TestClock;
import quire.testkit.WebHouse;

/** The second step of signing in, from turning it on to having lost everything. */
class SecondStepIT {

    private static final Pattern SECRET = Pattern.compile("<code class=\"quire-copy\">([A-Z2-7 ]+)</code>");
    private static final Pattern CODE = Pattern.compile("<li><code>([0-9A-Z-]+)</code></li>");

    @TempDir
    Path data;

    private final TestClock clock = new TestClock();
    private WebHouse house;
    private Passwords passwords;
    private Person person;
    private Ask ask;

    @BeforeEach
    void open() {
        house = WebHouse.open(data, clock);
        passwords = new Passwords(house);
        person = passwords.open(house.administrator());
        ask = passwords.browser(person);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void isOfferedAfterThePasswordOnly() {
        ask.post("/account/second-step", Map.of("password", "not the password"))
                .expect(422)
                .says("Enter the password that you have now.", "href=\"#password\"");
        ask.get("/account/second-step/app").expect(404);
        ask.get("/account/second-step/picture").expect(404);
    }

    @Test
    void showsTheKeyInGroupsOfFourAndAsAPicture() {
        begin();
        Ask.Answer app = ask.get("/account/second-step/app")
                .expect(200)
                .says("otpauth://totp/Quire:robin%40northvale.example?secret=", "/account/second-step/picture");
        assertThat(secret(app)).matches("([A-Z2-7]{4} ){7}[A-Z2-7]{4}");
        ask.get("/account/second-step/picture")
                .expect(200)
                .has("Content-Type", "image/svg+xml")
                .has("Cache-Control", "no-store")
                .says("<svg xmlns")
                .doesNotSay("<script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "000000", "abcdef", "12345678901234567890"})
    void staysOffWithACodeThatDoesNotFit(String code) {
        begin();
        ask.post("/account/second-step/app", Map.of("code", code))
                .expect(422)
                .says("Enter the code that your app shows now.", "href=\"#code\"");
        assertThat(house.rooms().people().secondSteps().isOn(person.id())).isFalse();
    }

    @Test
    void s03_givesTheBrowserAnotherSessionWhenThePasswordWasAskedForAgain() {
        Ask before = ask;
        begin();
        before.get("/account").expect(303);
        ask.get("/account").expect(200);
    }

    @Test
    void asksForTheCodeFromThenOnAndTakesEachOnce() {
        AuthenticatorApp app = turnOn();
        assertThat(ask.get("/account/second-step/app").status()).isEqualTo(404);
        clock.pass(Duration.ofSeconds(30));
        Ask.Answer half =
                passwords.signIn(person, Passwords.PASSWORD).expect(200).says("Enter your code");
        Ask browser = house.stranger().withCookie(Passwords.token(half));
        browser.get("/account").expect(303);
        String code = app.code(clock.instant());
        Ask.Answer in = browser.post("/sign-in/code", Map.of("code", code)).expect(303);
        assertThat(Passwords.token(in)).isNotEqualTo(Passwords.token(half));
        house.stranger().signedIn(Passwords.token(in)).get("/account").expect(200);
        Ask.Answer again = passwords.signIn(person, Passwords.PASSWORD);
        house.stranger()
                .withCookie(Passwords.token(again))
                .post("/sign-in/code", Map.of("code", code))
                .expect(422);
    }

    @Test
    void s42_slowsDownWhoeverGuessesCodes() {
        turnOn();
        Ask.Answer half = passwords.signIn(person, Passwords.PASSWORD);
        Ask browser = house.stranger().withCookie(Passwords.token(half));
        for (int i = 0; i < 5; i++) {
            browser.post("/sign-in/code", Map.of("code", "00000" + i)).expect(422);
        }
        Ask.Answer wait =
                browser.post("/sign-in/code", Map.of("code", "123456")).expect(429);
        assertThat(wait.header("Retry-After")).matches("[1-9]\\d*");
    }

    @Test
    void aRecoveryCodeLetsInOnce() {
        begin();
        List<String> codes = codes(confirm(new AuthenticatorApp(secret(ask.get("/account/second-step/app")))));
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        ask.get("/account").says("10 recovery codes left");
        withCode(codes.get(3).toLowerCase(java.util.Locale.ROOT)).expect(303);
        withCode(codes.get(3)).expect(422);
        ask.get("/account").says("9 recovery codes left");
    }

    @Test
    void givesOthersInsteadOfTheRecoveryCodesThatAreLeft() {
        begin();
        AuthenticatorApp app = new AuthenticatorApp(secret(ask.get("/account/second-step/app")));
        List<String> before = codes(confirm(app));
        clock.pass(Duration.ofSeconds(30));
        ask.post("/account/second-step/codes", Map.of("password", Passwords.PASSWORD, "code", "000000"))
                .expect(422)
                .says("Enter the code that your app shows now, or a recovery code", "href=\"#code\"");
        Ask.Answer renewed = ask.post(
                        "/account/second-step/codes",
                        Map.of("password", Passwords.PASSWORD, "code", app.code(clock.instant())))
                .expect(200)
                .says("Your new recovery codes");
        assertThat(codes(renewed)).hasSize(10).doesNotContainAnyElementsOf(before);
        withCode(before.get(0)).expect(422);
        withCode(codes(renewed).get(0)).expect(303);
    }

    @Test
    void isTurnedOffWithPasswordAndCode() {
        AuthenticatorApp app = turnOn();
        ask.get("/account/second-step/off").expect(200).says("Your password alone will open your account");
        ask.post("/account/second-step/off", Map.of("password", Passwords.PASSWORD))
                .expect(422);
        clock.pass(Duration.ofSeconds(30));
        Ask.Answer off = ask.post(
                "/account/second-step/off", Map.of("password", Passwords.PASSWORD, "code", app.code(clock.instant())));
        assertThat(off.location()).isEqualTo("/account?done=second-step-off");
        passwords.signIn(person, Passwords.PASSWORD).expect(303);
        Ask here = house.stranger().signedIn(Passwords.token(off));
        here.get("/account/second-step/off").expect(404);
        here.get("/account/second-step/codes").expect(404);
    }

    private void begin() {
        Ask.Answer begun = ask.post("/account/second-step", Map.of("password", Passwords.PASSWORD));
        assertThat(begun.location()).isEqualTo("/account/second-step/app");
        ask = house.stranger().signedIn(Passwords.token(begun));
    }

    private AuthenticatorApp turnOn() {
        begin();
        AuthenticatorApp app = new AuthenticatorApp(secret(ask.get("/account/second-step/app")));
        confirm(app);
        return app;
    }

    private Ask.Answer confirm(AuthenticatorApp app) {
        return ask.post("/account/second-step/app", Map.of("code", app.code(clock.instant())))
                .expect(200)
                .says("They are shown only now.");
    }

    private Ask.Answer withCode(String code) {
        Ask.Answer half = passwords.signIn(person, Passwords.PASSWORD).expect(200);
        return house.stranger().withCookie(Passwords.token(half)).post("/sign-in/code", Map.of("code", code));
    }

    private static String secret(Ask.Answer page) {
        Matcher secret = SECRET.matcher(page.text());
        assertThat(secret.find()).isTrue();
        return secret.group(1);
    }

    private static List<String> codes(Ask.Answer page) {
        List<String> codes = new ArrayList<>();
        Matcher code = CODE.matcher(page.text());
        while (code.find()) {
            codes.add(code.group(1));
        }
        return codes;
    }
}
