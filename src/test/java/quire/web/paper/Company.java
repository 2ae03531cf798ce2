package quire.web.paper;

import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.Map;
import quire.people.Person;
import quire.post.KeptLetter;
import quire.testkit.Browser;
import quire.testkit.Cast;
import quire.testkit.WebHouse;

/** The people of a year, each at a browser of their own: those with an account, and those who come by a link. */
final class Company {

    static final String PASSWORD = "plum otter violin snowfall";

    final WebHouse house;
    private final Cast cast;
    private final Browser browser;
    private final Map<String, Page> pages = new HashMap<>();
    private int guests;

    Company(WebHouse house, Cast cast, Browser browser) {
        this.house = house;
        this.cast = cast;
        this.browser = browser;
        house.rooms()
                .people()
                .accounts()
                .openInvented(
                        cast.everybody().values().stream().map(Person::id).toList(),
                        PASSWORD,
                        WebHouse.CLOCK.instant());
    }

    /** The browser of somebody with an account, without scripts, as the slowest machine would have it. */
    Page at(String role) {
        return pages.computeIfAbsent(role, any -> browser.page(false, 1100, house, cast.person(role)));
    }

    boolean hasAccount(String role) {
        return cast.everybody().containsKey(role);
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
        asks.locator("#name").fill("Oba Elsewhere");
        asks.locator("#email").fill(mail);
        asks.locator("#relationship").fill("We have worked together since spring");
        if (asks.locator("#with_code").count() > 0) {
            asks.locator("#with_code").uncheck();
        }
        press(asks, "Read the letter");
        press(asks, "Send it");
        String link = link(mail);
        for (int scanner = 0; scanner < 3; scanner++) {
            house.stranger().get(link).expect(200);
        }
        Page guest = browser.page(false, 1100);
        guest.navigate(house.address() + link);
        press(guest, "Start");
        return guest;
    }

    static void press(Page page, String words) {
        Browser.load(
                page,
                () -> page.locator("button:has-text('" + words + "')").last().click());
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
