package quire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import quire.demo.Enactment;
import quire.testkit.Ask;

/** Somebody of the demo follows every link, one of each kind, and looks at what is sent without a browser. */
final class DemoWalk {

    /** What is no page, and what leads away from the pages of people. */
    private static final Set<String> PAPERS_AND_FILES =
            Set.of("pdf", "word", "export", "template", "picture", "download");

    private static final String BOXES =
            "input:not([type=hidden]):not([type=submit]):not([type=button]), select, textarea";

    private static final int HOPS = 3;

    /** How many papers somebody opens: each form has links of its own. */
    private static final int PAPERS = 8;

    /** A page as somebody met it. */
    record Stop(String email, String path) {}

    private final String email;
    private final String session;
    private final Ask ask;

    private DemoWalk(String email, String session, Ask ask) {
        this.email = email;
        this.session = session;
        this.ask = ask;
    }

    /** Signs in. */
    static DemoWalk as(String email, String address) {
        Ask stranger = new Ask(address);
        String session = stranger.signIn(email, Enactment.PASSWORD).orElseThrow();
        return new DemoWalk(email, session, stranger.withCookie(session));
    }

    String session() {
        return session;
    }

    /** From home along the links; each page is whole as it is sent. */
    List<Stop> everyKind() {
        Deque<String> next = new ArrayDeque<>(List.of("/"));
        Set<String> met = new TreeSet<>(next);
        Map<String, Integer> kinds = new TreeMap<>();
        List<Stop> stops = new ArrayList<>();
        while (!next.isEmpty()) {
            String path = next.remove();
            int most = kind(path).equals("/documents/one") ? PAPERS : 1;
            if (kinds.merge(kind(path), 1, Integer::sum) <= most) {
                String sent = arrive(path);
                assertWhole(path, Jsoup.parse(sent));
                stops.add(new Stop(email, path));
                links(sent).stream().filter(met::add).forEach(next::add);
            }
        }
        return stops;
    }

    /** Home leads on to the home of whoever asks. */
    private String arrive(String path) {
        Ask.Answer answer = ask.get(path);
        for (int hops = 0; hops < HOPS && answer.header("Location") != null; hops++) {
            answer = ask.get(String.valueOf(answer.header("Location")).replaceFirst("https?://[^/]+", ""));
        }
        assertThat(answer.status()).as("%s for %s", path, email).isEqualTo(200);
        return answer.text();
    }

    private void assertWhole(String path, Document page) {
        String where = path + " for " + email;
        assertThat(page.title()).as(where).isNotBlank();
        assertThat(page.select("h1")).as("headings of " + where).isNotEmpty();
        assertThat(page.select("[id]").eachAttr("id")).as("ids of " + where).doesNotHaveDuplicates();
        assertThat(page.select("img:not([alt])")).as("pictures of " + where).isEmpty();
        assertThat(page.select(BOXES).stream().filter(box -> !isNamed(page, box)))
                .as("boxes without a name of " + where)
                .isEmpty();
        assertThat(page.select("a[href^=#], label[for]").stream().filter(one -> !leadsSomewhere(page, one)))
                .as("what leads nowhere on " + where)
                .isEmpty();
    }

    private static boolean isNamed(Document page, Element box) {
        return box.hasAttr("aria-label")
                || box.hasAttr("aria-labelledby")
                || box.hasAttr("title")
                || box.closest("label") != null
                || page.select("label[for]").stream()
                        .anyMatch(label -> label.attr("for").equals(box.id()));
    }

    private static boolean leadsSomewhere(Document page, Element one) {
        String id = one.hasAttr("for") ? one.attr("for") : one.attr("href").substring(1);
        return id.isEmpty() || page.getElementById(id) != null;
    }

    /** The pages of this server that a page leads to. */
    static List<String> links(String sent) {
        return Jsoup.parse(sent).select("a[href^=/]:not([download])").eachAttr("href").stream()
                .map(link -> link.replaceFirst("#.*", ""))
                .filter(link -> PAPERS_AND_FILES.stream().noneMatch(last -> link.matches(".*/" + last + "(\\?.*)?")))
                .filter(link -> !link.contains("/files/") && !link.startsWith("/openapi"))
                .toList();
    }

    /** The address without what names one thing among many. */
    static String kind(String path) {
        return path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "one")
                .replaceAll("=[^&]*", "=")
                .replaceFirst("(/sections/)[^/?]+", "$1one")
                .replaceFirst("(/papers/)[^/?]+", "$1one")
                .replaceFirst("(/dates/|/choices/|^/portfolios/one/people/)[^/?]+", "$1one")
                .replaceFirst("(^/forms/|^/catalogue/|^/versions/)[^/?]+", "$1one");
    }

    /** The kind of an address whatever is asked of the page there. */
    static String page(String path) {
        return kind(path).replaceFirst("\\?.*", "");
    }
}
