package quire.pdf;

import java.util.Locale;
import java.util.Set;

/**
 * Counts, before anything is built, how many elements a text opens and never closes. The HTML reader takes ever longer
 * the deeper it gets, so a text of nothing but open elements must not reach it.
 */
final class OpenElements {

    /** These close by themselves, or are never open. */
    private static final Set<String> SELF_CLOSING = Set.of(
            "area",
            "base",
            "br",
            "col",
            "embed",
            "hr",
            "img",
            "input",
            "link",
            "meta",
            "param",
            "source",
            "track",
            "wbr",
            "p",
            "li",
            "td",
            "th",
            "tr",
            "dt",
            "dd",
            "option",
            "optgroup",
            "thead",
            "tbody",
            "tfoot",
            "colgroup",
            "rp",
            "rt",
            "html",
            "head",
            "body");

    private static final int LONGEST_NAME = 12;

    private final String html;
    private int place;

    private OpenElements(String html) {
        this.html = html;
    }

    /** The largest number of elements that are open at once, give or take; stops counting at the limit. */
    static int most(String html, int limit) {
        return new OpenElements(html).count(limit);
    }

    private int count(int limit) {
        int open = 0;
        int most = 0;
        while (most < limit && (place = html.indexOf('<', place)) >= 0) {
            place++;
            if (html.startsWith("!--", place)) {
                skipTo("-->");
            } else if (at(place) == '/') {
                place++;
                open -= isCounted(name()) ? 1 : 0;
                open = Math.max(0, open);
            } else {
                String name = name();
                if (name.equals("script") || name.equals("style")) {
                    skipTo("</");
                } else if (isCounted(name) && !closesItself()) {
                    open++;
                    most = Math.max(most, open);
                }
            }
        }
        return most;
    }

    private static boolean isCounted(String name) {
        return !name.isEmpty() && !SELF_CLOSING.contains(name);
    }

    private boolean closesItself() {
        int end = html.indexOf('>', place);
        return end > 0 && html.charAt(end - 1) == '/';
    }

    private String name() {
        int start = place;
        while (place - start < LONGEST_NAME && Character.isLetterOrDigit(at(place))) {
            place++;
        }
        return html.substring(start, place).toLowerCase(Locale.ROOT);
    }

    private void skipTo(String end) {
        int found = html.indexOf(end, place);
        place = found < 0 ? html.length() : found;
    }

    private char at(int index) {
        return index < html.length() ? html.charAt(index) : ' ';
    }
}
