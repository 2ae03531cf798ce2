package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.testkit.Ask;
import quire.testkit.Cast;
import quire.testkit.WebHouse;

/** What a section said before, and how something of it comes back. */
class HistoryPagesIT {

    private static final Instant THEN = Instant.parse("2026-11-18T14:32:00Z");

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
    void begin() {
        document = papers.log();
        page = "/documents/" + document + "/sections/the_work";
        ask = papers.ask("nqsw");
    }

    @Test
    void tellsWhoChangedWhatWhen() {
        write("I went to see her.", 0);
        write("I went again to see them.", 60 * 24);
        ask.get(page + "/history")
                .expect(200)
                .says("18 November 2026", "19 November 2026", "You, 2:32pm", "What was the situation?")
                .says("2 words added, 1 word taken out", "[added: </span>again ", "[taken out: </span>her.")
                .says("As it is now", "I went to see her.");
        papers.ask("assessor").get(page + "/history").says("Alex Nqsw, 2:32pm").doesNotSay("Bring this back");
    }

    @Test
    void bringsBackAsANewRevisionAndTakesNothingAway() {
        write("The first text", 0);
        int first = papers.get(document).revision();
        write("Quite another one, which is not wanted any more", 10);
        int revisions = house.rooms().documents().history(document).size();
        bringBack(Map.of("revision", String.valueOf(first))).location();
        assertThat(papers.answer(document, "situation")).isEqualTo("The first text");
        assertThat(house.rooms().documents().history(document)).hasSize(revisions + 1);
        ask.get(page + "/history?done=back").says("It is back", "Quite another one");
    }

    @Test
    void putsASittingIntoOneLineUnlessWordsGoAway() {
        write("One two three four five six seven eight", 0);
        write("One two three four five six seven eight nine", 1);
        write("One two three four five six seven eight nine ten", 2);
        write("One", 3);
        write("One and all", 4);
        String sittings = ask.get(page + "/history").text();
        assertThat(sittings.split("quire-change", -1)).hasSize(3);
        assertThat(sittings).contains("2:32pm to 2:34pm", "2:35pm to 2:36pm", "seven eight nine ten");
        String each = ask.get(page + "/history?each=1").text();
        assertThat(each.split("quire-change", -1)).hasSize(6);
    }

    @Test
    void whatWasSetAsideIsForItsWriterAlone() {
        int base = papers.get(document).revision();
        write("What is saved", 0);
        papers.save(document, "the_work", "situation", "What was set aside", base, "nqsw", THEN);
        ask.get(page + "/history").says("What was set aside", "Choose between both texts");
        papers.ask("assessor").get(page + "/history").expect(200).doesNotSay("What was set aside");
        house.rooms().documents().earlierWords().settle(document, 1, papers.actor("nqsw"), WebHouse.CLOCK.instant());
        bringBack(Map.of("aside", "1")).location();
        assertThat(papers.answer(document, "situation")).isEqualTo("What was set aside");
    }

    @Test
    void whoReadsWhatIsCompleteIsNotShownItsDrafts() {
        house.rooms().documents();
        WebHouse.complete(house, document, "the_work", house.rooms().today());
        papers.ask("administrator").get(page).expect(200).doesNotSay("History of this section");
        papers.ask("administrator").get(page + "/history").expect(404);
        papers.ask("assessor").get(page).expect(200).says("History of this section");
    }

    @Test
    void bringsBackNothingOfElsewhere() {
        write("Something", 0);
        bringBack(Map.of("revision", "1", "field", "knowledge")).expect(404);
        bringBack(Map.of("revision", "99")).expect(404);
        bringBack(Map.of("revision", "x")).expect(400);
        bringBack(Map.of("aside", "7")).expect(404);
    }

    private void write(String text, long minutes) {
        papers.write(document, "the_work", "situation", text, "nqsw", THEN.plus(Duration.ofMinutes(minutes)));
    }

    private Ask.Answer bringBack(Map<String, String> which) {
        Map<String, String> boxes = new LinkedHashMap<>(Map.of("field", "situation"));
        boxes.put("_base", String.valueOf(papers.get(document).revision()));
        boxes.putAll(which);
        return ask.post(page + "/history", boxes);
    }
}
