package quire.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Gives a page what names it: a language, a title, and bookmarks to its headings. */
final class Identity {

    private static final String LANGUAGE = "en-GB";
    private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final String HEADINGS = "h1, h2, h3";
    private static final int LONGEST_BOOKMARK = 120;

    private Identity() {}

    static void mend(Document page, String name, Report report) {
        settleLanguage(page, report);
        settleTitle(page, name, report);
        addBookmarks(page);
    }

    static String language(Document page) {
        return page.expectFirst("html").attr("lang");
    }

    private static void settleLanguage(Document page, Report report) {
        Element html = page.expectFirst("html");
        String language = html.attr("lang").isBlank() ? html.attr("xml:lang") : html.attr("lang");
        if (!LANGUAGE_TAG.matcher(language.strip()).matches()) {
            report.note(
                    "page-language",
                    "The page does not say its language. It is taken for British English; write lang into the html"
                            + " element, for example lang=\"cy\" for Welsh.",
                    html);
            language = LANGUAGE;
        }
        html.attr("lang", language.strip());
        for (Element part : page.select("body[lang], body [lang]")) {
            if (!LANGUAGE_TAG.matcher(part.attr("lang")).matches()) {
                part.removeAttr("lang");
            }
        }
    }

    private static void settleTitle(Document page, String name, Report report) {
        // A drawing may have a title of its own, which does not name the page.
        Element given = page.head().selectFirst("title");
        String title = given == null ? "" : given.text().strip();
        if (title.isEmpty()) {
            Element heading = page.selectFirst(HEADINGS);
            title = heading != null && heading.hasText() ? heading.text() : name;
            report.note("page-title", "The page has no title. It is called “" + title + "”.", page.head());
        }
        page.head().select("title").remove();
        page.head().appendElement("title").appendChild(new TextNode(title));
    }

    private static void addBookmarks(Document page) {
        List<Element> headings =
                page.select(HEADINGS).stream().filter(Element::hasText).toList();
        page.select("bookmarks").remove();
        if (headings.size() < 2) {
            return;
        }
        Element bookmarks = page.head().appendElement("bookmarks");
        Deque<Element> levels = new ArrayDeque<>();
        Deque<Integer> depths = new ArrayDeque<>();
        int number = 0;
        for (Element heading : headings) {
            number++;
            if (heading.id().isBlank()) {
                heading.attr("id", "quire-heading-" + number);
            }
            int depth = heading.normalName().charAt(1) - '0';
            while (!depths.isEmpty() && depths.peek() >= depth) {
                depths.pop();
                levels.pop();
            }
            Element parent = levels.isEmpty() ? bookmarks : levels.peek();
            Element bookmark = parent.appendElement("bookmark");
            bookmark.attr("name", brief(heading.text())).attr("href", "#" + heading.id());
            levels.push(bookmark);
            depths.push(depth);
        }
    }

    private static String brief(String words) {
        return words.length() <= LONGEST_BOOKMARK
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST_BOOKMARK / 2)) + "…";
    }
}
