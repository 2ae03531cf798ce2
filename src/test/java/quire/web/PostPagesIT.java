package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.people.Person;
import quire.portfolio.Reminder;
import quire.post.KeptLetter;
import quire.post.Letter;
import quire.testkit.Ask;
import quire.testkit.Browser;
import quire.testkit.Cast;
import quire.testkit.WebHouse;
import quire.trail.Recorded;
import quire.trail.Sought;
import quire.trail.Trail;

/** The letters as operators see them, and the switches of reminders. */
class PostPagesIT {

    @TempDir
    static Path data;

    private static WebHouse house;
    private static Browser browser;
    private static Cast cast;
    private static Ask operator;

    @BeforeAll
    static void open() {
        house = WebHouse.open(data);
        cast = Cast.in(house);
        operator = cast.ask("operator");
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        assertThat(browser.complaints()).isEmpty();
        browser.close();
        house.close();
    }

    @Test
    void anInvitationWaitsUntilSomebodyHandsItOn() {
        Person person = cast.person("manager");
        String link = link(cast.ask("administrator")
                .post("/people/" + person.id() + "/invitation", Map.of())
                .expect(200)
                .text());
        operator.get("/installation").expect(200).says("None is set, so letters are only kept");
        operator.get("/installation/letters?state=WAITING")
                .expect(200)
                .says("Your account in Quire", person.email(), "No mail server is set");
        String letter = letter(person);
        operator.get(letter)
                .expect(200)
                .says("[A link or code for the reader alone.]", "Show the whole letter")
                .doesNotSay(link);
        assertThat(deeds(letter)).isEmpty();
        operator.post(letter + "/open", Map.of())
                .expect(200)
                .says("https://quire.example.org" + link, "It is written down that you have seen it");
        assertThat(deeds(letter))
                .containsExactly("letter.opened by " + cast.person("operator").id());
        operator.post(letter + "/stop", Map.of()).expect(303);
        operator.get(letter + "?done=stop")
                .says("The letter will not be sent.", "[The link or code is gone.]")
                .doesNotSay("Show the whole letter", "Do not send it");
        operator.post(letter + "/open", Map.of()).expect(409);
        operator.post(letter + "/again", Map.of()).expect(409).says("Ask for a new letter instead");
    }

    @Test
    void r13_whoeverInvitesIsToldThatTheLetterBounced() {
        Person person = cast.person("assessor");
        Ask administrator = cast.ask("administrator");
        administrator.post("/people/" + person.id() + "/invitation", Map.of());
        administrator.get("/people/" + person.id()).expect(200).doesNotSay("could not be delivered");
        house.write(
                tx -> tx.sql("update letter set state = 'BOUNCED', reason = 'no such mailbox' where recipient = :to")
                        .with("to", person.email())
                        .run());
        administrator
                .get("/people/" + person.id())
                .says("could not be delivered")
                .doesNotSay("no such mailbox");
        operator.get("/installation/letters?state=BOUNCED").says(person.email(), "no such mailbox");
    }

    @Test
    void aLetterThatIsNotThereIsNotFound() {
        for (String nowhere : List.of("none", "../../etc", "'%20or%201=1")) {
            operator.get("/installation/letters/" + nowhere).expect(404);
        }
        operator.post("/installation/letters/none/stop", Map.of()).expect(404);
        operator.get("/installation/letters?state=NONE&page=-1").expect(200);
        operator.get("/installation/letters?page=999999").expect(200);
    }

    @Test
    void s64_whatStandsInALetterIsShownAsItIs() {
        String words = "<script>alert(1)</script>{{7*7}}";
        put(Letter.of("hostile", "hostile@example.org", words, "Hello " + words + "\n\n/documents\n"));
        operator.get("/installation/letters").says(WebHouse.escaped(words)).doesNotSay(words);
        operator.get("/installation/letters/"
                        + house.rooms().post().outbox().list(null, 0, 100).stream()
                                .filter(one -> one.letter().to().equals("hostile@example.org"))
                                .findFirst()
                                .orElseThrow()
                                .id())
                .says(WebHouse.escaped(words), "https://quire.example.org/documents");
    }

    @Test
    void coordinatorsTurnRemindersOffForTheirOwnOrganisationsOnly() {
        String own = house.administrator().organisation();
        String other = cast.person("other nqsw").organisation();
        Ask coordinator = cast.ask("organisation's coordinator");
        coordinator.get("/cohort").says("/cohort/reminders");
        coordinator
                .get("/cohort/reminders")
                .expect(200)
                .says("Northvale Council")
                .doesNotSay("Eastmere Trust");
        Map<String, String> boxes = new LinkedHashMap<>();
        boxes.put(own, "shown");
        boxes.put(other, "shown");
        boxes.put(own + ".on", "on");
        coordinator.post("/cohort/reminders", boxes).expect(303);
        assertThat(house.rooms().reminders().on(own)).containsExactly(Reminder.ON);
        assertThat(house.rooms().reminders().on(other)).isEqualTo(EnumSet.allOf(Reminder.class));
        coordinator.post("/cohort/reminders", Map.of()).expect(303);
        assertThat(house.rooms().reminders().on(own)).as("nothing was shown").containsExactly(Reminder.ON);
    }

    @Test
    void everybodyTurnsTheirOwnRemindersOff() {
        Ask nqsw = cast.ask("nqsw");
        nqsw.get("/account").says("You get a letter when a paper that waits for you is due.");
        nqsw.post("/account/reminders", Map.of("wanted", "no")).expect(303);
        nqsw.get("/account?done=reminders-off").says("You will not be reminded any more.", "You get none.");
        nqsw.post("/account/reminders", Map.of("wanted", "yes")).expect(303);
        assertThat(house.rooms().reminders().wants(cast.person("nqsw").id())).isTrue();
    }

    @Test
    void everyPageIsForEverybody() {
        cast.ask("administrator").post("/people/" + cast.person("lead").id() + "/invitation", Map.of());
        put(Letter.of("wide", "wide@example.org", "w".repeat(150), "wide ".repeat(200)));
        String letter = letter(cast.person("lead"));
        for (boolean scripts : new boolean[] {true, false}) {
            Page page = browser.page(scripts, 320, house, cast.person("operator"));
            for (String address : List.of("/installation", "/installation/letters", letter)) {
                page.navigate(house.address() + address);
                look(page, scripts);
            }
            Browser.load(page, () -> page.click("text=Show the whole letter"));
            look(page, scripts);
            Page year = browser.page(scripts, 320, house, cast.person("administrator"));
            year.navigate(house.address() + "/cohort/reminders");
            look(year, scripts);
            year.navigate(house.address() + "/account");
            look(year, scripts);
            page.context().close();
            year.context().close();
        }
    }

    private static void look(Page page, boolean scripts) {
        assertThat(page.locator("h1").count()).as(page.url()).isOne();
        Browser.assertFits(page);
        if (scripts) {
            Browser.assertAccessible(page);
        }
    }

    private static void put(Letter letter) {
        house.write(tx -> house.rooms().post().outbox().put(tx, letter, WebHouse.CLOCK.instant()));
    }

    private static String letter(Person person) {
        List<KeptLetter> letters = house.rooms().post().outbox().about("person", person.id());
        return "/installation/letters/" + letters.get(0).id();
    }

    private static List<String> deeds(String letter) {
        String id = letter.substring(letter.lastIndexOf('/') + 1);
        return house.rooms().trail().list(Sought.ALL.subject("letter", id), Trail.NEWEST, 10).stream()
                .map(Recorded::entry)
                .map(entry -> entry.action() + " by " + entry.actor())
                .toList();
    }

    private static String link(String page) {
        int at = page.indexOf("/link/");
        return page.substring(at, at + "/link/".length() + 43);
    }
}
