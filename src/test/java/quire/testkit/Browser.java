package quire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import quire.people.Person;

/** A real Chromium, and somebody who looks at it closely. */
public final class Browser implements AutoCloseable {

    /** Level A and AA of WCAG 2.2, and what axe holds for good practice besides. */
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final int HEIGHT = 1000;
    private static final int NARROW = 400;

    /** In milliseconds. Nothing is waited for so long but what never comes: a machine may be slow and do other work besides. */
    private static final int PATIENCE = 60_000;

    /** Those without scripts, in which axe would wait for ever. */
    private static final Set<BrowserContext> PLAIN = ConcurrentHashMap.newKeySet();

    static {
        // What a page shows may take as long as the page itself, and longer where it tries again by itself.
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> complaints = new ArrayList<>();

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    public static Browser open() {
        Playwright playwright = playwright();
        return new Browser(playwright, launch(playwright));
    }

    /** The driver, which is not to fetch a browser of its own. */
    public static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    /** The Chromium of the distribution, without a window. */
    public static com.microsoft.playwright.Browser launch(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Tools.find("chromium"))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
    }

    /**
     * A fresh page.
     *
     * @param scripts whether the browser runs scripts
     * @param width in pixels
     */
    public Page page(boolean scripts, int width) {
        return page(scripts, width, "");
    }

    /** A fresh page in the browser of somebody who is signed in. */
    public Page page(boolean scripts, int width, WebHouse house, Person person) {
        return page(scripts, width, house.session(person));
    }

    /** Begins another session in the browser of a page, as another tab of it would. */
    public void signIn(Page page, WebHouse house, Person person) {
        keep(page.context(), "127.0.0.1", house.session(person));
    }

    /** A fresh page in the browser of somebody who has signed in at a server under the name of this machine. */
    public Page pageAtLocalhost(int width, String session) {
        Page page = page(true, width);
        keep(page.context(), "localhost", session);
        return page;
    }

    private static void keep(BrowserContext context, String host, String token) {
        context.addCookies(List.of(new Cookie("__Host-quire", token)
                .setUrl("https://" + host)
                .setSecure(true)
                .setHttpOnly(true)));
    }

    private Page page(boolean scripts, int width, String token) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setJavaScriptEnabled(scripts)
                .setAcceptDownloads(true)
                .setViewportSize(width, HEIGHT));
        if (!scripts) {
            PLAIN.add(context);
        }
        if (!token.isEmpty()) {
            keep(context, "127.0.0.1", token);
        }
        Page page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    /** What browsers wrote into their consoles: scripts that failed, and what the content security policy stopped. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Does something that leads to another page, and waits until that is there. */
    public static void load(Page page, Runnable leads) {
        AtomicBoolean loaded = new AtomicBoolean();
        Consumer<Page> listener = again -> loaded.set(true);
        page.onLoad(listener);
        leads.run();
        page.waitForCondition(loaded::get);
        page.offLoad(listener);
    }

    /** Whether a page of ours runs its scripts; axe waits for ever where it does not. */
    public static boolean runsScripts(Page page) {
        return Boolean.TRUE.equals(page.evaluate("document.body.classList.contains('js-enabled')"));
    }

    /** Fails if axe finds anything, or cannot look because the browser runs no scripts. */
    public static void assertAccessible(Page page) {
        assertThat(PLAIN).as("browsers that axe cannot look into").doesNotContain(page.context());
        List<Rule> violations = new AxeBuilder(page)
                .withTags(RULES)
                .setLegacyMode(true)
                .analyze()
                .getViolations();
        assertThat(violations)
                .as(page.url())
                .extracting(rule -> rule.getId() + ": " + rule.getHelp() + " "
                        + rule.getNodes().get(0).getHtml() + " "
                        + rule.getNodes().get(0).getFailureSummary())
                .isEmpty();
    }

    /** Fails if the page is wider than its window. */
    public static void assertFits(Page page) {
        Object wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) wider).intValue())
                .as("scrolls sideways: " + page.url())
                .isLessThanOrEqualTo(0);
    }

    /**
     * Keeps a picture of the whole page where a person can look at it, with {@code -Dpictures}. Nobody looks at them while a
     * machine checks a change, and drawing them all takes minutes.
     */
    public static void keepPicture(Page page, String name) {
        if (System.getProperty("pictures") == null) {
            return;
        }
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "screens", name + ".png")));
    }

    /** Looks at a page as people do, and keeps a picture of it; with scripts, axe looks at it too. */
    public static void look(Page page, String name, boolean scripts, int width) {
        assertFits(page);
        keepPicture(page, name + (scripts ? "-script-" : "-plain-") + width);
        if (scripts) {
            assertAccessible(page);
        }
    }

    /** The same with scripts at many widths: what axe sees at one it sees at all, and in a narrow window most is folded. */
    public static void look(Page page, String name, int width) {
        assertFits(page);
        keepPicture(page, name + "-" + width);
        if (width < NARROW) {
            assertAccessible(page);
        }
    }

    public static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    public static void follow(Page page, String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .click();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
