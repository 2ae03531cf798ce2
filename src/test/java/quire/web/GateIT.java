package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quire.testkit.Ask;
import quire.testkit.WebHouse;
import quire.web.frame.Assets;

/** What stands before every address. */
class GateIT {

    @TempDir
    static Path data;

    private static WebHouse house;

    @BeforeAll
    static void open() {
        house = WebHouse.open(data);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/forms", "/nothing", "/api/v1/forms", "/api/v1/nothing", "/documents/x/sections/y"})
    void s07_tellsTheBrowserWhatToRefuse(String path) {
        house.ask()
                .get(path)
                .has(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
                                + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'")
                .has("X-Content-Type-Options", "nosniff")
                .has("Referrer-Policy", "no-referrer")
                .has("Cross-Origin-Opener-Policy", "same-origin")
                .has("Cross-Origin-Resource-Policy", "same-origin")
                .has("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
                .has("Strict-Transport-Security", "max-age=31536000")
                .has("Cache-Control", "no-store");
    }

    /** Refusals of every kind say the same. */
    @Test
    void s07_tellsTheBrowserSoWhateverTheAnswer() {
        for (Ask.Answer answer : List.of(
                house.ask().withoutStamp().post("/account/display", Map.of()).expect(403),
                house.ask().post("/account/display", "text/plain", "x").expect(415),
                house.ask().get("/forms?a=1&a=2").expect(400),
                house.ask().method("PUT", "/forms").expect(405),
                house.stranger().get("/account").expect(303),
                house.stranger().post("/account/display", Map.of()).expect(401),
                house.stranger().program("Bearer none").get("/api/v1/forms").expect(401),
                house.ask().get(Assets.address() + "/quire.css").expect(200),
                house.ask().get("/people/import/template").expect(200))) {
            assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
            answer.has("X-Content-Type-Options", "nosniff")
                    .has("Referrer-Policy", "no-referrer")
                    .has("Strict-Transport-Security", "max-age=31536000");
        }
    }

    @Test
    void s02_letsFormsInFromOurPagesOnly() {
        String path = "/forms/direct-observation/documents";
        house.ask().fromAnotherSite().post(path, Map.of()).expect(403).says("out of date");
        assertThat(house.rooms().documents().list()).isEmpty();
        house.ask().post(path, Map.of()).expect(303);
        assertThat(house.rooms().documents().list()).hasSize(1);
    }

    @Test
    void s09_changesNothingByGet() {
        house.ask().get("/forms/direct-observation/documents").expect(405).has("Allow", "POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "TRACE", "OPTIONS"})
    void s09_knowsNoOtherMethods(String method) {
        house.ask().method(method, "/forms").expect(405);
    }

    @Test
    void s09_doesNotLetAHeaderTurnOneMethodIntoAnother() {
        house.ask()
                .getWith("/forms/direct-observation", "X-HTTP-Method-Override", "DELETE")
                .expect(200);
    }

    @Test
    void s10_refusesWhatIsTwiceInAnAddress() {
        house.ask().get("/forms?a=1&a=2").expect(400);
    }

    @Test
    void refusesFormsThatAreNoForms() {
        Ask ask = house.ask();
        String path = "/forms/direct-observation/documents";
        ask.post(path, "application/json", "{}").expect(415);
        ask.post(path, "application/x-www-form-urlencoded", "nqsw_name=%zz").expect(400);
        ask.post(path, "multipart/form-data; boundary=x", "no parts at all").expect(400);
        ask.post(path, "application/x-www-form-urlencoded", "a=1&".repeat(20_001))
                .expect(413);
        ask.post(path, "application/x-www-form-urlencoded", "nqsw_name=" + "x".repeat(12_000_001))
                .expect(413);
    }

    /** The server ends the connection with some refusals; a sender who was not told would lose what they send next. */
    @Test
    void saysThatTheConnectionEndsWithARefusal() {
        String path = "/forms/direct-observation/documents";
        for (int i = 0; i < 50; i++) {
            house.ask()
                    .post(path, "application/x-www-form-urlencoded", "nqsw_name=%zz")
                    .expect(400);
            house.ask()
                    .post(path, "multipart/form-data; boundary=x", "no parts")
                    .expect(400);
        }
    }

    /** A sender goes on sending while it is refused; cut off in the middle it would never learn why. */
    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "application/json", "multipart/form-data; boundary=x"})
    void s67_letsALargeBodyArriveBeforeItSaysNo(String type) {
        String body =
                "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n" + "x".repeat(40_000_000) + "\r\n--x--";
        Ask.Answer answer = house.ask().post("/forms/direct-observation/documents", type, body);
        assertThat(answer.status()).as(answer.text()).isIn(413, 415);
    }

    /** What was typed stands on the page that refuses it; what somebody signs in with never does. */
    @Test
    void showsNoPasswordOnThePageThatRefusesIt() {
        String twice = "email=a%40b.example&password=nine-green-horses&password=nine-green-horses";
        house.ask()
                .post("/sign-in", "application/x-www-form-urlencoded", twice)
                .expect(400)
                .doesNotSay("nine-green-horses");
    }

    /** What people type is as long as they wish, however their browser packs it. */
    @ParameterizedTest
    @ValueSource(ints = {190_000, 210_000, 11_000_000})
    void takesALongTextInParts(int letters) {
        house.ask()
                .postParts("/forms/direct-observation/documents", Map.of("nqsw_name", "x".repeat(letters)))
                .expect(422)
                .doesNotSay("not sent correctly");
    }

    @Test
    void servesAssetsForEverUnderAnAddressThatNamesTheirContent() {
        house.ask()
                .get(Assets.address() + "/quire.css")
                .expect(200)
                .has("Content-Type", "text/css; charset=utf-8")
                .has("Cache-Control", "public, max-age=31536000, immutable");
        house.ask().get("/assets/old/quire.css").expect(200).has("Cache-Control", "no-store");
        house.ask().get(Assets.address() + "/../../../etc/passwd").doesNotSay("root:");
        house.ask().get(Assets.address() + "/nothing.js").expect(404);
    }

    @Test
    void saysNothingOfWhatItIsMadeOf() {
        assertThat(house.ask().get("/").header("Server")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/documents/nobody", "/documents/nobody/check", "/documents/nobody/pdf", "/forms/nobody"})
    void hasOnePageForWhatIsNotThere(String path) {
        house.ask().get(path).expect(404).says("Page not found").doesNotSay("nobody");
    }
}
