package quire.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.testkit.Ask;
import quire.testkit.Browser;
import quire.testkit.Cast;
import quire.testkit.WebHouse;

/** What is said beside a section, and who is let read it. */
class BesidePagesIT {

    @TempDir
    static Path data;

    private static WebHouse house;
    private static Cast cast;
    private static Papers papers;
    private static Browser browser;

    @BeforeAll
    static void open() {
        house = WebHouse.open(data);
        cast = Cast.in(house);
        papers = new Papers(house, cast);
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        browser.close();
        house.close();
    }

    @Test
    void anAssessorCommentsAndTheSocialWorkerAnswers() {
        String document = papers.log();
        papers.write(document, "the_work", "situation", "I went to see her.", "nqsw");
        String page = "/documents/" + document + "/sections/the_work";
        Ask assessor = papers.ask("assessor");
        Ask nqsw = papers.ask("nqsw");
        assessor.post(page + "/comments", Map.of("text", "Why <b>then</b>?")).location();
        nqsw.get(page).says("Why &lt;b&gt;then&lt;/b&gt;?", "Alex Assessor");
        nqsw.get("/documents/" + document).says("1 open comment");
        nqsw.get("/year").says("Open comments", "1 comment");
        assessor.get("/portfolios/" + cast.portfolio("nqsw").id()).says("Open comments", "1 comment");
        papers.ask("manager")
                .get("/portfolios/" + cast.portfolio("nqsw").id())
                .expect(200)
                .doesNotSay("Open comments");
        Matcher comment = Pattern.compile("comments/([0-9a-f-]{36})/answer")
                .matcher(nqsw.get(page).text());
        assertThat(comment.find()).isTrue();
        String one = page + "/comments/" + comment.group(1);
        nqsw.post(one + "/answer", Map.of("text", "Because she asked me to.")).location();
        assessor.get(page).says("Because she asked me to.");
        nqsw.post(one, Map.of("do", "deal-with")).location();
        nqsw.get(page).says("Dealt with", "Open again");
        nqsw.get("/documents/" + document).doesNotSay("open comment");
        for (String who : new String[] {"manager", "coordinator", "other assessor"}) {
            papers.ask(who)
                    .post(page + "/comments", Map.of("text", "Not mine to say"))
                    .expect(404);
            papers.ask(who)
                    .post(one + "/answer", Map.of("text", "Not mine to say"))
                    .expect(404);
        }
    }

    /** A refusal takes nothing from whoever wrote. */
    @Test
    void keepsACommentThatIsTooLong() {
        String document = papers.log();
        String words = "What did she say? ".repeat(300);
        papers.ask("assessor")
                .post("/documents/" + document + "/sections/the_work/comments", Map.of("text", words))
                .expect(422)
                .says("The comment must be 5,000 characters or fewer.", "What you typed", words.strip());
    }

    @ParameterizedTest
    @CsvSource({"true, 1100", "true, 320", "false, 320"})
    void commentsInTheBrowser(boolean scripts, int width) {
        String document = papers.log();
        papers.write(document, "the_work", "situation", "I went to see her.", "nqsw");
        String address = house.address() + "/documents/" + document + "/sections/the_work";
        Page assessor = browser.page(scripts, width, house, cast.person("assessor"));
        assessor.navigate(address);
        assessor.getByLabel("Write a comment").fill("What did she say to that?");
        assessor.getByRole(AriaRole.BUTTON, button("Comment")).click();
        assertThat(assessor.locator(".quire-comment")).containsText("What did she say to that?");
        Browser.look(assessor, "comments-assessor", scripts, width);
        Page nqsw = browser.page(scripts, width, house, cast.person("nqsw"));
        nqsw.navigate(house.address() + "/documents/" + document);
        Browser.look(nqsw, "document-commented", scripts, width);
        nqsw.getByText("1 open comment").click();
        nqsw.locator(".quire-comment summary").click();
        nqsw.getByLabel("Your answer").fill("That nobody had asked her before.");
        nqsw.locator(".quire-comment button:has-text('Answer')").click();
        assertThat(nqsw.locator(".quire-comment")).containsText("That nobody had asked her before.");
        nqsw.getByText("Mark as dealt with").click();
        assertThat(nqsw.locator(".quire-comment")).containsText("Dealt with");
        Browser.look(nqsw, "comments-nqsw", scripts, width);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aSectionIsHiddenUntilItsWriterLetsSomebodyReadIt() {
        String document = papers.begin("concern", "concern-and-support-plan");
        papers.write(document, "nqsw_account", "nqsw_view", "How I see it", "nqsw");
        String page = "/documents/" + document + "/sections/nqsw_account";
        Ask nqsw = papers.ask("nqsw");
        papers.ask("assessor").get(page).expect(404);
        nqsw.get(page)
                .says("Let Alex Assessor read this", "Let Alex Manager read this")
                .doesNotSay("release/lead");
        papers.ask("coordinator").get(page).says(page + "/release/lead").doesNotSay("release/assessor");
        for (String who : new String[] {"assessor", "manager", "coordinator", "other nqsw", "administrator"}) {
            papers.ask(who).get(page + "/release/assessor").expect(404);
            papers.ask(who).post(page + "/release/assessor", Map.of()).expect(404);
        }
        nqsw.post(page + "/release/lead", Map.of()).expect(404);
        nqsw.post(page + "/release/nobody", Map.of()).expect(404);
        nqsw.get(page + "/release/assessor").expect(200).says("You cannot take this back");
        assertThat(nqsw.post(page + "/release/assessor", Map.of()).location()).isEqualTo(page + "?done=released");
        papers.ask("assessor").get(page).expect(200).says("How I see it");
        papers.ask("manager").get(page).expect(404);
        nqsw.get(page + "?done=released").says("They can read this section now").doesNotSay("release/assessor");
        nqsw.get("/portfolios/" + cast.portfolio("nqsw").id() + "/trail").says("released the section");
    }

    @ParameterizedTest
    @CsvSource({"true, 1100", "true, 320", "false, 320"})
    void releasesInTheBrowser(boolean scripts, int width) {
        String document = papers.begin("concern", "concern-and-support-plan");
        papers.write(document, "nqsw_account", "nqsw_view", "How I see it", "nqsw");
        Page page = browser.page(scripts, width, house, cast.person("nqsw"));
        page.navigate(house.address() + "/documents/" + document + "/sections/nqsw_account");
        Browser.look(page, "section-release", scripts, width);
        page.getByRole(AriaRole.BUTTON, button("Let Alex Assessor read this")).click();
        assertThat(page.locator("h1")).hasText("Let Alex Assessor read this?");
        Browser.look(page, "release", scripts, width);
        page.getByRole(AriaRole.BUTTON, button("Let Alex Assessor read this")).click();
        assertThat(page.locator(".govuk-notification-banner")).containsText("They can read this section now");
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true, 1100", "true, 320", "false, 320"})
    void filesInTheBrowser(boolean scripts, int width) {
        papers.log();
        Page page = browser.page(scripts, width, house, cast.person("nqsw"));
        page.navigate(house.address() + "/portfolios/" + cast.portfolio("nqsw").id() + "/evidence");
        page.getByLabel("What it is").fill("Certificate of the course on mental capacity " + width + scripts);
        page.getByRole(AriaRole.BUTTON, button("Upload")).click();
        assertThat(page.locator(".govuk-error-summary")).containsText("Select a file");
        assertThat(page.getByLabel("What it is"))
                .hasValue("Certificate of the course on mental capacity " + width + scripts);
        Browser.look(page, "evidence-error", scripts, width);
        page.locator("input[type=file]")
                .setInputFiles(
                        new FilePayload("certificate.png", "image/png", Papers.picture(width + (scripts ? 1 : 0))));
        page.locator("#supports-1").check();
        page.getByRole(AriaRole.BUTTON, button("Upload")).click();
        assertThat(page.locator(".govuk-notification-banner")).containsText("The file is in the portfolio");
        Browser.look(page, "evidence-file", scripts, width);
        page.getByText("Take this file away").click();
        Browser.look(page, "evidence-remove", scripts, width);
        page.navigate(house.address() + "/portfolios/" + cast.portfolio("nqsw").id() + "/evidence");
        Browser.look(page, "evidence", scripts, width);
        assertThat(browser.complaints()).isEmpty();
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
