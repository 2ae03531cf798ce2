package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.portfolio.Document;
import quire.portfolio.Summary;
import quire.testkit.Ask;
import quire.testkit.AtOnce;
import quire.testkit.Cast;
import quire.testkit.WebHouse;

/** The same form sent several times at the same moment, as by a double click or a line that sends again. */
class TwiceAtOnceIT {

    private static final int TIMES = 6;

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
    void r16_startsOnePaperWhereThereIsToBeOne() throws InterruptedException {
        String address = paper("agreement");
        List<Ask.Answer> answers = atOnce(cast.ask("nqsw"), address, Map.of("seen", "0"));
        assertThat(papers()).hasSize(1);
        assertThat(answers)
                .extracting(Ask.Answer::location)
                .containsOnly("/documents/" + papers().get(0).id());
        assertThat(cast.ask("nqsw").post(address, Map.of()).location())
                .as("pressed again later")
                .isEqualTo("/documents/" + papers().get(0).id());
    }

    @Test
    void r16_startsOneMoreWhereThereMayBeSeveral() throws InterruptedException {
        Callable<Document> first = () -> cast.start("nqsw", "observation-1", 0);
        assertThat(AtOnce.run(Collections.nCopies(TIMES, first)).results())
                .extracting(Document::id)
                .containsOnly(papers().get(0).id());
        Callable<Document> second = () -> cast.start("nqsw", "observation-1", 1);
        AtOnce.run(Collections.nCopies(TIMES, second));
        assertThat(papers()).hasSize(2);
    }

    @Test
    void r16_addsOnePerson() throws InterruptedException {
        Map<String, String> person = new LinkedHashMap<>();
        person.put("name", "Pat Example");
        person.put("email", "pat@people.example");
        person.put("organisation", cast.portfolio("nqsw").organisation());
        List<Ask.Answer> answers = atOnce(cast.ask("administrator"), "/people", person);
        assertThat(answers.stream().filter(answer -> answer.status() == 303)).hasSize(1);
        assertThat(answers).extracting(Ask.Answer::status).containsOnly(303, 422);
    }

    @Test
    void r16_savesOnceWhatIsSentUnderOneKey() throws InterruptedException {
        String document = cast.ask("nqsw").post(paper("agreement"), Map.of()).location();
        int before = revision(document);
        List<Ask.Answer> answers = atOnce(
                cast.ask("nqsw"),
                document + "/sections/background/autosave",
                Map.of(
                        "_base",
                        String.valueOf(before),
                        "_fields",
                        "background_text",
                        "_key",
                        "one-key",
                        "background_text",
                        "Once"));
        assertThat(answers).extracting(Ask.Answer::status).containsOnly(200);
        assertThat(revision(document)).isEqualTo(before + 1);
    }

    private String paper(String id) {
        return "/portfolios/" + cast.portfolio("nqsw").id() + "/papers/" + id;
    }

    private List<Summary> papers() {
        return house.rooms().documents().ofPortfolio(cast.portfolio("nqsw").id());
    }

    private int revision(String document) {
        return house.rooms()
                .documents()
                .get(document.replace("/documents/", ""))
                .revision();
    }

    private static List<Ask.Answer> atOnce(Ask ask, String address, Map<String, String> boxes)
            throws InterruptedException {
        Callable<Ask.Answer> press = () -> ask.post(address, boxes);
        return AtOnce.run(Collections.nCopies(TIMES, press)).results();
    }
}
