package quire.convert.word;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The headers and footers of sections. One that says nothing of its own keeps those of the section before. */
final class Margins {

    private static final List<String> BOXES = List.of("header", "footer");
    private static final List<String> EVERY = List.of("default", "first", "even");

    /** A header never takes more of the sheet than this. */
    private static final double MOST = 0.4;

    private final Conversion conversion;
    private final String main;
    private final Map<String, String> parts = new HashMap<>();

    /** @param main the part with the body */
    Margins(Conversion conversion, String main) {
        this.conversion = conversion;
        this.main = main;
    }

    /** Takes over what a section says of its headers and footers; true if anything is new. */
    boolean take(Section section) {
        boolean fresh = false;
        for (String box : BOXES) {
            for (Xml reference : section.properties().all("w:" + box + "Reference")) {
                Relation relation = conversion.file().relation(main, reference.attribute("r:id"));
                String type = reference.attribute("type");
                fresh |= !relation.target()
                        .equals(parts.put(box + (type.isEmpty() ? "default" : type), relation.target()));
            }
        }
        return fresh;
    }

    /**
     * Writes what is repeated on the pages of a section to its beginning, and the rule for these pages.
     *
     * @param name of the pages
     * @param isFirst whether it is the first section, whose pages also need a rule without a name
     */
    void write(Section section, String name, PageLayout page, boolean isFirst, Html html) {
        Rule rule = new Rule(section, name, page, html);
        BOXES.forEach(rule::box);
        conversion.looks().rule("@page " + name + "{" + rule.sheet() + rule.usual + "}");
        if (!rule.even.isEmpty()) {
            conversion.looks().rule("@page " + name + ":left{" + rule.even + "}");
        }
        if (isFirst) {
            // A page takes its measures from here before it knows its name.
            conversion.looks().rule("@page{" + rule.sheet() + "}");
        }
    }

    private final class Rule {

        private final Section section;
        private final String name;
        private final PageLayout page;
        private final Html html;
        private final StringBuilder usual = new StringBuilder();
        private final StringBuilder even = new StringBuilder();
        private double top;
        private double bottom;

        Rule(Section section, String name, PageLayout page, Html html) {
            this.section = section;
            this.name = name;
            this.page = page;
            this.html = html;
            top = page.top();
            bottom = page.bottom();
        }

        String sheet() {
            double most = page.height() * MOST;
            return "size:" + Lengths.css(page.width()) + " " + Lengths.css(page.height()) + ";margin:"
                    + Lengths.css(Math.min(top, most)) + " " + Lengths.css(page.right()) + " "
                    + Lengths.css(Math.min(bottom, most)) + " " + Lengths.css(page.left()) + ";";
        }

        void box(String box) {
            Map<String, Html> written = new HashMap<>();
            for (String type : EVERY) {
                boolean wanted = type.equals("default")
                        || (type.equals("first") && section.hasOwnFirstPage())
                        || (type.equals("even") && conversion.settings().evenAndOdd());
                if (wanted) {
                    written.put(type, written(box, parts.getOrDefault(box + type, "")));
                }
            }
            boolean anything = written.values().stream().anyMatch(one -> !one.isEmpty());
            if (anything) {
                place(box, "default", written, usual);
                place(box, "even", written, even);
            }
        }

        private Html written(String box, String part) {
            Html inside = new Html();
            if (part.isEmpty() || !conversion.file().has(part)) {
                return inside;
            }
            List<Xml> blocks = conversion.file().xml(part).children();
            if (blocks.stream().noneMatch(Margins::says)) {
                return inside;
            }
            double height = new BlockWriter(conversion, Story.margin(part, page), inside).write(blocks);
            if (box.equals("header")) {
                top = Math.max(top, page.header() + height);
            } else {
                bottom = Math.max(bottom, page.footer() + height);
            }
            return inside;
        }

        /**
         * The pages show what was last said before they end, or first on them: so the first page shows its own, which
         * stands before the usual one.
         */
        private void place(String box, String type, Map<String, Html> written, StringBuilder rule) {
            if (!written.containsKey(type)) {
                return;
            }
            String running = name + "-" + box + "-" + type;
            if (written.containsKey("first")) {
                running(running, written.getOrDefault("first", new Html()));
            }
            running(running, written.getOrDefault(type, new Html()));
            boolean header = box.equals("header");
            rule.append(header ? "@top-left" : "@bottom-left")
                    .append("{content:element(")
                    .append(running)
                    .append(");width:")
                    .append(Lengths.css(page.column()))
                    .append(header ? ";vertical-align:top;padding-top:" : ";vertical-align:bottom;padding-bottom:")
                    .append(Lengths.css(header ? page.header() : page.footer()))
                    .append(";}");
        }

        private void running(String running, Html inside) {
            String css = "position:running(" + running + ");width:" + Lengths.css(page.column());
            html.open("div", "class", conversion.looks().named(css))
                    .append(inside)
                    .close("div");
        }
    }

    private static boolean says(Xml block) {
        return block.find("w:t").isThere()
                || block.find("w:fldSimple").isThere()
                || block.find("w:instrText").isThere()
                || block.find("w:drawing").isThere()
                || block.find("w:pict").isThere()
                || block.find("w:object").isThere()
                || block.find("w:pBdr").isThere()
                || block.find("w:sym").isThere();
    }
}
