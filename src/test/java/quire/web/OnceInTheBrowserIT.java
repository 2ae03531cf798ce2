package quire.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quire.portfolio.Summary;
import quire.testkit.Browser;
import quire.testkit.Cast;
import quire.testkit.WebHouse;

/** what browsers and hands do twice is done once, and what a page holds is not lost by leaving it. */
class OnceInTheBrowserIT {

    private static final String WORDS = "What I bring to this team";

    @TempDir
    Path data;

    private WebHouse house;
    private Cast cast;
    private Browser browser;

    @BeforeEach
    void open() {
        house = WebHouse.open(data);
        cast = Cast.in(house);
        browser = Browser.open();
    }

    @AfterEach
    void close() {
        browser.close();
        house.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void r16_aDoubleClickStartsOnePaper(boolean scripts) {
        Page page = browser.page(scripts, 1100, house, cast.person("nqsw"));
        page.navigate(house.address() + "/portfolios/" + cast.portfolio("nqsw").id() + "/papers/agreement");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Begin"))
                .dblclick();
        page.waitForURL("**/documents/**");
        assertThat(papers()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void r16_aDoubleClickWritesOneComment(boolean scripts) {
        String paper = "/documents/" + cast.start("nqsw", "critical-reflection").id();
        Page page = browser.page(scripts, 1100, house, cast.person("assessor"));
        page.navigate(house.address() + paper + "/sections/the_work");
        Locator box = page.locator("textarea[name=text]").last();
        if (!box.isVisible()) {
            page.locator("details summary").last().click();
        }
        box.fill("Say a little more");
        page.locator("form:has(textarea[name=text]) button").last().dblclick();
        page.waitForURL("**#comments");
        assertThat(house.rooms().comments().ofSection(papers().get(0).id(), "the_work"))
                .hasSize(1);
    }

    /** Back and forth: the page is made anew, with what was saved, and saves what is typed then. */
    @Test
    void r16_goingBackLosesNothing() {
        String section = section();
        Page page = browser.page(true, 1100, house, cast.person("nqsw"));
        page.navigate(house.address() + section);
        Locator text = page.locator("textarea").first();
        text.fill(WORDS);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save and come back later"))
                .click();
        page.waitForURL("**/documents/*");
        page.goBack();
        assertThat(text).hasValue(WORDS);
        text.fill(WORDS + ", and more");
        text.blur();
        assertThat(page.locator("[role=status][data-saved]")).hasText("Saved at 2:32pm");
        page.reload();
        assertThat(text).hasValue(WORDS + ", and more");
        assertThat(kept()).isEqualTo(WORDS + ", and more");
        assertThat(house.rooms().documents().setAside(papers().get(0).id())).isEmpty();
    }

    /** A page that is put to sleep with a line that is down tells so, and saves when it wakes. */
    @Test
    void r16_asleepWithoutALineAndAwakeAgain() {
        Page page = browser.page(true, 1100, house, cast.person("nqsw"));
        page.navigate(house.address() + section());
        page.context().setOffline(true);
        Locator text = page.locator("textarea").first();
        text.fill(WORDS);
        text.blur();
        assertThat(page.locator("[role=status][data-saved]")).hasText("Not saved – trying again");
        page.context().setOffline(false);
        text.focus();
        text.blur();
        assertThat(page.locator("[role=status][data-saved]")).hasText("Saved at 2:32pm");
        assertThat(kept()).isEqualTo(WORDS);
    }

    /** Whoever leaves a page that is not saved is asked, and stays where the text is. */
    @Test
    void r16_leavingAPageThatIsNotSavedIsAskedAbout() {
        Page page = browser.page(true, 1100, house, cast.person("nqsw"));
        page.navigate(house.address() + section());
        page.route("**/autosave", route -> route.abort());
        page.locator("textarea").first().click();
        page.keyboard().type(WORDS);
        List<String> asked = new java.util.concurrent.CopyOnWriteArrayList<>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });
        page.close(new Page.CloseOptions().setRunBeforeUnload(true));
        page.waitForCondition(() -> !asked.isEmpty());
        assertThat(asked).containsExactly("beforeunload");
        assertThat(page.locator("textarea").first()).hasValue(WORDS);
    }

    /** A button pressed while the line is down leaves nobody on a page of their browser's, with what they wrote gone. */
    @Test
    void r16_aButtonPressedWithoutALineKeepsThePage() {
        Page page = browser.page(true, 1100, house, cast.person("nqsw"));
        String section = house.address() + section();
        page.navigate(section);
        page.context().setOffline(true);
        Locator text = page.locator("textarea").first();
        text.fill(WORDS);
        later(page);
        assertThat(page.locator("[role=status][data-saved]")).hasText("Not saved – trying again");
        assertThat(page).hasURL(section);
        assertThat(text).hasValue(WORDS);
        page.context().setOffline(false);
        later(page);
        page.waitForURL("**/documents/*");
        assertThat(kept()).isEqualTo(WORDS);
    }

    /** A page that was left and did not go away, because its reader stopped it, saves what is written on it then. */
    @Test
    void r16_aPageThatWasStoppedWhileItWasSentSavesAgain() {
        Page page = browser.page(true, 1100, house, cast.person("nqsw"));
        page.navigate(house.address() + section());
        Locator text = page.locator("textarea").first();
        page.route("**/sections/background", route -> route.abort("aborted"));
        text.fill("first");
        page.waitForRequest("**/sections/background", () -> later(page));
        assertThat(page.locator("[role=status][data-saved]")).hasText("Saved at 2:32pm");
        page.unroute("**/sections/background");
        text.fill(WORDS);
        later(page);
        page.waitForURL("**/documents/*");
        assertThat(kept()).isEqualTo(WORDS);
    }

    /** The button, pressed by the page itself: it takes no second click within a second. */
    private static void later(Page page) {
        page.evaluate("document.querySelector('form[data-autosave]')"
                + ".requestSubmit(document.querySelector('button[value=later]'))");
    }

    private String section() {
        String document = cast.ask("nqsw")
                .post("/portfolios/" + cast.portfolio("nqsw").id() + "/papers/agreement", Map.of())
                .location();
        return document + "/sections/background";
    }

    private List<Summary> papers() {
        return house.rooms().documents().ofPortfolio(cast.portfolio("nqsw").id());
    }

    private Object kept() {
        return String.valueOf(
                house.rooms().documents().get(papers().get(0).id()).answers().get("background_text"));
    }
}
