package quire.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.testkit.Ask;
import quire.testkit.Cast;
import quire.testkit.WebHouse;

/** What the operator is told of those who try doors, and what they are not. */
class SecurityLogIT {

    private static final String SECRET = "planted-and-never-to-be-seen";

    @TempDir
    Path data;

    private final PrintStream before = System.err;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private WebHouse house;
    private Cast cast;
    private Ask nqsw;
    private String section;

    @BeforeEach
    void open() {
        house = WebHouse.open(data);
        cast = Cast.in(house);
        nqsw = cast.ask("nqsw");
        section = nqsw.post("/portfolios/" + cast.portfolio("nqsw").id() + "/papers/agreement", Map.of())
                        .location()
                + "/sections/background";
        System.setErr(new PrintStream(written, true, UTF_8));
    }

    @AfterEach
    void close() {
        System.setErr(before);
        house.close();
    }

    @Test
    void s01_s02_tellsOfFormsOfOtherPages() {
        nqsw.withoutStamp().post("/account/display", Map.of("font", SECRET)).expect(403);
        nqsw.fromAnotherSite().post("/account/display", Map.of("font", SECRET)).expect(403);
        assertThat(lines())
                .containsExactly(
                        "Refused a form of another page: POST /account/display by "
                                + cast.person("nqsw").id(),
                        "Refused a form of another page: POST /account/display by nobody");
    }

    @Test
    void s30_tellsWhoAskedForWhatIsNotTheirs() {
        cast.ask("other assessor").get(section + "?text=" + SECRET).expect(404);
        assertThat(lines())
                .containsExactly("Refused what is not theirs: GET /documents/{document}/sections/{section} by "
                        + cast.person("other assessor").id());
    }

    @Test
    void s32_tellsOfAnswersThatThePageDoesNotAskFor() {
        nqsw.post(section, Map.of("_base", "1", "_end", "1", SECRET, "x")).expect(422);
        assertThat(lines())
                .containsExactly("Refused answers to what the page does not ask: POST"
                        + " /documents/{document}/sections/{section} by "
                        + cast.person("nqsw").id());
    }

    @Test
    void s40_tellsOfProgramsWithoutATokenAndNotOfTheToken() {
        house.stranger().program("Bearer " + SECRET).get("/api/v1/forms").expect(401);
        assertThat(lines())
                .containsExactly("Refused a program without a token that is good: GET /api/v1/forms by nobody");
    }

    /** Line breaks and made-up addresses write no line of their own. */
    @Test
    void tellsNothingThatSomebodyMadeUp() {
        nqsw.get("/people/a%0D%0AWARN%20quire.security%20-%20" + SECRET);
        nqsw.get("/" + SECRET).expect(404);
        nqsw.get("/documents/" + SECRET).expect(404);
        assertThat(written.toString(UTF_8)).doesNotContain(SECRET);
    }

    private List<String> lines() {
        String all = written.toString(UTF_8);
        assertThat(all).doesNotContain(SECRET);
        return all.lines()
                .filter(line -> line.contains("quire.security"))
                .map(line -> line.substring(line.indexOf("Refused")))
                .toList();
    }
}
