package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.core.Json;
import quire.testkit.Ask;
import quire.testkit.Cast;
import quire.testkit.Docx;
import quire.testkit.DocxCheck;
import quire.testkit.DocxText;
import quire.testkit.Office;
import quire.testkit.WebHouse;

/** What is held about oneself, files in one's own letters, and what an operator sees. */
class OwnDataIT {

    @TempDir
    Path data;

    private WebHouse house;
    private Cast cast;

    @BeforeEach
    void open() {
        house = WebHouse.open(data);
        cast = Cast.in(house);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void everybodySeesWhatIsHeldAboutThemAndTakesItAway() {
        Ask nqsw = cast.ask("nqsw");
        begin(nqsw);
        nqsw.get("/account").says("/account/data");
        nqsw.get("/account/data")
                .expect(200)
                .says("Alex Nqsw", "NV-2026-001", "1 paper", "/account/data/download")
                .doesNotSay("EM-2026-001", "Alex Other");
        Ask.Answer file = nqsw.get("/account/data/download").expect(200);
        assertThat(file.header("Content-Disposition")).contains("about-me-2026-11-21.json");
        assertThat(Json.readObject(file.text(), "about me"))
                .containsKeys("person", "roles", "parts", "sessions", "portfolios");
        assertThat(file.text()).contains("Alex Nqsw").doesNotContain("EM-2026-001", "password");
        nqsw.get("/account/data").says("took away what is held about");
    }

    @Test
    void aWordDraftComesInTheLettersOfWhoeverTakesIt() {
        Ask nqsw = cast.ask("nqsw");
        String paper = begin(nqsw);
        byte[] plain = nqsw.get(paper + "/word").expect(200).bytes();
        nqsw.post(
                        "/account/display",
                        Map.of("font", "verdana", "size", "larger", "spacing", "wide", "background", "cream"))
                .expect(303);
        byte[] theirs = nqsw.get(paper + "/word").expect(200).bytes();
        assertThat(Docx.xml(theirs, "word/styles.xml"))
                .contains("w:ascii=\"Verdana\"")
                .doesNotContain("\"Arial\"");
        assertThat(Docx.xml(theirs, "word/document.xml")).contains("<w:background w:color=\"FDF6E3\"/>");
        assertThat(DocxCheck.problems(theirs)).isEmpty();
        assertThat(DocxText.of(theirs)).isEqualTo(DocxText.of(plain));
        Map<String, String> read = Office.text(Map.of("plain", plain, "theirs", theirs));
        assertThat(read.get("theirs")).isNotBlank().isEqualTo(read.get("plain"));
    }

    @Test
    void anOperatorSeesHowTheInstallationStandsAndNothingElse() {
        Ask operator = cast.ask("operator");
        operator.get("/installation")
                .expect(200)
                .says(
                        "SQLite",
                        "Step of the tables",
                        "Free space",
                        "None is known",
                        "Not since the program was started")
                .doesNotSay("Alex Nqsw", "NV-2026-001");
        operator.post("/installation/trail", Map.of()).expect(303);
        operator.get("/installation").says("Whole, 21 November 2026").doesNotSay("The trail is not whole");
        cast.ask("administrator").get("/installation").expect(404);
    }

    private String begin(Ask nqsw) {
        return nqsw.post("/portfolios/" + cast.portfolio("nqsw").id() + "/papers/agreement", Map.of())
                .location();
    }
}
