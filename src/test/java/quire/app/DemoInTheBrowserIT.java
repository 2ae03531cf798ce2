package quire.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.demo.Enactment;
import quire.testkit.Browser;
import quire.testkit.Child;
import quire.testkit.Keys;

/** The demo as a visitor meets it: started as the README says, in a real browser, from signing in by hand onwards. */
class DemoInTheBrowserIT {

    private static final String FIFTY =
            IntStream.rangeClosed(1, 50).mapToObj(number -> "word" + number).collect(Collectors.joining(" "));

    private static final Set<String> PAPERS_AND_FILES =
            Set.of("pdf", "word", "export", "template", "picture", "download");

    private static Child quire;
    private static String address;
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        quire = Child.start(List.of("-Xmx512m"), Map.of(), Main.class, "serve", "--demo", "--port", "0");
        String line = quire.await(said -> said.contains("http://localhost"));
        address = line.replaceFirst(".*(http://localhost:\\d+)/.*", "$1");
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        browser.close();
        quire.kill();
    }

    /** Two minutes for finding what is next and writing fifty words; signing in is not counted. */
    @ParameterizedTest
    @CsvSource({"true, 1100", "true, 320", "false, 320"})
    void aSocialWorkerWritesFiftyWordsByKeyboardWithinTwoMinutes(boolean scripts, int width) {
        Page page = browser.page(scripts, width);
        signIn(page, "morwenna.tesfaye@marrowdale.example");
        Keys keys = Keys.of(page);
        keys.reach(page.locator(".quire-next a").first().innerText()).enter();
        keys.reach("Looking at the whole").enter();
        String question = page.locator("textarea").first().getAttribute("id");
        keys.reach(page.locator("label[for='" + question + "']").innerText());
        keys.press("Control+A").type(FIFTY);
        if (scripts) {
            keys.press("Tab");
            assertThat(page.locator("[role=status][data-saved]")).containsText("Saved at");
        } else {
            keys.reach("Save and come back later").enter();
            page.goBack();
        }
        assertThat(keys.reckoned()).isLessThan(Duration.ofMinutes(2));
        page.reload();
        assertThat(page.locator("textarea").first()).hasValue(FIFTY);
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"true, 1100", "true, 320", "false, 320"})
    void anAssessorReadsAndCommentsByKeyboard(boolean scripts, int width) {
        Page page = browser.page(scripts, width);
        signIn(page, "anil.deshpande-wray@northbridge.example");
        Keys.of(page)
                .reach("Desmond Kirkbride")
                .enter()
                .reach("Professional development plan, 9 to 12 months")
                .enter()
                .reach("What I need to learn")
                .enter()
                .reach("Write a comment")
                .type("Which of these comes first? " + scripts + width)
                .reach("Comment")
                .enter();
        assertThat(page.locator("#comments")).containsText("Which of these comes first? " + scripts + width);
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"true, 320", "false, 320"})
    void aLineManagerSeesHowTheirTeamIsDoingByKeyboard(boolean scripts, int width) {
        Page page = browser.page(scripts, width);
        signIn(page, "ros.verity@northbridge.example");
        Keys.of(page).reach("Desmond Kirkbride").enter();
        assertThat(page.locator("h1")).containsText("Desmond Kirkbride");
        assertThat(page.locator("main")).containsText("Record of the 9-month progressive development meeting");
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"true, 320", "false, 320"})
    void aCoordinatorFindsWhoIsBehindByKeyboard(boolean scripts, int width) {
        Page page = browser.page(scripts, width);
        signIn(page, "moira.kettleby@northbridge.example");
        Keys.of(page)
                .reach("Employer")
                .press("e")
                .reach("Show")
                .press("w")
                .reach("Show")
                .enter();
        assertThat(page.locator("main")).containsText("Leila Marchetti-Brown");
        assertThat(page.locator("main")).not().containsText("Nerys Adjei");
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"true, 320", "false, 320"})
    void anAdministratorAddsAPersonByKeyboard(boolean scripts, int width) {
        Page page = browser.page(scripts, width);
        signIn(page, "ollie.marchant@northbridge.example");
        openMenu(page);
        Keys keys = Keys.of(page).reach("People").enter().reach("Add a person").enter();
        keys.reach("Name").type("Jo Fernandes-Hill");
        keys.reach("E-mail address").type("jo.fernandes" + scripts + "@northbridge.example");
        keys.reach("Employer").press("n").reach("Add the person").enter();
        assertThat(page.locator("h1")).containsText("Jo Fernandes-Hill");
        page.context().close();
    }

    /** Every kind of page that a link leads to, as somebody whom the demo introduces, and everybody's home. */
    @Test
    void everyPageThatALinkLeadsToIsWhole() {
        walkAsEverybody(1);
    }

    /** The same through the eyes of three. */
    @Test
    @Tag("slow")
    void everyPageIsWholeForSeveral() {
        walkAsEverybody(3);
    }

    private static void walkAsEverybody(int ofAKind) {
        Map<String, Integer> seen = new TreeMap<>();
        for (String email : emails()) {
            Page page = browser.page(true, 1100);
            signIn(page, email);
            walk(page, email.replaceFirst("\\..*", ""), seen, ofAKind);
            page.context().close();
        }
        assertThat(browser.complaints()).isEmpty();
        assertThat(seen.keySet())
                .contains(
                        "/",
                        "/year",
                        "/nqsws",
                        "/team",
                        "/cohort",
                        "/people",
                        "/people/one",
                        "/organisations",
                        "/portfolios/one",
                        "/portfolios/one/trail",
                        "/documents/one",
                        "/documents/one/check",
                        "/documents/one/sections/one");
    }

    private static List<String> emails() {
        return quire.said()
                .lines()
                .filter(line -> line.contains("@"))
                .map(line -> line.strip().split(" {2,}", -1)[1])
                .toList();
    }

    private static void signIn(Page page, String email) {
        page.navigate(address + "/");
        Keys keys = Keys.of(page);
        keys.reach("E-mail address").type(email);
        keys.reach("Password").type(Enactment.PASSWORD);
        keys.enter();
    }

    /** On a narrow window the menu is folded where scripts run. */
    private static void openMenu(Page page) {
        Locator menu = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Menu"));
        if (menu.isVisible()) {
            Keys.of(page).reach("Menu").press("Enter");
        }
    }

    private static void walk(Page page, String who, Map<String, Integer> seen, int ofAKind) {
        Deque<String> next = new ArrayDeque<>(List.of("/"));
        Set<String> met = new TreeSet<>(next);
        Set<String> mine = new TreeSet<>();
        while (!next.isEmpty()) {
            String path = next.remove();
            String kind = kind(path);
            boolean fresh = mine.add(kind) && (seen.merge(kind, 1, Integer::sum) <= ofAKind || kind.equals("/"));
            if (!fresh) {
                continue;
            }
            look(page, path, who + kind.replaceAll("[^a-z]+", "-"));
            links(page).stream().filter(met::add).forEach(next::add);
        }
    }

    private static void look(Page page, String path, String name) {
        page.setViewportSize(1100, 1000);
        Response answer = page.navigate(address + path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        Browser.assertAccessible(page);
        Browser.keepPicture(page, "demo-" + name);
        page.setViewportSize(320, 1000);
        Browser.assertFits(page);
        Browser.keepPicture(page, "demo-" + name + "-320");
    }

    private static List<String> links(Page page) {
        Object found = page.evaluate(
                "[...document.querySelectorAll('a[href^=\"/\"]:not([download])')].map(a => a.getAttribute('href'))");
        return ((List<?>) found)
                .stream()
                        .map(String.class::cast)
                        .map(link -> link.replaceFirst("#.*", ""))
                        .filter(link ->
                                PAPERS_AND_FILES.stream().noneMatch(last -> link.matches(".*/" + last + "(\\?.*)?")))
                        .filter(link -> !link.contains("/files/") && !link.startsWith("/openapi"))
                        .toList();
    }

    /** The address without what names one thing among many. */
    private static String kind(String path) {
        return path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "one")
                .replaceAll("=[^&]*", "=")
                .replaceFirst("(/sections/)[^/?]+", "$1one")
                .replaceFirst("(/papers/)[^/?]+", "$1one")
                .replaceFirst("(^/forms/|^/catalogue/)[^/?]+", "$1one");
    }
}
