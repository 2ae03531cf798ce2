package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.testkit.Ask;
import quire.testkit.Cast;
import quire.testkit.WebHouse;

/** Two texts for one question: side by side, and whatever is chosen, neither is lost. */
class ConflictPagesIT {

    @TempDir
    static Path data;

    private static WebHouse house;
    private static Papers papers;
    private String document;
    private String page;
    private Ask ask;

    @BeforeAll
    static void open() {
        house = WebHouse.open(data);
        papers = new Papers(house, Cast.in(house));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void clash() {
        document = papers.log();
        page = "/documents/" + document + "/sections/the_work";
        ask = papers.ask("nqsw");
        int base = papers.get(document).revision();
        papers.write(document, "the_work", "situation", "The text of the other tab", "nqsw");
        papers.save(document, "the_work", "situation", "The text of this tab", base, "nqsw", WebHouse.CLOCK.instant());
    }

    @Test
    void showsBothTexts() {
        ask.get(page + "/conflicts")
                .expect(200)
                .says("What you wrote", "The text of this tab", "What is saved, by you", "The text of the other tab")
                .says("Use mine", "Keep what is saved", "Keep both", "21 November 2026 at 2:32pm");
    }

    @Test
    void isSaidOnTheSectionAndThePaper() {
        ask.get(page).says("1 answer has two texts", page + "/conflicts");
        ask.get("/documents/" + document).says("1 answer has two texts", page + "/conflicts");
        papers.ask("assessor").get("/documents/" + document).doesNotSay("two texts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mine | The text of this tab",
                "theirs | The text of the other tab",
                "both | The text of the other tab¶¶The text of this tab"
            })
    void savesWhatIsChosenAndKeepsTheRest(String choice, String left) {
        assertThat(decide(Map.of("1.situation", choice)).location()).isEqualTo(page + "?settled=1");
        assertThat(papers.answer(document, "situation")).isEqualTo(left.replace("¶", "\n"));
        assertThat(house.rooms().documents().setAside(document))
                .singleElement()
                .satisfies(aside -> assertThat(aside.answers()).containsValue("The text of this tab"));
        assertThat(house.rooms().documents().history(document))
                .anySatisfy(revision -> assertThat(revision.changes()).containsValue("The text of the other tab"));
        ask.get(page + "?settled=1").says("Your choice is saved").doesNotSay("two texts");
        ask.get(page + "/conflicts").says("nothing to choose");
    }

    @Test
    void asksAgainWhereNothingIsChosen() {
        decide(Map.of()).expect(422).says("Choose what to keep of “What was the situation?”", "href=\"#1-situation\"");
        assertThat(house.rooms().documents().earlierWords().conflicts(document)).hasSize(1);
    }

    @Test
    void doesNotDecideOverATextThatNobodyHasSeen() {
        Map<String, String> late = boxes(Map.of("1.situation", "mine"));
        papers.write(document, "the_work", "situation", "A third text", "nqsw");
        ask.post(page + "/conflicts", late).expect(409).says("was changed once more", "A third text");
        assertThat(papers.answer(document, "situation")).isEqualTo("A third text");
        assertThat(house.rooms().documents().earlierWords().conflicts(document)).hasSize(1);
    }

    @Test
    void aTextThatWasWrittenOnTakesThePlaceOfItsBeginning() {
        int base = house.rooms().documents().setAside(document).get(0).base();
        papers.save(
                document,
                "the_work",
                "situation",
                "The text of this tab, and on",
                base,
                "nqsw",
                WebHouse.CLOCK.instant());
        ask.get(page + "/conflicts").says("name=\"2.situation\"", "and on").doesNotSay("name=\"1.situation\"");
        decide(Map.of("2.situation", "mine")).location();
        assertThat(papers.answer(document, "situation")).isEqualTo("The text of this tab, and on");
        assertThat(house.rooms().documents().earlierWords().setAside(document)).isEmpty();
    }

    @Test
    void aPageThatDidNotArriveWholeDecidesNothing() {
        ask.post(page + "/conflicts", Map.of("1.situation", "mine")).expect(400);
        assertThat(papers.answer(document, "situation")).isEqualTo("The text of the other tab");
    }

    @Test
    void shownAsItWasTyped() {
        int base = papers.get(document).revision();
        papers.write(document, "the_work", "actions", "<b>one</b>", "nqsw");
        papers.save(document, "the_work", "actions", "<script>two</script>", base, "nqsw", WebHouse.CLOCK.instant());
        ask.get(page + "/conflicts")
                .says("&lt;b&gt;one&lt;/b&gt;", "&lt;script&gt;two&lt;/script&gt;")
                .doesNotSay("<script>two", "<b>one");
    }

    private Ask.Answer decide(Map<String, String> choices) {
        return ask.post(page + "/conflicts", boxes(choices));
    }

    private Map<String, String> boxes(Map<String, String> choices) {
        Map<String, String> boxes = new LinkedHashMap<>(choices);
        boxes.put("_base", String.valueOf(papers.get(document).revision()));
        return boxes;
    }
}
