package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quire.forms.Section;
import quire.people.Actor;
import quire.people.Asking;
import quire.people.Invitation;
import quire.portfolio.Document;
import quire.portfolio.Sent;
import quire.post.KeptLetter;
import quire.testkit.Ask;
import quire.testkit.Cast;
import quire.testkit.WebHouse;

/** Somebody without an account, a paper that waits for them, and the letters that they get. */
final class Guests {

    static final String MAIL = "mary.osei@ward.example";
    static final String PART = "professional";

    private static final Pattern STAMP = Pattern.compile("name=\"_stamp\" value=\"([0-9a-f]{64})\"");
    private static final Pattern SEEN = Pattern.compile("name=\"_seen\" value=\"([0-9a-f]{64})\"");
    private static final Pattern ASKED = Pattern.compile("name=\"_seen\" value=\"([^\"]*)\"");
    private static final Pattern KEY = Pattern.compile("name=\"_key\" value=\"([^\"]+)\"");
    private static final Pattern BASE = Pattern.compile("name=\"_base\" value=\"(\\d+)\"");

    private final WebHouse house;
    private final Papers papers;

    Guests(WebHouse house, Cast cast) {
        this.house = house;
        this.papers = new Papers(house, cast);
    }

    /** Feedback from a professional, for which the social worker has said what it is about. */
    String paper() {
        String document = papers.begin("professional-feedback-1", "professional-feedback");
        finish(document, "invitation", papers.actor("nqsw"));
        return document;
    }

    /** Writes the sample answers of a section and says that it is complete. */
    void finish(String document, String section, Actor actor) {
        Document paper = papers.get(document);
        Section target = paper.form().section(section);
        Map<String, @Nullable Object> sample = WebHouse.sampleAnswers(paper.form());
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        target.fields().stream()
                .filter(field -> field.asksPeople() && sample.containsKey(field.id()))
                .forEach(field -> answers.put(field.id(), sample.get(field.id())));
        house.rooms()
                .documents()
                .save(
                        document,
                        Sent.of(section, answers, paper.revision()),
                        actor,
                        house.rooms().clock().instant(),
                        house.rooms().today())
                .orThrow();
        house.rooms()
                .documents()
                .sections()
                .complete(
                        document,
                        section,
                        actor,
                        house.rooms().clock().instant(),
                        house.rooms().today());
    }

    Invitation invite(String document, String role, String mail, boolean withCode) {
        Document paper = papers.get(document);
        String portfolio = Objects.requireNonNull(paper.portfolio());
        LocalDate until = house.rooms().today().plusDays(30);
        return house.rooms()
                .documents()
                .requests()
                .ask(
                        new Asking(
                                document,
                                portfolio,
                                house.rooms().portfolios().get(portfolio).organisation(),
                                role,
                                "Mary Osei",
                                mail,
                                "We work on the same ward",
                                "Thank you for your time.",
                                withCode,
                                until),
                        papers.actor("nqsw"),
                        house.rooms().clock().instant(),
                        house.rooms().today());
    }

    Invitation invite(String document) {
        return invite(document, PART, MAIL, false);
    }

    /** What the newest letter to a mailbox holds that nobody else may have. */
    String secret(String mail) {
        return house.outbox().list(null, 0, 100).stream()
                .map(KeptLetter::letter)
                .filter(letter -> letter.to().equals(mail) && letter.secret() != null)
                .map(letter -> Objects.requireNonNull(letter.secret()))
                .findFirst()
                .orElseThrow();
    }

    /** The newest letter to a mailbox. */
    KeptLetter letter(String mail) {
        return house.outbox().list(null, 0, 100).stream()
                .filter(kept -> kept.letter().to().equals(mail))
                .findFirst()
                .orElseThrow();
    }

    /** Presses “Start”; the browser as it is then. */
    Ask start(String link) {
        Ask.Answer answer = house.stranger().post(link + "/start", Map.of());
        assertThat(answer.location()).startsWith("/guest/").doesNotContain(link);
        return browser(answer);
    }

    /** A browser that has taken the cookie of an answer. */
    Ask browser(Ask.Answer answer) {
        return house.stranger().with("Cookie", "__Host-quire-pass=" + cookie(answer));
    }

    static String cookie(Ask.Answer answer) {
        return String.valueOf(answer.header("Set-Cookie")).replaceFirst("^__Host-quire-pass=([^;]*);.*", "$1");
    }

    /** Sends a form of a page that the browser has in front of it. */
    static Ask.Answer send(Ask browser, String page, String to, Map<String, String> boxes) {
        Ask.Answer shown = browser.get(page).expect(200);
        Map<String, String> all = new LinkedHashMap<>(boxes);
        all.put("_stamp", found(STAMP, shown));
        return browser.post(to, all);
    }

    /** Writes everything that the form asks of a professional, over the pages, and says who they are. */
    void write(Ask browser, String document) {
        String section = "/guest/" + document + "/sections/feedback";
        Ask.Answer page = browser.get(section).expect(200);
        Map<String, String> boxes = new LinkedHashMap<>(Map.of(
                "_end", "1",
                "_base", found(BASE, page),
                "_seen", found(ASKED, page),
                "_completed", "yes",
                "_do", "continue",
                "feedback_date.day", "20",
                "feedback_date.month", "11",
                "feedback_date.year", "2026"));
        for (String field : new String[] {
            "working_relationship",
            "communication",
            "reliability",
            "judgement",
            "inclusive_practice",
            "strengths",
            "could_develop"
        }) {
            boxes.put(field, "What I think of " + field + ".");
        }
        assertThat(send(browser, section, section, boxes).location()).isEqualTo("/guest/" + document + "/check");
        Map<String, String> about = Map.of(
                "name", "Mary Osei",
                "post", "Ward sister",
                "relationship", "We work on the same ward",
                "registration", "11A2222E");
        String you = "/guest/" + document + "/you";
        assertThat(send(browser, you, you, about).location()).isEqualTo("/guest/" + document);
    }

    /** Reads what is to be signed, and signs. */
    static Ask.Answer sign(Ask browser, String address) {
        Ask.Answer page = browser.get(address).expect(200).says("Your statement");
        return browser.post(
                address, Map.of("_seen", found(SEEN, page), "_key", found(KEY, page), "_stamp", found(STAMP, page)));
    }

    static String found(Pattern pattern, Ask.Answer page) {
        Matcher matcher = pattern.matcher(page.text());
        assertThat(matcher.find()).as(page.text()).isTrue();
        return matcher.group(1);
    }
}
