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
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /** Some of the kinds of pages, so that a walk that goes nowhere is noticed. */
    private static final List<String> KINDS = List.of(
            "/",
            "/year",
            "/nqsws",
            "/team",
            "/cohort",
            "/asked",
            "/people",
            "/people/one",
            "/organisations",
            "/portfolios/one",
            "/portfolios/one/trail",
            "/documents/one",
            "/documents/one/check",
            "/documents/one/sections/one");

    /** Somebody who is asked for a part in a paper, as none of those is whom the demo introduces. */
    private static final String ASKED = "dunstan.oyebode@northbridge.example";

    /** Whose eyes a page is looked at through in the usual build. */
    private static final long SEED = 20_261_112;

    private static final int OF_A_KIND = 3;

    private static Child quire;
    private static String address;
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        quire = Child.start(List.of("-Xmx512m"), Map.of(), Main.class, "serve", "--demo", "--port", "0");
        String line = quire.await(said -> said.contains("http://localhost"));
        address = line.replaceFirst(".*(http://localhost:\\d+)/.*", "$1");
        // The first who signs in waits until the years are laid out, longer than a browser test is patient.
        DemoWalk.as(ASKED, address);
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

    /**
     * Every kind of page that a link leads to, for everybody whom the demo introduces, as it is sent; and every third kind in a
     * browser, through the eyes of one of those who can see it. {@link #everyPageIsWholeForSeveral} has the rest.
     */
    @Test
    void everyPageThatALinkLeadsToIsWhole() {
        Map<String, List<DemoWalk.Stop>> stops = new TreeMap<>();
        Map<String, String> sessions = new TreeMap<>();
        for (String email : Stream.concat(emails().stream(), Stream.of(ASKED)).toList()) {
            DemoWalk walk = DemoWalk.as(email, address);
            sessions.put(email, walk.session());
            walk.everyKind()
                    .forEach(stop -> stops.computeIfAbsent(DemoWalk.page(stop.path()), kind -> new ArrayList<>())
                            .add(stop));
        }
        assertThat(stops.keySet()).containsAll(KINDS).contains("/documents/one/requests");
        Random random = new Random(SEED);
        List<List<DemoWalk.Stop>> kinds = List.copyOf(stops.values());
        Map<String, List<DemoWalk.Stop>> chosen = IntStream.range(0, kinds.size())
                .filter(kind -> kind % 3 == 0)
                .mapToObj(kinds::get)
                .map(all -> all.get(random.nextInt(all.size())))
                .collect(Collectors.groupingBy(DemoWalk.Stop::email, TreeMap::new, Collectors.toList()));
        chosen.forEach((email, some) -> {
            Page page = browser.pageAtLocalhost(1100, Objects.requireNonNull(sessions.get(email)));
            some.forEach(stop -> look(page, stop.path()));
            page.context().close();
        });
        assertThat(browser.complaints()).isEmpty();
    }

    /** Every page of three of those who can see it, in a browser, with pictures for a person to look at. */
    @Test
    @Tag("slow")
    void everyPageIsWholeForSeveral() {
        Map<String, Integer> seen = new TreeMap<>();
        for (String email : Stream.concat(emails().stream(), Stream.of(ASKED)).toList()) {
            Page page = browser.page(true, 1100);
            signIn(page, email);
            walk(page, email.replaceFirst("\\..*", ""), seen);
            page.context().close();
        }
        assertThat(browser.complaints()).isEmpty();
        assertThat(seen.keySet()).containsAll(KINDS);
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

    private static void walk(Page page, String who, Map<String, Integer> seen) {
        Deque<String> next = new ArrayDeque<>(List.of("/"));
        Set<String> met = new TreeSet<>(next);
        Set<String> mine = new TreeSet<>();
        while (!next.isEmpty()) {
            String path = next.remove();
            String kind = DemoWalk.kind(path);
            boolean fresh = mine.add(kind) && (seen.merge(kind, 1, Integer::sum) <= OF_A_KIND || kind.equals("/"));
            if (fresh) {
                String picture = "demo-" + who + kind.replaceAll("[^a-z]+", "-");
                look(page, path);
                Browser.keepPicture(page, picture + "-320");
                page.setViewportSize(1100, 1000);
                Browser.keepPicture(page, picture);
                DemoWalk.links(page.content()).stream().filter(met::add).forEach(next::add);
            }
        }
    }

    /** On a wide window as axe sees it, and on a narrow one. */
    private static void look(Page page, String path) {
        page.setViewportSize(1100, 1000);
        Response answer = page.navigate(address + path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        Browser.assertAccessible(page);
        page.setViewportSize(320, 1000);
        Browser.assertFits(page);
    }
}
