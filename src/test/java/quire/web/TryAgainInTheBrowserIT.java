package quire.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quire.testkit.Browser;
import quire.testkit.Cast;
import quire.testkit.WebHouse;

/** A record that somebody else holds, as it looks to whoever writes meanwhile. */
class TryAgainInTheBrowserIT {

    private static final String WORDS = "What I bring to this team is ten years of listening";

    @TempDir
    Path data;

    /** Without scripts the words travel in the page that says so, and its button saves them. */
    @ParameterizedTest
    @ValueSource(ints = {1100, 320})
    void r07_wordsWaitOnThePageUntilTheyCanBeSaved(int width) throws Exception {
        try (WebHouse house = WebHouse.open(data);
                Browser browser = Browser.open()) {
            Page page = section(house, browser, false, width);
            page.locator("textarea").first().fill(WORDS);
            Locator later = button(page, "Save and come back later");
            held(() -> {
                later.click();
                assertThat(page.locator("h1")).hasText("This is not saved yet");
                assertThat(page.locator("pre")).hasText(WORDS);
                Browser.assertFits(page);
                Browser.keepPicture(page, "try-again-" + width);
            });
            button(page, "Try again").click();
            assertThat(page.locator("h1")).not().hasText("This is not saved yet");
            saved(house);
        }
    }

    /** With scripts the page says so and tries again by itself. */
    @Test
    void r07_theStatusLineSaysNotSavedAndThenSaved() throws Exception {
        try (WebHouse house = WebHouse.open(data);
                Browser browser = Browser.open()) {
            Page page = section(house, browser, true, 1100);
            Locator text = page.locator("textarea").first();
            held(() -> {
                text.fill(WORDS);
                text.blur();
                assertThat(page.locator("[role=status][data-saved]")).hasText("Not saved – trying again");
                assertThat(text).hasValue(WORDS);
            });
            assertThat(page.locator("[role=status][data-saved]")).hasText("Saved at 2:32pm");
            saved(house);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private interface Deed {
        void run();
    }

    /** Does something while another program holds the lock of the record. */
    private void held(Deed deed) throws Exception {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("quire.db"));
                Statement statement = other.createStatement()) {
            statement.execute("begin immediate");
            deed.run();
            statement.execute("rollback");
        }
    }

    private static Page section(WebHouse house, Browser browser, boolean scripts, int width) {
        Cast cast = Cast.in(house);
        Page page = browser.page(scripts, width, house, cast.person("nqsw"));
        page.navigate(house.address() + "/portfolios/" + cast.portfolio("nqsw").id() + "/papers/agreement");
        button(page, "Begin").click();
        page.waitForURL("**/documents/**");
        page.locator("main a[href*='/sections/']").first().click();
        return page;
    }

    private static void saved(WebHouse house) {
        assertThat(house.rooms().documents().list())
                .singleElement()
                .satisfies(one -> assertThat(house.rooms()
                                .documents()
                                .get(one.id())
                                .answers()
                                .values())
                        .contains(WORDS));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
