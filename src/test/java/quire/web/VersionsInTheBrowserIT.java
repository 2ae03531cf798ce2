package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quire.testkit.Browser;
import quire.testkit.Cast;
import quire.testkit.WebHouse;

/** The pages of versions in a real browser: wide and narrow, with scripts and without. */
class VersionsInTheBrowserIT {

    @TempDir
    Path folder;

    private WebHouse house;
    private Cast cast;
    private Browser browser;
    private String document = "";
    private String page = "";

    @BeforeEach
    void open() {
        house = WebHouse.open(folder.resolve("data"), NewerForms.in(folder));
        cast = Cast.in(house);
        browser = Browser.open();
        document = cast.start("nqsw", "critical-reflection").id();
        page = "/documents/" + document;
        new Papers(house, cast).write(document, "the_work", "reflection_title", "Words that are kept", "nqsw");
    }

    @AfterEach
    void close() {
        browser.close();
        house.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1100, 320})
    void everyPageIsAccessibleAndFits(int width) {
        Page administrator = browser.page(true, width, house, cast.person("administrator"));
        look(administrator, "/versions", "versions", width);
        look(administrator, "/versions/" + NewerForms.FORM, "version", width);
        look(administrator, "/cohort/programmes?done=follows", "cohort-programmes", width);
        look(administrator, "/versions/" + NewerForms.FORM + "/drafts", "drafts", width);
        Browser.press(administrator, "Move these drafts");
        look(administrator, "drafts-refused", width);
        Page nqsw = browser.page(true, width, house, cast.person("nqsw"));
        look(nqsw, page, "document-newer", width);
        look(nqsw, page + "/version", "move", width);
        Browser.press(nqsw, "Go on with version 2");
        look(nqsw, "document-moved", width);
        look(nqsw, page + "/earlier", "earlier", width);
        look(nqsw, page + "/version", "move-none", width);
        assertThat(browser.complaints()).isEmpty();
    }

    /** From the paper to its earlier answers, without scripts, in a narrow window. */
    @Test
    void goesOnWithoutScripts() {
        Page nqsw = browser.page(false, 320, house, cast.person("nqsw"));
        nqsw.navigate(house.address() + page);
        nqsw.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Go on with version 2 of this form"))
                .click();
        Browser.press(nqsw, "Go on with version 2");
        nqsw.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Earlier answers"))
                .click();
        assertThat(nqsw.textContent("main")).contains("Words that are kept");
        assertThat(house.rooms().documents().get(document).form().version()).isEqualTo(2);
    }

    private void look(Page page, String address, String name, int width) {
        page.navigate(house.address() + address);
        look(page, name, width);
    }

    private static void look(Page page, String name, int width) {
        Browser.look(page, "versions-" + name, width);
    }
}
