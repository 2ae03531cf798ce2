package quire.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.people.Actor;
import quire.portfolio.Document;
import quire.portfolio.Summary;
import quire.testkit.Browser;
import quire.testkit.Cast;
import quire.testkit.WebHouse;

/** A year in a real browser: who writes, who reads, and what becomes of words when something goes wrong. */
class YearInTheBrowserIT {

    private static final String FIFTY =
            IntStream.rangeClosed(1, 50).mapToObj(number -> "word" + number).collect(Collectors.joining(" "));

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

    /** From coming in to fifty saved words: three choices and one text, without any training. */
    @ParameterizedTest
    @CsvSource({"true, 1100", "true, 320", "false, 320"})
    void aSocialWorkerFindsTheNextTaskAndSavesFiftyWords(boolean scripts, int width) {
        Page page = browser.page(scripts, width, house, cast.person("nqsw"));
        page.navigate(house.address() + "/");
        Browser.look(page, "year", scripts, width);
        page.locator(".quire-next a").click();
        Browser.look(page, "paper", scripts, width);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Begin"))
                .click();
        Browser.look(page, "document", scripts, width);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Looking at the whole"))
                .click();
        Locator text = page.locator("textarea").first();
        text.fill(FIFTY);
        if (scripts) {
            text.blur();
            assertThat(page.locator("[role=status][data-saved]")).hasText("Saved at 2:32pm");
        } else {
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save and come back later"))
                    .click();
        }
        Browser.look(page, "section", scripts, width);
        assertThat(textsOf("nqsw")).contains(FIFTY);
        assertThat(browser.complaints()).isEmpty();
    }

    /** What was typed after the session ended stays on the page, and is saved once its writer has signed in again. */
    @Test
    void s05_wordsSurviveTheEndOfASession() {
        Page page = sectionOf("nqsw");
        house.rooms().people().sessions().endAll(cast.person("nqsw").id(), Actor.SYSTEM, WebHouse.CLOCK.instant());
        Locator text = page.locator("textarea").first();
        text.fill(FIFTY);
        text.blur();
        assertThat(page.locator("[role=status][data-saved]")).containsText("You are signed out");
        Browser.keepPicture(page, "section-signed-out");
        assertThat(text).hasValue(FIFTY);
        browser.signIn(page, house, cast.person("nqsw"));
        page.evaluate("window.dispatchEvent(new Event('focus'))");
        assertThat(page.locator("[role=status][data-saved]")).hasText("Saved at 2:32pm");
        assertThat(textsOf("nqsw")).contains(FIFTY);
    }

    /** Two tabs of one person: other questions are merged, and the same question loses nothing. */
    @Test
    void s72_r16_twoTabsLoseNothing() {
        Page one = sectionOf("nqsw");
        Page two = browser.page(true, 1100, house, cast.person("nqsw"));
        two.navigate(one.url());
        write(one, 0, "mine in the first tab");
        write(two, 0, "mine in the second tab");
        assertThat(two.locator("[role=status][data-saved]")).containsText("Yours are kept beside theirs");
        Browser.keepPicture(two, "section-conflict");
        Document document = document("nqsw");
        assertThat(document.answers().values()).contains("mine in the first tab");
        assertThat(house.rooms().documents().setAside(document.id()))
                .singleElement()
                .satisfies(aside -> assertThat(aside.answers().values()).contains("mine in the second tab"));
    }

    /** A line that is down for a while: the page says so, tries again, and saves everything once. */
    @Test
    void r16_aLostLineIsToldAndTriedAgain() {
        Page page = sectionOf("nqsw");
        page.route(Pattern.compile("/autosave$"), route -> route.abort());
        write(page, 0, FIFTY);
        assertThat(page.locator("[role=status][data-saved]")).hasText("Not saved – trying again");
        page.unroute(Pattern.compile("/autosave$"));
        page.locator("textarea").first().focus();
        page.locator("textarea").first().blur();
        assertThat(page.locator("[role=status][data-saved]")).hasText("Saved at 2:32pm");
        assertThat(textsOf("nqsw")).contains(FIFTY);
    }

    @ParameterizedTest
    @CsvSource({"assessor, nqsws", "manager, team", "administrator, cohort", "lead, cohort"})
    void everybodyElseFindsTheirPage(String who, String name) {
        for (int width : List.of(1100, 320)) {
            Page page = browser.page(true, width, house, cast.person(who));
            page.navigate(house.address() + "/");
            Browser.look(page, name + "-" + who, true, width);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Alex Nqsw"))
                    .first()
                    .click();
            Browser.look(page, "portfolio-" + who, true, width);
        }
        assertThat(browser.complaints()).isEmpty();
    }

    private Page sectionOf(String who) {
        String paper = "/portfolios/" + cast.portfolio(who).id() + "/papers/agreement";
        String document = cast.ask(who).post(paper, Map.of()).location();
        Page page = browser.page(true, 1100, house, cast.person(who));
        page.navigate(house.address() + document);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Write “Background”"))
                .click();
        return page;
    }

    private static void write(Page page, int which, String words) {
        page.locator("textarea").nth(which).fill(words);
        page.locator("textarea").nth(which).blur();
    }

    private Document document(String who) {
        List<Summary> all =
                house.rooms().documents().ofPortfolio(cast.portfolio(who).id());
        return house.rooms().documents().get(all.get(0).id());
    }

    private List<Object> textsOf(String who) {
        return List.copyOf(document(who).answers().values().stream()
                .filter(String.class::isInstance)
                .toList());
    }
}
