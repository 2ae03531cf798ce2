package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quire.people.Display;
import quire.people.Person;
import quire.people.Session;
import quire.testkit.Ask;
import quire.testkit.Cast;
import quire.testkit.WebHouse;

/** What somebody has of their own: details, password, display, sessions. */
class AccountPagesIT {

    private static final String ANOTHER = "quiet boats on long rivers";

    @TempDir
    Path data;

    private WebHouse house;
    private Cast cast;
    private Passwords passwords;
    private Person person;
    private Ask ask;

    @BeforeEach
    void open() {
        house = WebHouse.open(data);
        cast = Cast.in(house);
        passwords = new Passwords(house);
        person = passwords.open(cast.person("assessor"));
        ask = passwords.browser(person);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void saysWhoSomebodyIsHere() {
        ask.get("/account")
                .expect(200)
                .says("Alex Assessor", "assessor@people.example", "Northvale Council", "Assessor", "This one", "Off.");
        cast.ask("administrator").get("/account").says("Administrator, Northvale Council");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/account", "/account/password", "/account/display", "/account/second-step", "/account/tokens"})
    void isForWhoeverIsSignedIn(String page) {
        ask.get(page).expect(200);
        house.stranger().get(page).expect(303).has("Location", "/sign-in?to=" + page.replace("/", "%2F"));
    }

    @Test
    void s03_changesThePasswordAndEndsEverySessionButTheOneThatAsks() {
        Ask elsewhere = passwords.browser(person);
        Ask.Answer changed = ask.post("/account/password", Map.of("before", Passwords.PASSWORD, "password", ANOTHER));
        assertThat(changed.location()).isEqualTo("/account?done=password");
        Ask here = house.stranger().signedIn(Passwords.token(changed));
        here.get("/account?done=password").expect(200).says("Your password is changed");
        elsewhere.get("/account").expect(303);
        ask.get("/account").expect(303);
        passwords.signIn(person, Passwords.PASSWORD).expect(422);
        passwords.signIn(person, ANOTHER).expect(303);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    wrong horse battery stapler | quiet boats on long rivers | before   | Enter the password that you have now.
                    teapot under four clouds    | short                      | password | Password must be 12 characters or more.
                    teapot under four clouds    | passwordpassword           | password | Many people choose a password like this one
                    teapot under four clouds    | i am the assessor here     | password | Password must not contain
                    """)
    void refusesAPasswordWithASentenceBesideItsBox(String before, String after, String box, String sentence) {
        ask.post("/account/password", Map.of("before", before, "password", after))
                .expect(422)
                .says("href=\"#" + box + "\"", "id=\"" + box + "-error\"", sentence)
                .doesNotSay(after, before);
        passwords.signIn(person, Passwords.PASSWORD).expect(303);
    }

    @Test
    void s40_slowsDownWhoeverGuessesThePasswordOfAnOpenBrowser() {
        Map<String, String> guess = Map.of("before", "not the password at all", "password", ANOTHER);
        for (int i = 0; i < 3; i++) {
            ask.post("/account/password", guess).expect(422);
        }
        ask.post("/account/password", guess).expect(429).says("There were too many attempts. Try again in");
    }

    @Test
    void s03_showsNoPasswordAgainWhereTheSessionHasEnded() {
        house.rooms().people().sessions().endAll(person.id(), quire.people.Actor.SYSTEM, WebHouse.CLOCK.instant());
        Ask.Answer answer = ask.post("/account/password", Map.of("before", Passwords.PASSWORD, "password", ANOTHER))
                .expect(401)
                .doesNotSay(ANOTHER, Passwords.PASSWORD, "kept.before", "kept.password");
        answer.says("name=\"to\" value=\"/account/password\"");
    }

    @Test
    void showsPagesAsSomebodyLikesThem() {
        Map<String, String> choice =
                Map.of("font", "open_dyslexic", "size", "larger", "spacing", "wide", "background", "pale_blue");
        assertThat(ask.post("/account/display", choice).location()).isEqualTo("/account?done=display");
        String classes = "class=\"govuk-template quire-font-open-dyslexic quire-size-larger quire-spacing-wide"
                + " quire-background-pale-blue\"";
        ask.get("/account").says(classes);
        ask.get("/nqsws").says(classes);
        ask.get("/account/display").says("value=\"pale_blue\" checked");
        cast.ask("nqsw").get("/account").says("class=\"govuk-template\"");
    }

    @ParameterizedTest
    @CsvSource({"font, comic", "size, ''", "spacing, WIDE", "background, red\"><script>"})
    void refusesADisplayThatIsNotOnOffer(String box, String word) {
        Map<String, String> choice = new LinkedHashMap<>(
                Map.of("font", "verdana", "size", "large", "spacing", "wide", "background", "cream"));
        choice.put(box, word);
        ask.post("/account/display", choice)
                .expect(422)
                .says("Choose one of the ways to show the " + box + ".", "href=\"#" + box + "\"")
                .doesNotSay("<script>");
        assertThat(house.rooms().people().persons().get(person.id()).display()).isEqualTo(Display.PLAIN);
    }

    @Test
    void s03_whatIsEndedElsewhereIsOutAtOnce() {
        Ask phone = passwords.browser(person);
        phone.get("/account").expect(200);
        String ended = sessions().stream()
                .map(Session::id)
                .filter(id -> phone.get("/account").text().contains("/" + id + "/end"))
                .filter(id -> !isHere(ask, id))
                .findFirst()
                .orElseThrow();
        assertThat(ask.post("/account/sessions/" + ended + "/end", Map.of()).location())
                .isEqualTo("/account?done=session");
        phone.get("/account").expect(303);
        phone.post("/account/display", Map.of("font", "verdana")).expect(401);
        ask.get("/account").expect(200);
    }

    @Test
    void s03_signsOutOfAllButThisOne() {
        Ask phone = passwords.browser(person);
        Ask tablet = passwords.browser(person);
        ask.get("/account").says("Sign out of all but this one");
        assertThat(ask.post("/account/sessions/end-others", Map.of()).location())
                .isEqualTo("/account?done=sessions");
        phone.get("/account").expect(303);
        tablet.get("/account").expect(303);
        ask.get("/account").expect(200).doesNotSay("Sign out of all but this one");
    }

    @Test
    void signsOutWhoeverEndsTheSessionThatTheyAreIn() {
        String here = sessions().get(0).id();
        Ask.Answer answer = ask.post("/account/sessions/" + here + "/end", Map.of());
        assertThat(answer.location()).isEqualTo("/sign-in?out=1");
        assertThat(answer.header("Set-Cookie")).contains("Max-Age=0");
        ask.get("/account").expect(303);
    }

    @Test
    void s30_endsNobodyElsesSession() {
        String theirs = sessions().get(0).id();
        cast.ask("administrator")
                .post("/account/sessions/" + theirs + "/end", Map.of())
                .expect(404);
        cast.ask("operator")
                .post("/account/sessions/nothing-of-the-kind/end", Map.of())
                .expect(404);
        ask.get("/account").expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/account/password",
                "/account/display",
                "/account/sessions/end-others",
                "/account/second-step",
                "/account/second-step/app",
                "/account/second-step/codes",
                "/account/second-step/off",
                "/account/tokens"
            })
    void s01_s02_refusesAFormWithoutItsStampOrFromElsewhere(String address) {
        ask.withoutStamp().post(address, Map.of()).expect(403);
        ask.withoutStamp().post(address, Map.of("_stamp", "0".repeat(64))).expect(403);
        ask.fromAnotherSite().post(address, Map.of()).expect(403);
    }

    private List<Session> sessions() {
        return house.rooms().people().sessions().ofPerson(person.id(), WebHouse.CLOCK.instant());
    }

    /** Whether this is the session of that browser. */
    private static boolean isHere(Ask browser, String id) {
        String page = browser.get("/account").text();
        int here = page.indexOf("This one");
        return page.indexOf(id, here) == page.indexOf("/end\"", here) - id.length();
    }
}
