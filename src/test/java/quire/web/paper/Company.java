package quire.web.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import quire.portfolio.Portfolio;
import quire.post.KeptLetter;
import quire.testkit.Ask;
import quire.testkit.Browser;
import quire.testkit.WebHouse;

/**
 * The people of a year, each at a browser of their own: those with an account, whom an administrator takes in and enrols, and
 * those who come by a link. All of it happens on pages.
 */
final class Company {

    static final String PASSWORD = "plum otter violin snowfall";

    /** Whoever is asked from outside. */
    static final String GUEST = "Oba Elsewhere";

    /** By their part in the year. */
    private static final Map<String, String> NAMES = Map.of(
            "nqsw", "Ana Kowalska-Rhys",
            "assessor", "Ruth Vale",
            "manager", "Marek Hill",
            "coordinator", "Grace Osei-Lund");

    private static final int WIDTH = 1100;

    final WebHouse house;
    private final Browser browser;
    private final Page administrator;
    private final Map<String, Page> pages = new HashMap<>();
    private int guests;

    /** Browsers are without scripts, as the slowest machine would have them. */
    Company(WebHouse house, Browser browser) {
        this.house = house;
        this.browser = browser;
        this.administrator = browser.page(false, WIDTH, house, house.administrator());
    }

    /** Takes everybody in, enrols one of them, and lets all of them choose a password. */
    Portfolio enrol(String programme) {
        NAMES.forEach(this::add);
        Page page = administrator;
        page.navigate(house.address() + "/");
        follow(page, "Enrol somebody");
        page.getByLabel("Name or e-mail").fill("kowalska");
        press(page, "Search");
        follow(page, name("nqsw"));
        page.locator("input[value='" + programme + "']").check();
        page.getByLabel("Day").fill("1");
        page.getByLabel("Month").fill("9");
        page.getByLabel("Year").fill("2026");
        page.getByLabel("Team and its address").fill("Harbour team, 3 Quay Street");
        page.getByLabel("Whom the team works with").fill("People of all ages");
        choose(page.getByLabel("Assessor"), "assessor");
        choose(page.getByLabel("Line manager"), "manager");
        choose(page.getByLabel("Co-ordinator"), "coordinator");
        press(page, "Enrol");
        assertThat(page.locator("main").innerText()).contains("The portfolio is open", name("assessor"));
        NAMES.keySet().forEach(this::comeIn);
        return house.rooms().portfolios().get(lastPart(page));
    }

    /** Decides something that the programme leaves to each year. */
    Portfolio decide(Portfolio portfolio, String question, String answer) {
        Page page = administrator;
        page.navigate(house.address() + "/portfolios/" + portfolio.id());
        follow(page, question);
        page.getByLabel(answer).check();
        press(page, "Save");
        assertThat(page.locator("main").innerText()).contains("That is decided", answer);
        return house.rooms().portfolios().get(portfolio.id());
    }

    private void add(String role, String name) {
        Page page = administrator;
        page.navigate(house.address() + "/people/add");
        page.getByLabel("Name").fill(name);
        page.getByLabel("E-mail address").fill(mail(role));
        page.getByLabel("Registration number").fill(role.equals("nqsw") ? "SW100200" : "SW100300");
        press(page, "Add the person");
        assertThat(page.locator("main").innerText()).contains("The person is added");
    }

    private static void choose(Locator list, String role) {
        list.selectOption(new SelectOption().setLabel(name(role) + ", Northvale Council"));
    }

    /** By the link of the letter that enrolling has sent them. */
    private void comeIn(String role) {
        Page page = browser.page(false, WIDTH);
        page.navigate(house.address() + link(mail(role)));
        page.locator("#password").fill(PASSWORD);
        press(page, "Save and sign in");
        assertThat(page.locator("body").innerText()).contains(name(role));
        pages.put(role, page);
    }

    /** The browser of somebody with an account. */
    Page at(String role) {
        return Objects.requireNonNull(pages.get(role), role);
    }

    boolean hasAccount(String role) {
        return pages.containsKey(role);
    }

    /** What somebody has open, for looking at what it says. */
    Ask ask(String role) {
        return house.ask(
                house.rooms().people().persons().findByEmail(mail(role)).orElseThrow());
    }

    /**
     * Somebody who was asked for a part in a paper and has followed their link, after the programs that look into letters.
     *
     * @param paper the address of the paper
     */
    Page asked(String paper, String role) {
        String mail = role + ++guests + "@elsewhere.example";
        Page asks = at("nqsw");
        asks.navigate(paper + "/requests/ask/" + role);
        asks.locator("#name").fill(GUEST);
        asks.locator("#email").fill(mail);
        asks.locator("#relationship").fill("We have worked together since spring");
        if (asks.locator("#with_code").count() > 0) {
            asks.locator("#with_code").uncheck();
        }
        press(asks, "Read the letter");
        press(asks, "Send it");
        String link = link(mail);
        scan(link);
        Page guest = browser.page(false, WIDTH);
        guest.navigate(house.address() + link);
        press(guest, "Start");
        return guest;
    }

    /** As mail programs do before anybody has read the letter. */
    private void scan(String link) {
        for (int scanner = 0; scanner < 3; scanner++) {
            house.stranger().method("HEAD", link).expect(200);
            house.stranger().get(link).expect(200).says("Start");
        }
    }

    static void press(Page page, String words) {
        Browser.load(
                page,
                () -> page.locator("button:has-text('" + words + "')").last().click());
    }

    private static void follow(Page page, String words) {
        Browser.load(
                page,
                () -> page.getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions().setName(words).setExact(true))
                        .click());
    }

    static String lastPart(Page page) {
        String address = page.url().replaceAll("[?#].*", "");
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static String name(String role) {
        return Objects.requireNonNull(NAMES.get(role), role);
    }

    private static String mail(String role) {
        return role + "@northvale.example";
    }

    private String link(String mail) {
        return house.outbox().list(null, 0, 1000).stream()
                .map(KeptLetter::letter)
                .filter(letter -> letter.to().equals(mail))
                .map(letter -> String.valueOf(letter.secret()))
                .findFirst()
                .orElseThrow();
    }
}
