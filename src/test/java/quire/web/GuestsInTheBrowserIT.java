package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.portfolio.Signature;
import quire.testkit.Browser;
import quire.testkit.Cast;
import quire.testkit.WebHouse;

/** With a real browser: somebody is asked, follows their link, writes, signs, and keeps a receipt. */
class GuestsInTheBrowserIT {

    private static final String[] QUESTIONS = {
        "working_relationship",
        "communication",
        "reliability",
        "judgement",
        "inclusive_practice",
        "strengths",
        "could_develop"
    };

    @TempDir
    static Path data;

    private static WebHouse house;
    private static Cast cast;
    private static Guests guests;

    @BeforeAll
    static void open() {
        house = WebHouse.open(data);
        cast = Cast.in(house);
        guests = new Guests(house, cast);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @ParameterizedTest
    @CsvSource({"true, 1100", "false, 320"})
    void asksAnswersAndSigns(boolean scripts, int width) {
        String mail = "oba" + width + "@ward.example";
        String document = guests.paper();
        try (Browser browser = Browser.open()) {
            ask(browser.page(scripts, width, house, cast.person("nqsw")), document, mail, scripts, width);
            Page guest = browser.page(scripts, width);
            guest.navigate(house.address() + guests.secret(mail));
            Browser.look(guest, "guest-landing", scripts, width);
            Browser.load(guest, () -> press(guest, "Start"));
            Browser.look(guest, "guest-paper", scripts, width);
            write(guest, scripts, width);
            Browser.load(guest, () -> press(guest, "Finish for now"));
            Browser.look(guest, "guest-finished", scripts, width);
            guest.navigate(house.address() + guests.secret(mail));
            Browser.load(guest, () -> press(guest, "Go on"));
            sign(guest, scripts, width);
            guest.navigate(house.address() + guests.secret(mail));
            Browser.look(guest, "guest-receipt", scripts, width);
            assertThat(house.rooms().documents().signing().of(document))
                    .extracting(Signature::proof)
                    .containsExactly("link");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void ask(Page nqsw, String document, String mail, boolean scripts, int width) {
        nqsw.navigate(house.address() + "/documents/" + document);
        Browser.load(nqsw, () -> nqsw.getByText("see who was asked").click());
        Browser.look(nqsw, "guest-requests-none", scripts, width);
        Browser.load(nqsw, () -> nqsw.getByText("Ask somebody").click());
        Browser.load(nqsw, () -> press(nqsw, "Read the letter"));
        Browser.look(nqsw, "guest-ask-refused", scripts, width);
        nqsw.locator("#name").fill("Oba Ward");
        nqsw.locator("#email").fill(mail);
        nqsw.locator("#relationship").fill("Ward sister");
        nqsw.locator("#message").fill("Thank you for your time.");
        nqsw.locator("#with_code").uncheck();
        Browser.load(nqsw, () -> press(nqsw, "Read the letter"));
        Browser.look(nqsw, "guest-letter", scripts, width);
        Browser.load(nqsw, () -> press(nqsw, "Send it"));
        Browser.look(nqsw, "guest-requests", scripts, width);
    }

    private static void write(Page guest, boolean scripts, int width) {
        Browser.load(guest, () -> guest.locator("a:has-text('Your feedback')").click());
        Browser.look(guest, "guest-section", scripts, width);
        guest.locator("#feedback_date-day").fill("20");
        guest.locator("#feedback_date-month").fill("11");
        guest.locator("#feedback_date-year").fill("2026");
        for (String question : QUESTIONS) {
            guest.locator("#" + question).fill("She explains what she needs, and asks what we need.");
        }
        guest.locator("#_completed").check();
        Browser.load(
                guest,
                () -> guest.locator("button:has-text('Save and continue'):not(.govuk-visually-hidden)")
                        .click());
        Browser.look(guest, "guest-check", scripts, width);
        Browser.load(guest, () -> guest.getByText("Back to all sections").click());
    }

    private static void sign(Page guest, boolean scripts, int width) {
        Browser.load(guest, () -> guest.getByText("Read, sign and send").click());
        Browser.look(guest, "guest-you", scripts, width);
        guest.locator("#post").fill("Ward sister");
        Browser.load(guest, () -> press(guest, "Save and continue"));
        Browser.load(guest, () -> guest.getByText("Read, sign and send").click());
        Browser.look(guest, "guest-sign", scripts, width);
        Browser.load(guest, () -> press(guest, "Sign"));
        Browser.look(guest, "guest-sent", scripts, width);
    }

    private static void press(Page page, String words) {
        page.locator("button:has-text('" + words + "')").last().click();
    }
}
