package quire.pdf;

import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/** Reads HTML as leniently as a browser does, within limits that keep one page from taking the whole machine. */
final class PageReader {

    /** The most characters of HTML: about 5,000 printed pages. */
    static final int MOST_CHARACTERS = 10_000_000;

    /** The deepest nesting of elements: three times that of any page that people lay out. */
    static final int DEEPEST = 200;

    /** The deepest nesting of tables: each level doubles the work of finding the widths of columns. */
    static final int DEEPEST_TABLES = 8;

    /** More elements than this open at once are not read at all. */
    private static final int MOST_OPEN = 1_000;

    private PageReader() {}

    /**
     * The tree of a page.
     *
     * @param lines whether every element should know its line
     * @throws Problem if the page is larger, or nested deeper, than the limits
     */
    static Document read(String html, String file, boolean lines) {
        refuseLarge(html, file);
        if (OpenElements.most(html, MOST_OPEN) >= MOST_OPEN) {
            throw tooDeep("elements", DEEPEST, Place.inFile(file));
        }
        Parser parser = Parser.htmlParser().setTrackPosition(lines).setMaxDepth(DEEPEST * 2);
        Document page = parser.parseInput(html, "");
        refuseDeep(page, file);
        return page;
    }

    private static void refuseLarge(String html, String file) {
        if (html.length() > MOST_CHARACTERS) {
            throw Problem.tooLarge(Finding.error(
                    "page-too-large",
                    String.format(
                            Locale.UK,
                            "The page has %,d characters. It must have at most %,d. Split it, or leave out what is not"
                                    + " needed on paper.",
                            html.length(),
                            MOST_CHARACTERS),
                    Place.inFile(file)));
        }
    }

    private static void refuseDeep(Document page, String file) {
        int depth = 0;
        int tables = 0;
        Node node = page;
        while (true) {
            if (depth > DEEPEST) {
                throw tooDeep("elements", DEEPEST, place(node, file));
            }
            if (tables > DEEPEST_TABLES) {
                throw tooDeep("tables", DEEPEST_TABLES, place(node, file));
            }
            Node next = node.firstChild();
            if (next != null) {
                tables += isTable(node) ? 1 : 0;
                depth++;
            } else {
                while (node.nextSibling() == null && node.parent() != null) {
                    node = node.parent();
                    tables -= isTable(node) ? 1 : 0;
                    depth--;
                }
                next = node.nextSibling();
            }
            if (next == null) {
                return;
            }
            node = next;
        }
    }

    private static boolean isTable(Node node) {
        return node instanceof Element element && element.normalName().equals("table");
    }

    private static Place place(Node where, String file) {
        Place place = Place.inFile(file);
        return where.sourceRange().isTracked()
                ? place.line(where.sourceRange().start().lineNumber())
                : place;
    }

    private static Problem tooDeep(String what, int most, Place place) {
        return Problem.badInput(Finding.error(
                "page-too-deep",
                "The page has " + what + " inside each other more than " + most + " deep. Close the elements that you"
                        + " open, or lay the page out more simply.",
                place));
    }
}
