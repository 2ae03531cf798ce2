package quire.reading;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Lets wide tables of a sheet be moved sideways by themselves, so that the page never is. */
final class Tables {

    /** So many columns fit on a telephone. */
    private static final int FEW = 2;

    private Tables() {}

    static void open(Element sheet) {
        for (Element table : sheet.select("table")) {
            if (columns(table) > FEW && table.closest(".quire-wide") == null) {
                Element frame = new Element("div")
                        .addClass("quire-wide")
                        .attr("role", "group")
                        .attr("tabindex", "0")
                        .attr("aria-label", label(table));
                table.replaceWith(frame);
                frame.appendChild(table);
            }
        }
    }

    private static int columns(Element table) {
        int most = 0;
        for (Element row : table.select("tr")) {
            int columns = 0;
            for (Element cell : row.children()) {
                String span = cell.attr("colspan");
                columns += span.matches("[1-9][0-9]?") ? Integer.parseInt(span) : 1;
            }
            most = Math.max(most, columns);
        }
        return most;
    }

    /** By the heading that it stands under. */
    private static String label(Element table) {
        for (Element above = table; above != null; above = above.parent()) {
            for (Element before = above.previousElementSibling();
                    before != null;
                    before = before.previousElementSibling()) {
                Element heading = isHeading(before) ? before : last(before);
                if (heading != null && !heading.text().isBlank()) {
                    return "Table: " + heading.text().strip();
                }
            }
        }
        return "Table";
    }

    private static @Nullable Element last(Element element) {
        return element.select("h2, h3, h4, h5, h6").last();
    }

    private static boolean isHeading(Element element) {
        return element.normalName().matches("h[2-6]");
    }
}
