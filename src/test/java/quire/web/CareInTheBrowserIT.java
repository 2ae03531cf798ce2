package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quire.people.Actor;
import quire.testkit.Browser;
import quire.testkit.Cast;
import quire.testkit.WebHouse;

/** Those who look after years, and what everybody has of their own, in a real browser. */
class CareInTheBrowserIT {

    @TempDir
    Path data;

    private WebHouse house;
    private Cast cast;
    private Browser browser;
    private String year;

    @BeforeEach
    void open() {
        house = WebHouse.open(data);
        cast = Cast.in(house);
        browser = Browser.open();
        year = "/portfolios/" + cast.portfolio("nqsw").id();
    }

    @AfterEach
    void close() {
        browser.close();
        house.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1100, 320})
    void everyPageIsAccessibleAndFits(int width) {
        house.rooms()
                .portfolios()
                .dates()
                .pause(
                        cast.portfolio("nqsw").id(),
                        LocalDate.of(2027, 2, 1),
                        LocalDate.of(2027, 3, 1),
                        "Parental leave",
                        Actor.SYSTEM,
                        WebHouse.CLOCK.instant());
        cast.ask("nqsw").post(year + "/papers/agreement", Map.of());
        Page coordinator = browser.page(true, width, house, cast.person("organisation's coordinator"));
        look(coordinator, "/cohort", "cohort", width);
        look(coordinator, "/cohort/enrol", "enrol-who", width);
        look(coordinator, "/cohort/enrol?person=" + cast.person("lead").id(), "enrol", width);
        Browser.press(coordinator, "Enrol");
        look(coordinator, "enrol-refused", width);
        look(coordinator, year, "portfolio-coordinator", width);
        look(coordinator, year + "/people", "parts", width);
        look(coordinator, year + "/people/assessor", "hand-over", width);
        look(coordinator, year + "/people/assessor/deputy", "deputy", width);
        Browser.press(coordinator, "Add the deputy");
        look(coordinator, "deputy-refused", width);
        look(coordinator, year + "/dates?done=booked", "dates", width);
        look(coordinator, year + "/dates/review-3", "date", width);
        look(coordinator, year + "/choices/final-piece", "choice", width);
        look(coordinator, year + "/pauses", "pauses", width);
        Browser.press(coordinator, "Pause the year");
        look(coordinator, "pauses-refused", width);
        look(browser.page(true, width, house, cast.person("administrator")), year + "/glass", "glass", width);
        look(browser.page(true, width, house, cast.person("manager")), year + "/summary", "summary", width);
        look(browser.page(true, width, house, cast.person("operator")), "/installation", "installation", width);
        look(browser.page(true, width, house, cast.person("nqsw")), "/account/data", "account-data", width);
        assertThat(browser.complaints()).isEmpty();
    }

    /** From the cohort to a checklist, without scripts, in a narrow window. */
    @Test
    void enrolsSomebodyWithoutScripts() {
        Page page = browser.page(false, 320, house, cast.person("organisation's coordinator"));
        page.navigate(house.address() + "/");
        Browser.follow(page, "Enrol somebody");
        page.getByLabel("Name or e-mail").fill("lead");
        Browser.press(page, "Search");
        Browser.follow(page, "Alex Lead");
        page.locator("input[value='adult-2']").check();
        page.getByLabel("Day").fill("4");
        page.getByLabel("Month").fill("1");
        page.getByLabel("Year").fill("2027");
        page.getByLabel("Assessor").selectOption(cast.person("assessor").id());
        Browser.press(page, "Enrol");
        assertThat(page.locator("h1").textContent()).isEqualTo("Alex Lead");
        assertThat(page.content()).contains("The portfolio is open", "Alex Assessor", "Due");
        Browser.assertFits(page);
        Browser.keepPicture(page, "enrolled-plain-320");
    }

    private void look(Page page, String address, String name, int width) {
        page.navigate(house.address() + address);
        look(page, name, width);
    }

    private static void look(Page page, String name, int width) {
        Browser.look(page, "care-" + name, width);
    }
}
