package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.forms.Form;
import quire.forms.Section;
import quire.people.Actor;
import quire.portfolio.Sent;
import quire.portfolio.Signature;
import quire.testkit.Ask;
import quire.testkit.Browser;
import quire.testkit.Cast;
import quire.testkit.PdfText;
import quire.testkit.WebHouse;

/** A paper is completed, signed in order, given back, signed again, closed and opened again: over its pages. */
class SigningPagesIT {

    private static final Pattern SEEN = Pattern.compile("name=\"_seen\" value=\"([0-9a-f]{64})\"");
    private static final Pattern KEY = Pattern.compile("name=\"_key\" value=\"([^\"]+)\"");

    @TempDir
    static Path data;

    private static WebHouse house;
    private static Cast cast;
    private static Papers papers;
    private String document = "";

    @BeforeAll
    static void open() {
        house = WebHouse.open(data);
        cast = Cast.in(house);
        papers = new Papers(house, cast);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void begin() {
        document = papers.log();
        Form form = house.rooms().forms().get("critical-reflection-log");
        Map<String, @Nullable Object> sample = WebHouse.sampleAnswers(form);
        form.sections().forEach(section -> finish(section, sample));
    }

    @Test
    void isSignedByOneAfterTheOther() {
        Ask nqsw = papers.ask("nqsw");
        Ask assessor = papers.ask("assessor");
        nqsw.get(page()).says("Signatures", "Read and sign");
        assessor.get(page()).says("After those above have signed").doesNotSay("Read and sign");
        assessor.get(page() + "/sign/1.assessor").expect(200).says("You cannot sign yet");
        nqsw.get("/year").says("To sign", page());
        assessor.get("/nqsws").doesNotSay(page());
        sign(nqsw, "0.nqsw");
        nqsw.get(page()).says("Alex Nqsw").doesNotSay("Read and sign");
        nqsw.get("/year").doesNotSay("To sign");
        assessor.get("/nqsws").says("To sign", page());
        sign(assessor, "1.assessor");
        assessor.get("/nqsws").doesNotSay(page());
        assertThat(house.rooms().documents().get(document).isClosed()).isTrue();
        assertThat(PdfText.of(assessor.get(page() + "/pdf").expect(200).bytes()))
                .contains("Alex Nqsw", "Alex Assessor");
    }

    /** Pressed twice, sent again, or sent from a page that shows something else. */
    @Test
    void s73_signsOnce() {
        Ask nqsw = papers.ask("nqsw");
        Map<String, String> boxes = boxes(nqsw.get(page() + "/sign/0.nqsw").expect(200));
        Map<String, String> other = new LinkedHashMap<>(boxes);
        other.put("_seen", "0".repeat(64));
        nqsw.post(page() + "/sign/0.nqsw", other).expect(409).says("has changed since you opened the page");
        other.put("_seen", "nothing");
        nqsw.post(page() + "/sign/0.nqsw", other).expect(400);
        for (int i = 0; i < 3; i++) {
            assertThat(nqsw.post(page() + "/sign/0.nqsw", boxes).location()).isEqualTo(page() + "?done=signed");
        }
        assertThat(house.rooms().documents().signing().of(document)).hasSize(1);
        papers.ask("manager").get(page() + "/sign/0.nqsw").expect(404);
        papers.ask("assessor").post(page() + "/sign/0.nqsw", boxes).expect(404);
        nqsw.get(page() + "/sign/7.nqsw").expect(404);
        nqsw.get(page() + "/sign/x").expect(404);
    }

    @Test
    void aSectionThatFollowsASignatureOpensWithIt() {
        sign(papers.ask("nqsw"), "0.nqsw");
        document = papers.log();
        Form form = house.rooms().forms().get("critical-reflection-log");
        form.sections().stream()
                .filter(section -> section.startWhen() == null)
                .forEach(section -> finish(section, WebHouse.sampleAnswers(form)));
        Ask assessor = papers.ask("assessor");
        assessor.get(page()).says("Cannot start yet");
        assessor.get(page() + "/sections/discussion").expect(404);
        sign(papers.ask("nqsw"), "0.nqsw");
        assessor.get(page()).doesNotSay("Cannot start yet");
        assessor.get(page() + "/sections/discussion").expect(200);
    }

    @Test
    void isGivenBackWithAReasonAndSignedAgain() {
        Ask nqsw = papers.ask("nqsw");
        Ask assessor = papers.ask("assessor");
        sign(nqsw, "0.nqsw");
        assessor.get(page()).says("Give sections back");
        assessor.post(page() + "/return", Map.of("reason", "Say more."))
                .expect(422)
                .says("Choose at least one section", "Say more.");
        assessor.post(page() + "/return", Map.of("sections", "the_work"))
                .expect(422)
                .says("Write what has to be changed");
        assessor.post(page() + "/return", Map.of("sections", "nothing", "reason", "Say more."))
                .expect(400);
        assessor.post(page() + "/return", Map.of("sections", "the_work", "reason", "Say <more>."))
                .location();
        nqsw.get(page() + "/sections/the_work")
                .expect(200)
                .says("Alex Assessor gave this back to you", "Say &lt;more&gt;.");
        papers.write(document, "the_work", "situation", "I went to see her twice.", "nqsw");
        nqsw.get(page()).says("Signatures that stand no more", "<del");
        complete("the_work");
        sign(nqsw, "0.nqsw");
        assertThat(house.rooms().documents().signing().of(document))
                .extracting(Signature::stands)
                .containsExactly(false, true);
    }

    @Test
    void aClosedPaperIsOpenedAgainByWhoeverMay() {
        sign(papers.ask("nqsw"), "0.nqsw");
        sign(papers.ask("assessor"), "1.assessor");
        papers.ask("nqsw").get(page() + "/reopen").expect(404);
        papers.ask("assessor").get(page()).doesNotSay("Open this paper again");
        Ask coordinator = papers.ask("coordinator");
        coordinator.get(page()).says("Open this paper again");
        coordinator.get(page() + "/reopen").expect(200).says("is kept");
        coordinator
                .post(page() + "/reopen", Map.of("sections", "the_work", "reason", "The date is wrong."))
                .location();
        assertThat(house.rooms().documents().get(document).isClosed()).isFalse();
        papers.ask("nqsw").get(page() + "/sections/the_work").expect(200).says("The date is wrong.");
    }

    /** With a real browser: reading, signing, giving back, and the paper as it stands then. */
    @ParameterizedTest
    @CsvSource({"true, 1100", "false, 320"})
    void signsInTheBrowser(boolean scripts, int width) {
        try (Browser browser = Browser.open()) {
            Page nqsw = browser.page(scripts, width, house, cast.person("nqsw"));
            nqsw.navigate(house.address() + page());
            Browser.look(nqsw, "signing-to-sign", scripts, width);
            Browser.load(nqsw, () -> nqsw.getByText("Read and sign").click());
            Browser.look(nqsw, "signing-page", scripts, width);
            Browser.load(
                    nqsw, () -> nqsw.locator("button:has-text('Sign')").last().click());
            Browser.look(nqsw, "signing-signed", scripts, width);
            Page assessor = browser.page(scripts, width, house, cast.person("assessor"));
            assessor.navigate(house.address() + page());
            Browser.load(
                    assessor, () -> assessor.getByText("Give sections back").click());
            Browser.load(
                    assessor,
                    () -> assessor.locator("button:has-text('Give back')").click());
            Browser.look(assessor, "signing-return-refused", scripts, width);
            assessor.getByLabel("The work").first().check();
            assessor.locator("#reason").fill("Say what she said to that.");
            Browser.load(
                    assessor,
                    () -> assessor.locator("button:has-text('Give back')").click());
            Browser.look(assessor, "signing-returned", scripts, width);
            papers.write(document, "the_work", "situation", "She said that she would think about it.", "nqsw");
            nqsw.navigate(house.address() + page() + "/sections/the_work");
            Browser.look(nqsw, "signing-section-returned", scripts, width);
            nqsw.navigate(house.address() + page());
            nqsw.getByText("Signatures that stand no more").click();
            Browser.look(nqsw, "signing-superseded", scripts, width);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void finish(Section section, Map<String, @Nullable Object> sample) {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        section.fields().stream()
                .filter(field -> field.asksPeople() && sample.containsKey(field.id()))
                .forEach(field -> answers.put(field.id(), sample.get(field.id())));
        house.rooms()
                .documents()
                .save(
                        document,
                        Sent.of(section.id(), answers, papers.get(document).revision()),
                        Actor.of(cast.person(section.owner()).id()),
                        WebHouse.CLOCK.instant(),
                        house.rooms().today())
                .orThrow();
        complete(section.id());
    }

    private void complete(String section) {
        String owner = papers.get(document).form().section(section).owner();
        house.rooms()
                .documents()
                .sections()
                .complete(
                        document,
                        section,
                        Actor.of(cast.person(owner).id()),
                        WebHouse.CLOCK.instant(),
                        house.rooms().today());
    }

    private void sign(Ask who, String place) {
        Ask.Answer answer = who.get(page() + "/sign/" + place).expect(200).says("Your statement");
        assertThat(who.post(page() + "/sign/" + place, boxes(answer)).location())
                .isEqualTo(page() + "?done=signed");
    }

    private static Map<String, String> boxes(Ask.Answer page) {
        return Map.of("_seen", found(SEEN, page), "_key", found(KEY, page));
    }

    private static String found(Pattern pattern, Ask.Answer page) {
        Matcher matcher = pattern.matcher(page.text());
        assertThat(matcher.find()).as(page.text()).isTrue();
        return matcher.group(1);
    }

    private String page() {
        return "/documents/" + document;
    }
}
