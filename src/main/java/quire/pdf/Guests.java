package quire.pdf;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Shows out what has no business on paper: programs, frames, films, links to style sheets, addresses that run code. */
final class Guests {

    /** Nothing is lost with these. */
    private static final String SILENT = "script, base, meta, template, noscript, frameset, frame";

    private static final String LOUD =
            "iframe, object, embed, applet, video, audio, canvas, link[rel~=(?i)stylesheet], svg, math, portal";

    private static final Set<String> LINK_SCHEMES = Set.of("http", "https", "mailto", "tel");

    private static final Map<String, String> WHY = Map.of(
            "link", "A style sheet in another file is not read. Put it into a style element.",
            "svg", "A drawing (svg) cannot be printed. Send it as a PNG picture. Its description is printed instead.",
            "math", "A formula (math) cannot be printed. Write it as text. Its text is printed instead.");

    private Guests() {}

    static void mend(Document page, Report report) {
        page.select(SILENT).remove();
        page.select("link").not("[rel~=(?i)stylesheet]").remove();
        for (Element guest : page.select(LOUD)) {
            if (guest.hasParent()) {
                String name = guest.normalName();
                String why = WHY.getOrDefault(name, "A " + name + " element cannot be printed and is left out.");
                report.warning("not-for-paper", why, guest);
                replace(guest);
            }
        }
        page.select("a[href]").forEach(link -> settle(link, report));
    }

    private static void replace(Element guest) {
        String words = words(guest);
        if (words.isEmpty() || guest.normalName().equals("link")) {
            guest.remove();
        } else {
            guest.replaceWith(new TextNode(words));
        }
    }

    private static String words(Element guest) {
        Element title = guest.selectFirst("title");
        for (String words : List.of(guest.attr("alt"), guest.attr("aria-label"), title == null ? "" : title.text())) {
            if (!words.isBlank()) {
                return words.strip();
            }
        }
        return guest.text().strip();
    }

    private static void settle(Element link, Report report) {
        String address = link.attr("href").strip();
        int colon = address.indexOf(':');
        boolean inside = address.startsWith("#") && address.length() > 1;
        boolean allowed =
                colon > 0 && LINK_SCHEMES.contains(address.substring(0, colon).toLowerCase(Locale.ROOT));
        if (!inside && !allowed) {
            report.warning(
                    "link-address",
                    "The link to “" + address + "” cannot be followed from paper and is printed as plain text. Use a"
                            + " complete address that begins with https.",
                    link);
            link.removeAttr("href");
        } else if (link.attr("title").isBlank()) {
            link.attr("title", link.text().isBlank() ? address : link.text().strip());
        }
    }
}
