package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.portfolio.Document;
import quire.testkit.Ask;
import quire.testkit.Browser;
import quire.testkit.TestClock;
import quire.testkit.WebHouse;

/** S-44: a browser that saves without end is told to wait, and nothing that it holds is lost by it. */
class AutosavePaceIT {

    @TempDir
    Path data;

    private final TestClock clock = new TestClock();
    private WebHouse house;
    private String token;
    private String document;

    @BeforeEach
    void open() {
        house = WebHouse.open(data, clock);
        token = house.session(house.administrator());
        document =
                browser().post("/forms/direct-observation/documents", Map.of()).location();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void s44_aThousandSavesOfOneSessionAreTooMany() {
        Ask ask = browser();
        int saved = 0;
        Ask.Answer last = save(ask, "0");
        while (last.status() == 200 && saved < 100) {
            saved++;
            last = save(ask, String.valueOf(saved));
        }
        assertThat(saved).isEqualTo(60);
        last.expect(429).has("Retry-After", "1").has("Content-Type", "application/problem+json");
        assertThat(kept()).isEqualTo("59");
        save(house.stranger().signedIn(house.session(house.administrator())), "another browser")
                .expect(200);
        clock.pass(Duration.ofSeconds(1));
        save(ask, "later").expect(200);
        assertThat(kept()).isEqualTo("later");
    }

    @Test
    void s44_thePageSaysThatItIsNotSavedAndSavesItLater() {
        try (Browser chromium = Browser.open()) {
            Page page = chromium.page(true, 1100, house, house.administrator());
            page.navigate(house.address() + document + "/sections/details");
            Ask sameSession = house.stranger().signedIn(page.context().cookies().get(0).value);
            for (int i = 0; i < 60; i++) {
                save(sameSession, "consent_how", "x").expect(200);
            }
            Locator text = page.locator("#setting");
            text.fill("At the day centre");
            text.blur();
            Locator line = page.locator("[role=status][data-saved]");
            PlaywrightAssertions.assertThat(line).hasText("Not saved – trying again");
            PlaywrightAssertions.assertThat(text).hasValue("At the day centre");
            clock.pass(Duration.ofSeconds(1));
            text.focus();
            text.blur();
            PlaywrightAssertions.assertThat(line).hasText("Saved at 2:32pm");
            assertThat(kept()).isEqualTo("At the day centre");
        }
    }

    private Ask browser() {
        return house.stranger().signedIn(token);
    }

    private Ask.Answer save(Ask ask, String text) {
        return save(ask, "setting", text);
    }

    private Ask.Answer save(Ask ask, String question, String text) {
        Map<String, String> boxes = new LinkedHashMap<>();
        boxes.put("_base", String.valueOf(paper().revision()));
        boxes.put("_fields", question);
        boxes.put(question, text);
        return ask.post(document + "/sections/details/autosave", boxes);
    }

    private String kept() {
        return String.valueOf(paper().answers().get("setting"));
    }

    private Document paper() {
        return house.rooms().documents().get(document.replace("/documents/", ""));
    }
}
