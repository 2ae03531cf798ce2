package quire.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.testkit.Browser;
import quire.testkit.Cast;
import quire.testkit.WebHouse;

/** Around writing, in a real browser: two texts, what was there before, and words from other papers. */
class WritingInTheBrowserIT {

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

    /** Two tabs, and somebody who writes on after the clash: the choice is between both whole texts. */
    @Test
    void twoTabsAreDecidedBetween() {
        String address = section(papers.log());
        Page one = page(true, 1100, address);
        Page two = page(true, 1100, address);
        write(one, "In the first tab I wrote about the visit and what came of it.");
        write(two, "In the second tab");
        assertThat(two.locator(".quire-note")).containsText("Both texts are kept");
        two.locator("#situation").fill("In the second tab, and on after the clash");
        two.locator(".quire-note a").click();
        assertThat(two.locator("h1")).hasText("Choose between two texts");
        assertThat(two.locator("main")).containsText("and on after the clash");
        Browser.look(two, "conflicts", true, 1100);
        two.setViewportSize(320, 900);
        Browser.look(two, "conflicts", true, 320);
        two.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save this choice"))
                .click();
        assertThat(two.locator(".govuk-error-summary")).containsText("Choose what to keep of");
        Browser.look(two, "conflicts-error", true, 320);
        two.getByLabel("Keep both").check();
        two.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save this choice"))
                .click();
        assertThat(two.locator("#situation"))
                .hasValue("In the first tab I wrote about the visit and what came of it.\n\n"
                        + "In the second tab, and on after the clash");
        Browser.look(two, "conflicts-settled", true, 320);
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true, 1100", "true, 320", "false, 320"})
    void whatStoodThereComesBack(boolean scripts, int width) {
        String document = papers.log();
        papers.write(document, "the_work", "situation", "I went to see her on a wet morning in March.", "nqsw");
        papers.write(
                document,
                "the_work",
                "situation",
                "They came to see me one day, and nothing of what I had prepared was of any use.",
                "nqsw");
        Page page = page(scripts, width, section(document));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("History of this section"))
                .click();
        Browser.look(page, "history", scripts, width);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Bring this back"))
                .first()
                .click();
        assertThat(page.locator(".govuk-notification-banner")).containsText("It is back");
        assertThat(papers.answer(document, "situation")).isEqualTo("I went to see her on a wet morning in March.");
        Browser.look(page, "history-back", scripts, width);
        assertThat(browser.complaints()).isEmpty();
    }

    /** What was typed and not saved yet is there on coming back, with the other text after it. */
    @ParameterizedTest
    @CsvSource({"true, 1100", "true, 320", "false, 320"})
    void wordsFromAnotherPaper(boolean scripts, int width) {
        String other = papers.log();
        papers.write(other, "the_work", "situation", "What I wrote about the family " + scripts + width, "nqsw");
        String document = papers.log();
        Page page = page(scripts, width, section(document));
        page.locator("#situation").fill("Typed and not saved");
        Browser.look(page, "section-insert", scripts, width);
        page.locator("button[value='insert:situation']").click();
        assertThat(page.locator("h1")).hasText("Insert from an earlier paper");
        page.getByLabel("Find words").fill("family " + scripts + width);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Find"))
                .click();
        Browser.look(page, "insert", scripts, width);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Insert this"))
                .first()
                .click();
        assertThat(page.locator("#situation"))
                .hasValue("Typed and not saved\n\nWhat I wrote about the family " + scripts + width);
        Browser.look(page, "section-inserted", scripts, width);
        assertThat(browser.complaints()).isEmpty();
    }

    private static String section(String document) {
        return "/documents/" + document + "/sections/the_work";
    }

    private static Page page(boolean scripts, int width, String address) {
        Page page = browser.page(scripts, width, house, cast.person("nqsw"));
        page.navigate(house.address() + address);
        return page;
    }

    private static void write(Page page, String words) {
        page.locator("#situation").fill(words);
        page.locator("#situation").blur();
        assertThat(page.locator("[role=status][data-saved]")).not().hasText("Last saved 21 November 2026 at 2:32pm");
        assertThat(page.locator("[role=status][data-saved]")).not().hasText("Saving…");
    }
}
