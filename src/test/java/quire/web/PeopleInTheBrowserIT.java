package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import quire.people.Actor;
import quire.people.Display;
import quire.people.Person;
import quire.testkit.AuthenticatorApp;
import quire.testkit.Browser;
import quire.testkit.Cast;
import quire.testkit.TestClock;
import quire.testkit.WebHouse;

/** People sign in, keep their account and look after others with a real browser. */
class PeopleInTheBrowserIT {

    private static final int NARROW = 320;
    private static final int WIDE = 1100;

    @TempDir
    static Path data;

    private static final TestClock CLOCK = new TestClock();
    private static WebHouse house;
    private static Browser browser;
    private static Cast cast;
    private static Passwords passwords;

    @BeforeAll
    static void open() {
        house = WebHouse.open(data, CLOCK);
        cast = Cast.in(house);
        passwords = new Passwords(house);
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        assertThat(browser.complaints()).isEmpty();
        browser.close();
        house.close();
    }

    /** Somebody is invited, chooses a password, turns the second step on, and comes in with it: by keyboard alone. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void comesInByKeyboardAlone(boolean scripts) {
        Person person = passwords.open(person("Kim Keyboard " + scripts));
        Page page = browser.page(scripts, NARROW);
        page.navigate(house.address() + "/account");
        look(page, "sign-in");
        type(page, "#email", person.email());
        type(page, "#password", "not the password at all");
        enter(page);
        assertThat(page.title()).startsWith("Error: Sign in");
        look(page, "sign-in-refused");
        type(page, "#password", Passwords.PASSWORD);
        enter(page);
        assertThat(page.url()).endsWith("/account");
        look(page, "account");
        turnTheSecondStepOn(page);
        signOut(page);
        look(page, "signed-out");
        page.context().close();
    }

    private static void turnTheSecondStepOn(Page page) {
        press(page, "a[href='/account/second-step']");
        look(page, "second-step");
        type(page, "#password", Passwords.PASSWORD);
        enter(page);
        assertThat(page.url()).endsWith("/account/second-step/app");
        assertThat(page.evaluate("document.querySelector('.quire-qr').naturalWidth > 0"))
                .isEqualTo(true);
        look(page, "second-step-app");
        String secret = page.locator(".quire-copy").innerText();
        type(page, "#code", "12345");
        enter(page);
        look(page, "second-step-app-refused");
        type(page, "#code", new AuthenticatorApp(secret).code(CLOCK.instant()));
        enter(page);
        assertThat(page.locator(".quire-codes li").count()).isEqualTo(10);
        look(page, "recovery-codes");
        press(page, "a.govuk-button[href='/account']");
        assertThat(page.locator("body").innerText()).contains("On. You have 10 recovery codes left.");
    }

    private static void signOut(Page page) {
        press(page, ".quire-visitor__button");
        assertThat(page.url()).endsWith("/sign-in?out=1");
    }

    @Test
    void everyPageIsAccessibleInEveryState() {
        Person administrator = cast.person("administrator");
        Person somebody = person("Sam <b>Somebody</b> O’Neill-Featherstonehaugh of the Very Long Name");
        Page page = browser.page(true, WIDE, house, administrator);
        states(somebody).forEach((name, address) -> {
            page.navigate(house.address() + address);
            everyWidth(page, name);
        });
        post(page, "/people/" + somebody.id(), "Invite", "letter");
        page.navigate(house.address() + "/people/" + somebody.id() + "/end");
        submit(page, "End access", "access-refused");
        page.navigate(house.address() + "/people/add");
        submit(page, "Add the person", "person-refused");
        page.navigate(house.address() + "/people/import");
        submit(page, "Check the table", "import-refused");
        page.context().close();
    }

    private static Map<String, String> states(Person somebody) {
        String person = "/people/" + somebody.id();
        Map<String, String> states = new LinkedHashMap<>();
        states.put("account-wide", "/account?done=display");
        states.put("account-password", "/account/password");
        states.put("account-display", "/account/display");
        states.put("tokens", "/account/tokens");
        states.put("people", "/people");
        states.put("people-none", "/people?text=nobody-at-all");
        states.put("people-add", "/people/add");
        states.put("people-import", "/people/import");
        states.put("person", person);
        states.put("person-with-parts", "/people/" + cast.person("assessor").id());
        states.put("person-details", person + "/details");
        states.put("person-end", person + "/end");
        states.put("person-roles", person + "/roles");
        states.put("organisations", "/organisations");
        states.put("organisation", "/organisations/" + somebody.organisation());
        return states;
    }

    /** With the largest letters and the widest lines, on a page with links, boxes, buttons and tags. */
    @Tag("slow")
    @ParameterizedTest
    @EnumSource(value = Display.Background.class, names = "DARK", mode = EnumSource.Mode.EXCLUDE)
    void everyOtherDisplayCanBeRead(Display.Background background) {
        everyDisplayCanBeRead(background);
    }

    @ParameterizedTest
    @EnumSource(value = Display.Background.class, names = "DARK")
    void everyDisplayCanBeRead(Display.Background background) {
        Person person = passwords.open(cast.person(
                switch (background) {
                    case WHITE -> "administrator";
                    case CREAM -> "ended administrator";
                    case PALE_BLUE -> "operator";
                    case DARK -> "organisation's coordinator";
                }));
        quire.people.People people = house.rooms().people();
        if (background == Display.Background.CREAM) {
            people.roles()
                    .give(
                            person.id(),
                            quire.people.Role.ADMINISTRATOR,
                            person.organisation(),
                            quire.people.Span.from(house.rooms().today()),
                            Actor.SYSTEM,
                            CLOCK.instant());
        }
        Display display = new Display(Display.Font.VERDANA, Display.Size.LARGER, Display.Spacing.WIDER, background);
        people.persons().display(person.id(), display, Actor.SYSTEM, CLOCK.instant());
        Page page = browser.page(true, WIDE, house, person);
        String name = Display.word(background);
        for (String address :
                new String[] {"/account?done=display", "/account/display", "/people", "/forms/direct-observation"}) {
            page.navigate(house.address() + address);
            everyWidth(page, "display-" + name + address.replaceAll("[/?=]", "-"));
        }
        page.navigate(house.address() + "/account/password");
        submit(page, "Change your password", "display-" + name + "-refused");
        page.context().close();
    }

    /** A session that ended while somebody typed: what they typed comes through. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void s05_keepsWhatWasTypedWhenTheSessionHasEnded(boolean scripts) {
        Person host = passwords.open(person("Hal Host " + scripts));
        house.rooms()
                .people()
                .roles()
                .give(
                        host.id(),
                        quire.people.Role.ADMINISTRATOR,
                        host.organisation(),
                        quire.people.Span.from(house.rooms().today()),
                        Actor.SYSTEM,
                        CLOCK.instant());
        Page page = browser.page(scripts, NARROW, house, host);
        page.navigate(house.address() + "/people/" + host.id() + "/details");
        page.locator("#post").fill("Learning lead for all of the county");
        house.rooms().people().sessions().endAll(host.id(), Actor.SYSTEM, CLOCK.instant());
        Browser.load(page, () -> page.locator("button:has-text('Save')").click());
        look(page, "sign-in-again");
        assertThat(page.locator("body").innerText()).contains("What you typed is still here");
        page.locator("#email").fill(host.email());
        page.locator("#password").fill(Passwords.PASSWORD);
        Browser.load(
                page, () -> page.locator("main button[type=submit]").first().click());
        look(page, "kept");
        page.locator("button:has-text('Save it now')").click();
        page.waitForURL("**/people/" + host.id() + "?done=changed");
        assertThat(house.rooms().people().persons().get(host.id()).details().post())
                .isEqualTo("Learning lead for all of the county");
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void importsATable(boolean scripts) {
        String row = scripts ? "Io Example,io@people.example" : "Una Example,una@people.example";
        Page page = browser.page(scripts, WIDE, house, cast.person("administrator"));
        page.navigate(house.address() + "/people/import");
        choose(page, "name,e-mail,organisation,role\n" + row + ",Northvale Council,lead\n,x,y,z\n");
        everyWidth(page, "import-plan-refused");
        page.navigate(house.address() + "/people/import");
        choose(page, "name,e-mail,organisation,role\n" + row + ",Northvale Council,lead\n");
        everyWidth(page, "import-plan");
        submit(page, "Import exactly this", "imported");
        assertThat(house.rooms().people().persons().findByEmail(row.split(",", 2)[1]))
                .isPresent();
        page.context().close();
    }

    @Test
    void makesATokenThatIsShownOnce() {
        Person person = passwords.open(person("Toni Token"));
        Page page = browser.page(true, NARROW, house, person);
        page.navigate(house.address() + "/account/tokens");
        page.locator("#name").fill("Payroll letters");
        page.locator("#password").fill(Passwords.PASSWORD);
        submit(page, "Make the token", "token-made");
        page.navigate(house.address() + "/account/tokens");
        everyWidth(page, "tokens-one");
        page.context().close();
    }

    private static void choose(Page page, String table) {
        page.locator("#table")
                .setInputFiles(new com.microsoft.playwright.options.FilePayload(
                        "people.csv", "text/csv", table.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        Browser.load(
                page, () -> page.locator("button:has-text('Check the table')").click());
    }

    private static void post(Page page, String address, String button, String name) {
        page.navigate(house.address() + address);
        submit(page, button, name);
    }

    private static void submit(Page page, String button, String name) {
        Browser.load(
                page, () -> page.locator("button:has-text('" + button + "')").click());
        everyWidth(page, name);
    }

    private static void everyWidth(Page page, String name) {
        page.setViewportSize(WIDE, 1000);
        Browser.assertFits(page);
        Browser.keepPicture(page, "people-" + name);
        page.setViewportSize(NARROW, 1000);
        look(page, name + "-narrow");
    }

    private static void look(Page page, String name) {
        Browser.assertFits(page);
        Browser.keepPicture(page, "people-" + name);
        if (Browser.runsScripts(page)) {
            Browser.assertAccessible(page);
        }
    }

    /** Goes there with the tabulator, as somebody does who has no mouse, and types. */
    private static void type(Page page, String box, String text) {
        tab(page, box);
        page.keyboard().press("Control+A");
        page.keyboard().insertText(text);
    }

    private static void press(Page page, String what) {
        tab(page, what);
        enter(page);
    }

    private static void enter(Page page) {
        Browser.load(page, () -> page.keyboard().press("Enter"));
    }

    private static void tab(Page page, String what) {
        page.evaluate("document.activeElement.blur()");
        for (int i = 0; i < 60; i++) {
            if (Boolean.TRUE.equals(page.evaluate("what => document.activeElement.matches(what)", what))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Not to be reached by keyboard: " + what);
    }

    private static Person person(String name) {
        return house.rooms()
                .people()
                .persons()
                .add(
                        Person.Details.of(
                                name,
                                name.replaceAll("[^A-Za-z]", "") + "@people.example",
                                house.administrator().organisation()),
                        Actor.SYSTEM,
                        CLOCK.instant());
    }
}
