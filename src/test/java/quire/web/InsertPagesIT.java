package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.testkit.Ask;
import quire.testkit.Cast;
import quire.testkit.WebHouse;

/** What somebody has written before goes into another paper, and entries that were carried say so. */
class InsertPagesIT {

    private static final String EARLIER = "The visit to a family at the edge of town";

    @TempDir
    Path data;

    private WebHouse house;
    private Papers papers;
    private String page;
    private String document;
    private Ask ask;

    @BeforeEach
    void open() {
        house = WebHouse.open(data);
        papers = new Papers(house, Cast.in(house));
        String agreement = papers.begin("agreement", "support-and-assessment-agreement");
        papers.write(agreement, "background", "background_text", EARLIER, "nqsw");
        document = papers.log();
        page = "/documents/" + document + "/sections/the_work";
        ask = papers.ask("nqsw");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void isOfferedAtLongTextsAndSavesThePageOnTheWay() {
        ask.get(page).says("value=\"insert:situation\"").doesNotSay("value=\"insert:reflection_title\"");
        String next = ask.post(page, boxes(Map.of("situation", "Typed and not saved", "_do", "insert:situation")))
                .location();
        assertThat(next).isEqualTo(page + "/insert?question=situation");
        assertThat(papers.answer(document, "situation")).isEqualTo("Typed and not saved");
        ask.get(next).says(EARLIER, "Support and assessment agreement", "For “What was the situation?”");
    }

    @Test
    void standsAtTheEndAndReplacesNothing() {
        papers.write(document, "the_work", "situation", "What is there", "nqsw");
        Map<String, String> boxes = insert("situation");
        assertThat(ask.post(page + "/insert", boxes).location()).isEqualTo(page + "?inserted=1#situation");
        assertThat(papers.answer(document, "situation")).isEqualTo("What is there\n\n" + EARLIER);
        ask.post(page + "/insert", boxes).location();
        assertThat(papers.answer(document, "situation")).as("pressed twice").isEqualTo("What is there\n\n" + EARLIER);
    }

    @Test
    void findsWords() {
        ask.get(page + "/insert?question=situation&q=FAMILY+edge").says(EARLIER, "1 text");
        ask.get(page + "/insert?question=situation&q=%3Cb%3E")
                .says("0 texts", "&lt;b&gt;")
                .doesNotSay(EARLIER);
    }

    @Test
    void isForNobodyElseAndNothingElse() {
        ask.get(page + "/insert").expect(404);
        ask.get(page + "/insert?question=reflection_title").expect(404);
        ask.get(page + "/insert?question=knowledge").expect(404);
        papers.ask("assessor").get(page + "/insert?question=situation").expect(404);
        papers.ask("other nqsw").get(page + "/insert?question=situation").expect(404);
        Map<String, String> forged = insert("situation");
        forged.put("passage", "0".repeat(32));
        ask.post(page + "/insert", forged).expect(404);
    }

    @Test
    void goesIntoAnEntryAndTellsWhereACarriedOneComesFrom() {
        String first = papers.begin("plan-0-3", "professional-development-plan");
        papers.write(
                first,
                "needs",
                "development_needs",
                List.of(Map.of("id", "n1", "need", "To lead a meeting", "need_status", "open")),
                "nqsw");
        String second = papers.begin("plan-3-6", "professional-development-plan");
        String needs = "/documents/" + second + "/sections/needs";
        ask.get(needs).says("Carried from “Professional development plan", "To lead a meeting");
        String text = ask.get(needs).text();
        Matcher box = Pattern.compile("insert:(development_needs\\.[^.\"]+\\.activity)")
                .matcher(text);
        assertThat(box.find()).isTrue();
        page = needs;
        document = second;
        ask.post(needs + "/insert", insert(box.group(1))).location();
        assertThat(String.valueOf(papers.answer(second, "development_needs"))).contains(EARLIER, "To lead a meeting");
    }

    private Map<String, String> insert(String question) {
        String text = ask.get(page + "/insert?question=" + question).expect(200).text();
        Matcher passage = Pattern.compile("name=\"passage\" value=\"([0-9a-f]{32})\"")
                .matcher(text.substring(text.indexOf(EARLIER)));
        assertThat(passage.find()).isTrue();
        Map<String, String> boxes = new LinkedHashMap<>();
        boxes.put("question", question);
        boxes.put("passage", passage.group(1));
        boxes.put("_base", String.valueOf(papers.get(document).revision()));
        return boxes;
    }

    private Map<String, String> boxes(Map<String, String> typed) {
        Map<String, String> boxes = new LinkedHashMap<>(typed);
        boxes.put("_base", String.valueOf(papers.get(document).revision()));
        boxes.put("_end", "1");
        return boxes;
    }
}
