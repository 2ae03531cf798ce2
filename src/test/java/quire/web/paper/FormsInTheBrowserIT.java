package quire.web.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.forms.Form;
import quire.forms.RepeatField;
import quire.forms.Section;
import quire.people.Actor;
import quire.portfolio.Document;
import quire.portfolio.SectionState;
import quire.testkit.Browser;
import quire.testkit.PdfText;
import quire.testkit.TestClock;
import quire.testkit.WebHouse;

/** People fill in forms with a real browser, with and without scripts. */
class FormsInTheBrowserIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    /**
     * So long it takes until one more may be saved while somebody types. How many saves that makes hangs on how fast the
     * machine is; where the clock stands, the sixty-first of a session is refused, and no page is left with it.
     */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    @TempDir
    static Path data;

    private static WebHouse house;
    private static Browser browser;

    @BeforeAll
    static void open() {
        house = WebHouse.open(data, TestClock.goingOn(BETWEEN_LOOKS));
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        browser.close();
        house.close();
    }

    @ParameterizedTest
    @CsvSource({"direct-observation, true, 1100", "professional-development-plan, false, 320"})
    void takesAWholeDocumentFromStartToPaper(String id, boolean scripts, int width) throws IOException {
        Form form = house.rooms().forms().get(id);
        Map<String, @Nullable Object> sample = WebHouse.sampleAnswers(form);
        Page page = browser.page(scripts, width, house, house.administrator());
        page.navigate(house.address() + "/forms");
        page.locator("a[href='/forms/" + id + "']").click();
        page.locator("[name=nqsw_name]").fill("Ana Kowalska-Rhys");
        page.locator("button:has-text('Start')").click();
        String address = page.url();
        String document = address.substring(address.lastIndexOf('/') + 1);
        WebHouse.fillIn(house, document, LocalDate.ofInstant(WebHouse.CLOCK.instant(), WebHouse.CLOCK.getZone()));
        for (Section section : form.sections()) {
            if (isShown(document, section.id())) {
                Typist.complete(page, address, section, sample);
            }
        }
        Document filled = house.rooms().documents().get(document);
        assertThat(filled.states().values()).containsOnly(SectionState.COMPLETED);
        page.navigate(address + "/check");
        look(page, id + "-check-" + (scripts ? "script-" : "plain-") + width);
        assertThat(page.locator("#gaps").allInnerTexts()).isEmpty();
        Path pdf = download(page, "Download as PDF", scripts + id + ".pdf");
        assertThat(PdfText.of(Files.readAllBytes(pdf))).contains("Ana Kowalska-Rhys");
        Path word = download(page, "Download as Word", scripts + id + ".docx");
        assertThat(Files.size(word)).isPositive();
        page.context().close();
        assertThat(browser.complaints()).isEmpty();
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "direct-observation, false, 320",
        "support-and-assessment-agreement, true, 1100",
        "support-and-assessment-agreement, false, 1100",
        "professional-development-plan, true, 320",
        "professional-development-plan, false, 1100",
        "final-review, true, 1100",
        "final-review, false, 320",
        "internal-moderation, true, 1100",
        "internal-moderation, false, 1100"
    })
    void takesManyMoreFromStartToPaper(String id, boolean scripts, int width) throws IOException {
        takesAWholeDocumentFromStartToPaper(id, scripts, width);
    }

    private static boolean isShown(String document, String section) {
        return new SectionRun(house.rooms().documents().get(document))
                .shown().stream().anyMatch(shown -> shown.id().equals(section));
    }

    private static Path download(Page page, String link, String name) {
        Download download = page.waitForDownload(
                new Page.WaitForDownloadOptions().setTimeout(120_000),
                () -> page.locator("a:has-text('" + link + "')").click());
        Path file = data.resolve(name);
        download.saveAs(file);
        return file;
    }

    private static void look(Page page, String name) {
        Browser.assertFits(page);
        Browser.keepPicture(page, name);
    }

    @Test
    void everyKindOfPageIsAccessibleInEveryState() {
        Page page = browser.page(true, 1100, house, house.administrator());
        Map<String, String> states = states();
        states.forEach((name, address) -> {
            page.setViewportSize(1100, 1000);
            page.navigate(house.address() + address);
            Browser.assertAccessible(page);
            Browser.keepPicture(page, name);
            page.setViewportSize(320, 1000);
            Browser.assertFits(page);
        });
        page.context().close();
    }

    /** Pages by the name of the state they are in; of the sections, those that show a kind of question first. */
    private static Map<String, String> states() {
        Map<String, String> states = new LinkedHashMap<>();
        Set<String> shown = new HashSet<>();
        states.put("forms", "/forms");
        states.put("accessibility", "/accessibility");
        states.put("not-found", "/documents/nobody");
        for (Form form : house.rooms().forms().list()) {
            String fresh = start(form, Map.of());
            states.putIfAbsent("start", "/forms/" + form.id());
            states.putIfAbsent("document", "/documents/" + fresh);
            states.putIfAbsent("check-empty", "/documents/" + fresh + "/check");
            form.sections().stream()
                    .filter(section -> section.startWhen() == null && section.showIf() == null)
                    .filter(section -> shown.addAll(kinds(section)))
                    .forEach(section -> states.put(
                            form.id() + "-" + section.id() + "-empty",
                            "/documents/" + fresh + "/sections/" + section.id()));
        }
        states.put("home", "/");
        return states;
    }

    private static Set<String> kinds(Section section) {
        return section.fields().stream()
                .flatMap(field -> field instanceof RepeatField repeat
                        ? repeat.items().stream().map(item -> "in " + repeat.layout() + " " + item.type())
                        : Stream.of(field.type().toString()))
                .collect(Collectors.toSet());
    }

    private static String start(Form form, Map<String, @Nullable Object> record) {
        return house.rooms()
                .documents()
                .start(form, record, Actor.of(house.administrator().id()), WebHouse.CLOCK.instant(), TODAY)
                .id();
    }

    @Test
    void leadsFromTheErrorSummaryToTheQuestion() {
        Form form = house.rooms().forms().get("direct-observation");
        Page page = browser.page(true, 1100, house, house.administrator());
        page.navigate(house.address() + "/documents/" + start(form, Map.of()) + "/sections/details");
        page.locator("[name='observation_date.day']").fill("31");
        page.locator("[name='observation_date.month']").fill("2");
        page.locator("[name='observation_date.year']").fill("2026");
        page.locator("[name=setting]").fill("At home");
        Typist.press(page, page.locator(Typist.CONTINUE));
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.locator(".govuk-error-summary").evaluate("e => e === document.activeElement"))
                .isEqualTo(true);
        Browser.assertAccessible(page);
        look(page, "error");
        page.locator(".govuk-error-summary a").first().click();
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("observation_date-day");
        assertThat(page.locator("[name='observation_date.month']").inputValue()).isEqualTo("2");
        assertThat(page.locator("[name=setting]").inputValue()).isEqualTo("At home");
    }

    @Test
    void addsRemovesAndMovesEntriesInPlaceByKeyboard() {
        Form form = house.rooms().forms().get("direct-observation");
        String id = start(form, Map.of());
        completed(id, "details");
        completed(id, "before");
        Page page = browser.page(true, 1100, house, house.administrator());
        page.navigate(house.address() + "/documents/" + id + "/sections/observed");
        Locator entries = page.locator("[data-repeat=domain_comments] [data-entries] > [data-entry]");
        Locator add = page.locator("[data-repeat=domain_comments] [data-add]");
        add.focus();
        page.keyboard().press("Enter");
        add.focus();
        page.keyboard().press("Enter");
        entries.nth(0).locator("textarea").fill("first");
        entries.nth(1).locator("textarea").fill("second");
        Browser.assertAccessible(page);
        entries.nth(1).locator("[data-up]").focus();
        page.keyboard().press("Enter");
        assertThat(entries.nth(0).locator("textarea").inputValue()).isEqualTo("second");
        entries.nth(0).locator("[data-remove]").click();
        assertThat(entries.count()).isEqualTo(1);
        assertThat(page.locator("[data-repeat=domain_comments] [data-status]").innerText())
                .contains("removed");
        page.keyboard().press("Enter");
        assertThat(entries.count()).isEqualTo(2);
        look(page, "entries");
        Typist.press(page, page.locator(Typist.CONTINUE));
        // Which names the rows get depends on what the page had saved by then.
        assertThat(house.rooms().documents().get(id).answers().get("domain_comments"))
                .asString()
                .containsSubsequence("second", "first")
                .containsOnlyOnce("first");
    }

    private static void completed(String id, String section) {
        WebHouse.complete(house, id, section, TODAY);
    }
}
