package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quire.bundle.Bundle;
import quire.bundle.Order;
import quire.testkit.Ask;
import quire.testkit.Cast;
import quire.testkit.SignedPapers;
import quire.testkit.TestClock;
import quire.testkit.WebHouse;

/** A house in which a social worker has one signed paper, an administrator makes bundles of it, and others read them. */
final class Panel implements AutoCloseable {

    static final String REASON = "The year ends later than planned.";

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");

    private final TestClock clock = new TestClock();
    private final WebHouse house;
    private final Cast cast;
    private final SignedPapers papers;
    private final String log;

    Panel(Path data) {
        house = WebHouse.open(data, clock);
        cast = Cast.in(house);
        papers = new SignedPapers(house, cast);
        log = papers.log();
    }

    WebHouse house() {
        return house;
    }

    TestClock clock() {
        return clock;
    }

    Cast cast() {
        return cast;
    }

    SignedPapers papers() {
        return papers;
    }

    /** The paper that all have signed. */
    String log() {
        return log;
    }

    Ask administrator() {
        return cast.ask("administrator");
    }

    String bundles() {
        return "/portfolios/" + cast.portfolio("nqsw").id() + "/bundles";
    }

    /** Whatever waits is built. */
    void work() {
        house.rooms()
                .bundles()
                .work(house.rooms().portfolios(), house.rooms().sealKeys(), clock)
                .run();
    }

    /** What the page of a plan sends to have the final bundle made. */
    Map<String, String> finalOrder(String recipe, String reason) {
        String page = administrator().get(bundles() + "/" + recipe).expect(200).text();
        Matcher seen = SEEN.matcher(page);
        assertThat(seen.find()).isTrue();
        return Map.of("edition", "final", "seen", seen.group(1), "reason", reason);
    }

    /** A final bundle, asked for over its pages and built. */
    Bundle built(String recipe) {
        String order = administrator()
                .post(bundles() + "/" + recipe, finalOrder(recipe, REASON))
                .location();
        return built(order, recipe);
    }

    /** A draft that somebody has asked for. */
    Bundle draft(String who, String recipe) {
        String order = cast.ask(who)
                .post(bundles() + "/" + recipe, Map.of("edition", "draft"))
                .location();
        return built(order, recipe);
    }

    private Bundle built(String address, String recipe) {
        work();
        Order order = house.rooms().bundles().getOrder(address.replace("/bundles/orders/", ""));
        assertThat(order.failure()).as(recipe).isEmpty();
        return house.rooms().bundles().get(String.valueOf(order.bundle()));
    }

    /** Lets somebody of the cast read a bundle, from today until the 5th of December. */
    Ask.Answer release(Bundle bundle, String who) {
        return administrator()
                .post(
                        "/bundles/" + bundle.id() + "/readers",
                        reader(cast.person(who).id()));
    }

    /** What the form of a release sends. */
    static Map<String, String> reader(String id) {
        return Map.of(
                "reader", id,
                "from.day", "21",
                "from.month", "11",
                "from.year", "2026",
                "until.day", "5",
                "until.month", "12",
                "until.year", "2026");
    }

    @Override
    public void close() {
        house.close();
    }
}
