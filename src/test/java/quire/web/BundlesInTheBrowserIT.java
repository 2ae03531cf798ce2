package quire.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.testkit.Browser;

/** From the plan of a bundle to the end of somebody's reading it, in a real browser. */
class BundlesInTheBrowserIT {

    @TempDir
    Path data;

    private Panel panel;
    private Browser browser;

    @BeforeEach
    void open() {
        panel = new Panel(data);
        browser = Browser.open();
    }

    @AfterEach
    void close() {
        browser.close();
        panel.close();
    }

    @ParameterizedTest
    @CsvSource({"true, 320", "true, 1100", "false, 320"})
    void goesFromThePlanToTheEndOfTheReading(boolean scripts, int width) {
        Page administrator = page("administrator", scripts, width);
        administrator.navigate(panel.house().address() + panel.bundles());
        look(administrator, "all", scripts, width);
        administrator.locator("a:has-text('Look at the plan')").first().click();
        look(administrator, "plan", scripts, width);
        Browser.press(administrator, "Make the final bundle");
        look(administrator, "plan-refused", scripts, width);
        administrator.locator("#reason").fill(Panel.REASON);
        Browser.press(administrator, "Make the final bundle");
        look(administrator, "waiting", scripts, width);
        panel.work();
        if (!scripts) {
            Browser.follow(administrator, "See how far it is now");
        }
        assertThat(administrator.locator("h1")).hasText("The bundle is ready");
        look(administrator, "ready", scripts, width);
        administrator.locator("a:has-text('Open the bundle')").click();
        administrator.locator("summary:has-text('How to know it again')").click();
        look(administrator, "bundle", scripts, width);
        String bundle = administrator.url();
        Browser.follow(administrator, "Which rules this bundle keeps");
        assertThat(administrator.locator("main")).containsText("The file opens at 100 %.");
        look(administrator, "checks", scripts, width);
        administrator.navigate(bundle);
        release(administrator, scripts, width);
        read(bundle, scripts, width);
        Browser.load(
                administrator,
                () -> administrator.locator("button:has-text('End now')").click());
        look(administrator, "readers-ended", scripts, width);
        openAgain(administrator, scripts, width);
        assertThat(browser.complaints()).noneMatch(complaint -> !complaint.contains("422"));
    }

    /** A paper that stands in the bundle now takes two people. */
    private void openAgain(Page administrator, boolean scripts, int width) {
        Page coordinator = page("organisation's coordinator", scripts, width);
        String paper = panel.house().address() + "/documents/" + panel.log();
        coordinator.navigate(paper + "/reopen");
        look(coordinator, "reopen-bound", scripts, width);
        coordinator.locator("input[value='the_work']").check();
        coordinator.locator("#reason").fill("The date is wrong.");
        Browser.press(coordinator, "Ask a second person");
        look(coordinator, "reopen-asked", scripts, width);
        administrator.navigate(panel.house().address() + "/cohort");
        look(administrator, "second-person", scripts, width);
        Browser.follow(administrator, "Open Critical reflection log again?");
        Browser.press(administrator, "Do not agree");
        look(administrator, "reopen-refused", scripts, width);
        Browser.press(administrator, "Agree, and open it again");
        assertThat(administrator.locator("main")).containsText("The paper is open again.");
    }

    private void release(Page administrator, boolean scripts, int width) {
        Browser.follow(administrator, "Who reads this bundle");
        look(administrator, "readers", scripts, width);
        Browser.press(administrator, "Let them read it");
        look(administrator, "readers-refused", scripts, width);
        administrator
                .locator("#reader")
                .selectOption(panel.cast().person("moderator").id());
        Browser.press(administrator, "Let them read it");
        assertThat(administrator.locator("main")).containsText("Can read it now");
        look(administrator, "readers-one", scripts, width);
    }

    private void read(String bundle, boolean scripts, int width) {
        Page moderator = page("moderator", scripts, width);
        moderator.navigate(panel.house().address());
        assertThat(moderator.locator("h1")).hasText("Bundles to read");
        look(moderator, "home-of-reader", scripts, width);
        moderator.locator("main a").first().click();
        assertThat(moderator.url()).isEqualTo(bundle);
        look(moderator, "bundle-of-reader", scripts, width);
        Download file = moderator.waitForDownload(
                () -> moderator.locator("a:has-text('Download the PDF')").click());
        assertThat(file.suggestedFilename()).isEqualTo("NV-2026-001_internal_final-01_2026-11-21.pdf");
    }

    /** While it goes on: the bar moves, and nobody is told of every page. */
    @Test
    void showsHowFarItIsAsItGoesOn() {
        Page page = page("administrator", true, 1100);
        page.navigate(panel.house().address() + panel.bundles() + "/internal");
        Browser.press(page, "Make a draft");
        assertThat(page.locator("progress")).isVisible();
        assertThat(page.locator("[data-again]")).isHidden();
        String order = page.url().replaceFirst(".*/", "");
        panel.house()
                .write(tx -> tx.sql("update bundle_order set state = 'building', step = 'Writing the pages', done = 12,"
                                + " total = 40 where id = :id")
                        .with("id", order)
                        .run());
        assertThat(page.locator("[data-words]")).hasText("Writing the pages: 12 of 40");
        assertThat(page.locator("progress")).hasAttribute("value", "12");
        look(page, "building", true, 1100);
        panel.house()
                .write(tx -> tx.sql("update bundle_order set state = 'failed', failure = :why where id = :id")
                        .with("why", "The server has no room for the bundle just now.")
                        .with("id", order)
                        .run());
        assertThat(page.locator("h1")).hasText("The bundle could not be made");
        assertThat(page.locator("main")).containsText("The server has no room");
        look(page, "failed", true, 1100);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void showsTheSocialWorkerADraftOfTheirYear() {
        String draft = "/bundles/" + panel.draft("nqsw", "internal").id();
        Page page = page("nqsw", true, 320);
        page.navigate(panel.house().address() + draft);
        look(page, "draft-of-nqsw", true, 320);
        page.navigate(panel.house().address() + panel.bundles());
        look(page, "all-of-nqsw", true, 320);
        panel.papers().signAll(panel.papers().written("critical-reflection"));
        page.navigate(panel.house().address() + "/bundles/"
                + panel.draft("nqsw", "internal").id());
        assertThat(page.locator("main")).containsText("What is different from version 1");
        look(page, "second-draft-of-nqsw", true, 320);
    }

    @ParameterizedTest
    @CsvSource({"true, 320", "false, 320"})
    void addsASupplementAndMakesTheBundlesOfAPanel(boolean scripts, int width) {
        String base = "/bundles/" + panel.built("internal").id();
        panel.papers().signAll(panel.papers().written("critical-reflection"));
        Page page = page("administrator", scripts, width);
        page.navigate(panel.house().address() + panel.bundles() + "/internal");
        look(page, "plan-with-supplement", scripts, width);
        page.locator("a:has-text('Make a supplement')").click();
        assertThat(page.locator("h1")).hasText("Supplement 1 to version 1");
        look(page, "supplement-plan", scripts, width);
        Browser.press(page, "Make supplement 1");
        panel.work();
        if (!scripts) {
            Browser.follow(page, "See how far it is now");
        }
        page.locator("a:has-text('Open the bundle')").click();
        look(page, "supplement", scripts, width);
        page.navigate(panel.house().address() + base);
        assertThat(page.locator("main")).containsText("Something came later: Supplement 1");
        look(page, "with-supplement", scripts, width);
        page.navigate(
                panel.house().address() + "/bundles/" + panel.built("internal").id());
        look(page, "second-version", scripts, width);
        batch(page, scripts, width);
        assertThat(browser.complaints()).noneMatch(complaint -> !complaint.contains("422"));
    }

    private void batch(Page page, boolean scripts, int width) {
        page.navigate(panel.house().address() + "/cohort");
        Browser.follow(page, "Bundles of panels");
        look(page, "batches", scripts, width);
        page.locator("main a:has-text('Make the bundles of a panel')").click();
        Browser.press(page, "Continue");
        look(page, "batch-refused", scripts, width);
        page.locator("label:has-text('Bundle for the internal panel')").click();
        Browser.press(page, "Continue");
        look(page, "batch-choose", scripts, width);
        Browser.press(page, "Make these bundles");
        look(page, "batch-choose-refused", scripts, width);
        page.locator(".govuk-checkboxes__label").first().click();
        page.locator(".govuk-checkboxes__label").last().click();
        page.locator("label:has-text('Final bundles')").click();
        Browser.press(page, "Make these bundles");
        look(page, "batch-waiting", scripts, width);
        panel.work();
        if (!scripts) {
            Browser.follow(page, "See how far they are now");
        }
        assertThat(page.locator("h1")).hasText("The bundles are ready");
        look(page, "batch", scripts, width);
        Download file = page.waitForDownload(
                () -> page.locator("a:has-text('zip file')").click());
        assertThat(file.suggestedFilename()).isEqualTo("bundles_internal_final_2026-11-21.zip");
    }

    private Page page(String who, boolean scripts, int width) {
        return browser.page(scripts, width, panel.house(), panel.cast().person(who));
    }

    private static void look(Page page, String name, boolean scripts, int width) {
        Browser.look(page, "bundles-" + name, scripts, width);
    }
}
