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
import quire.testkit.Line;
import quire.testkit.WebHouse;

/** What no browser sends: methods of other kinds, heads without end, bodies that lie about themselves. */
class OddRequestsIT {

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
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND", "BREW", "get"})
    void s09_knowsNoOtherMethodOnAnyAddress(String method) {
        for (String path :
                List.of("/", "/sign-in", "/people", "/forms/direct-observation", "/account/password", "/health")) {
            assertThat(status(house.ask().method(method, path).status()))
                    .as("%s %s", method, path)
                    .isEqualTo("refused");
        }
    }

    /** S-09: a method that would send back what a proxy has added. */
    @Test
    void s09_echoesNothing() {
        String answer = say("TRACE / HTTP/1.1\r\nHost: a\r\nX-Secret: planted\r\nConnection: close\r\n\r\n");
        assertThat(answer).doesNotContain("planted").doesNotStartWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
    void s09_noHeaderMakesOneMethodAnother(String header) {
        house.ask()
                .with(header, "DELETE")
                .post("/account/sessions/end-others", Map.of())
                .expect(303);
        house.ask().with(header, "POST").get("/account/display").expect(200);
    }

    /** S-10: a head of 64 kB. */
    @Test
    void s10_refusesAHeadWithoutEnd() {
        refuses(say("GET / HTTP/1.1\r\nHost: a\r\nX-Long: " + "x".repeat(65_536) + "\r\n\r\n"), 431);
        refuses(say("GET / HTTP/1.1\r\nHost: a\r\n" + "X-Many: x\r\n".repeat(10_000) + "\r\n"), 431);
    }

    /** S-10: ten thousand parameters, by one name each and all by the same. */
    @Test
    void s10_refusesTenThousandParameters() {
        StringBuilder many = new StringBuilder("/forms?");
        for (int i = 0; i < 10_000; i++) {
            many.append("p").append(i).append("=1&");
        }
        refuses(say("GET " + many + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"), 400, 414, 431);
        house.ask().get("/forms?" + "a&".repeat(5_000)).expect(400).says("twice");
        house.ask().get("/forms?a=1&%61=2").expect(400).says("twice");
    }

    /** S-10: what the head says of the body must be true, and said in one way. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nTransfer-Encoding: chunked",
                "Content-Length: 4\r\nContent-Length: 5",
                "Content-Length: -1",
                "Content-Length: 99999999999999999999",
                "Content-Length: four",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                "Transfer-Encoding: gzip, nonsense",
                "Transfer-Encoding : chunked"
            })
    void s10_refusesABodyThatIsSaidInTwoWays(String said) {
        String answer = say("POST /sign-in HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: same-origin\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n" + said + "\r\nConnection: close\r\n\r\n"
                + "0\r\n\r\nGET /health HTTP/1.1\r\nHost: a\r\n\r\n");
        refuses(answer, 400, 501);
        assertThat(answer).as("one answer").doesNotContain("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%00 HTTP/1.1",
                "GET /a%00b HTTP/1.1",
                "GET /forms/..%2f..%2fetc HTTP/1.1",
                "GET /forms/%2e%2e/%2e%2e/etc/passwd HTTP/1.1",
                "GET //evil.example/ HTTP/1.1",
                "GET /forms;x=y/direct-observation HTTP/1.1",
                "GET /forms\\..\\x HTTP/1.1",
                "GET http://evil.example/health HTTP/1.1",
                "GET /%ff%fe HTTP/1.1",
                "GET /%zz HTTP/1.1",
                "GET /\u0080 HTTP/1.1",
                "GET / HTTP/9.9",
                "GET /",
                "nonsense",
                "\u0016\u0003\u0001\u0002\u0000\u0001"
            })
    void s10_answersLinesThatAreNoAddress(String line) {
        String answer = say(line + "\r\nHost: a\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .doesNotStartWith("HTTP/1.1 500")
                .doesNotContain("\tat ", "Exception", "root:", "Jetty", "jetty", "badMessage", "HTTP ERROR")
                .containsPattern("X-Content-Type-Options: nosniff|^HTTP/1.1 (200|30)");
    }

    /** Whoever asks under a name that is not ours is led nowhere by it. */
    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:1\r\nX-Forwarded-Host: worse.example", "[::1]:x", "a b", ""})
    void s08_takesNoNameOfTheServerFromARequest(String host) {
        String answer = say("GET /account HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .doesNotStartWith("HTTP/1.1 5")
                .doesNotContain("Location: http://evil", "Location: //", "worse");
    }

    /** S-51: a body that stops half-way is no save, and holds nobody up. */
    @Test
    void s51_aBodyThatEndsBeforeItsLengthIsRefused() {
        String answer = say("POST /sign-in HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: same-origin\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nemail=a");
        assertThat(answer)
                .doesNotStartWith("HTTP/1.1 5")
                .doesNotStartWith("HTTP/1.1 2")
                .doesNotContain("Exception");
        house.ask().get("/account").expect(200);
    }

    private static void refuses(String answer, Integer... statuses) {
        assertThat(answer)
                .doesNotContain("\tat ", "Exception", "Jetty", "jetty", "badMessage", "HTTP ERROR")
                .contains("X-Content-Type-Options: nosniff", "Content-Security-Policy: default-src 'none'");
        assertThat(List.of(statuses)).as(answer).contains(Integer.valueOf(answer.substring(9, 12)));
    }

    private static String status(int status) {
        return status == 405 || status == 404 || status == 501 ? "refused" : "answered with " + status;
    }

    private static String say(String said) {
        return Line.say(house.address(), said);
    }
}
