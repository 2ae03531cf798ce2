package quire.pdf;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;

/**
 * Takes out of the styles of a page what reaches outside it, and what would break the tags of the PDF. All that Quire
 * adds stands before the author's own rules, so that these win.
 */
final class Styles {

    /**
     * A4 with room for a footer; the same figures as the shipped papers. Rows would inherit the height that a table wants
     * below its beginning, and leave as much of every page empty.
     */
    private static final String DEFAULTS = """
            @page { size: A4; margin: 20mm; font-family: sans-serif; font-size: 9pt; }
            html { font-family: sans-serif; font-size: 10.5pt; line-height: 1.4; }
            body { margin: 0; }
            h1, h2, h3, h4, h5, h6 { page-break-after: avoid; line-height: 1.2; }
            tr, img, .quire-end { page-break-inside: avoid; }
            thead, tbody { -fs-page-break-min-height: 0; }
            thead { page-break-after: avoid; }
            .quire-caption { font-weight: bold; page-break-after: avoid; }
            .quire-plain::before, .quire-plain::after { content: none !important; }
            """;

    private static final Pattern CMYK = Pattern.compile("(?i)\\bcmyk\\s*\\(");
    /** A length of six digits is 26 metres or more, and each page of it takes memory. */
    private static final Pattern HUGE =
            Pattern.compile("(?i)(?<![#\\w.])\\d{6,}(\\.\\d*)?(px|pt|pc|cm|mm|in|q|r?em|ex|ch|%|v[hw])");

    private static final Pattern ADDRESS = Pattern.compile("(?i)\\burl\\s*\\(|\\bimage(-set)?\\s*\\(");
    private static final Pattern PSEUDO_ELEMENT = Pattern.compile("(?i)::?(before|after)\\b");
    private static final Set<String> GENERATED_BREAKS =
            Set.of("table", "thead", "tbody", "tfoot", "tr", "td", "th", "ul", "ol", "li");

    private static final String PAGING = "-fs-table-paginate";

    private final Document page;
    private final Report report;

    private Styles(Document page, Report report) {
        this.page = page;
        this.report = report;
    }

    static void mend(Document page, Report report) {
        Styles styles = new Styles(page, report);
        for (Element element : page.select("[style]")) {
            styles.settleAttribute(element);
        }
        for (Element sheet : page.select("style")) {
            StyleSheet.Block rules = StyleSheet.parse(sheet.data());
            styles.settle(rules, sheet);
            sheet.empty().appendChild(new DataNode(rules.text()));
            page.head().appendChild(sheet);
        }
        Element defaults = page.head().prependElement("style");
        defaults.appendChild(new DataNode(DEFAULTS));
    }

    /** Takes the wish to repeat the heads of tables out of all styles; false if there was none. */
    static boolean removePaging(Document page) {
        boolean found = false;
        for (Element element : page.select("style")) {
            found |= element.data().contains(PAGING);
            String css = element.data().replace(PAGING, "-quire-left-out");
            element.empty().appendChild(new DataNode(css));
        }
        for (Element element : page.select("[style*=" + PAGING + "]")) {
            found = true;
            element.attr("style", element.attr("style").replace(PAGING, "-quire-left-out"));
        }
        return found;
    }

    private void settleAttribute(Element element) {
        List<String> declarations = StyleSheet.declarations(element.attr("style"));
        declarations.removeIf(declaration -> isRefused(declaration, "style attribute", element));
        element.attr("style", String.join(";", declarations));
        for (String declaration : List.copyOf(declarations)) {
            Restriction.of(property(declaration), value(declaration)).forEach(it -> restrict(it, element, "style"));
        }
    }

    private void settle(StyleSheet.Block block, Element sheet) {
        block.statements().removeIf(statement -> isRefused(statement, block.prelude(), sheet));
        block.blocks().removeIf(inner -> {
            boolean font = inner.is("@font-face");
            if (font) {
                report.warning(
                        "style-font",
                        "A font of the page’s own (@font-face) is not read. The text is printed in a font that comes"
                                + " with Quire.",
                        sheet);
            }
            return font;
        });
        for (StyleSheet.Block inner : block.blocks()) {
            settle(inner, sheet);
            if (inner.is("@page")) {
                settlePage(inner, sheet);
            } else if (!inner.is("@")) {
                settleRule(inner);
            }
        }
    }

    private boolean isRefused(String statement, String where, Element element) {
        if (statement.regionMatches(true, 0, "@import", 0, 7)) {
            report.warning("style-import", "A style sheet in another file (@import) is not read.", element);
            return true;
        }
        if (ADDRESS.matcher(statement).find()) {
            report.warning(
                    "style-address",
                    "The style “" + property(statement) + "” of " + where + " names another file and is left out. Show"
                            + " a picture with img instead.",
                    element);
            return true;
        }
        if (HUGE.matcher(statement).find()) {
            report.warning(
                    "style-size",
                    "The style “" + property(statement) + "” of " + where
                            + " is larger than any paper and is left out.",
                    element);
            return true;
        }
        if (CMYK.matcher(statement).find()) {
            report.warning(
                    "style-cmyk",
                    "The style “" + property(statement) + "” of " + where + " uses a CMYK colour and is left out. Use"
                            + " RGB, for example #005ea5.",
                    element);
            return true;
        }
        return false;
    }

    /** Paint behind the whole page carries no tag, which PDF/UA does not allow (ISO 14289-1, 7.1). */
    private void settlePage(StyleSheet.Block rule, Element sheet) {
        rule.statements().removeIf(statement -> {
            String property = property(statement);
            boolean paint = property.startsWith("background") || property.startsWith("border");
            if (paint) {
                report.warning(
                        "style-page-paint",
                        "The style “" + property + "” of @page is left out. Give it to body, or to a margin box.",
                        sheet);
            }
            return paint;
        });
    }

    private void settleRule(StyleSheet.Block rule) {
        boolean generated = PSEUDO_ELEMENT.matcher(rule.prelude()).find();
        for (String statement : List.copyOf(rule.statements())) {
            String property = property(statement);
            if (generated && property.equals("content")) {
                matched(PSEUDO_ELEMENT.matcher(rule.prelude()).replaceAll("")).forEach(it -> plain(it, rule));
            } else if (!generated) {
                tellFloat(property, value(statement), rule);
                Restriction.of(property, value(statement))
                        .forEach(it -> matched(rule.prelude()).forEach(one -> restrict(it, one, rule.prelude())));
            }
        }
    }

    private void tellFloat(String property, String value, StyleSheet.Block rule) {
        if (property.equals("float") && (value.equals("left") || value.equals("right"))) {
            matched(rule.prelude()).stream()
                    .filter(element -> !element.normalName().equals("li"))
                    .findFirst()
                    .ifPresent(element -> report.note(
                            "style-float",
                            "What the style “" + rule.prelude() + "” lets float is read aloud after the text around it."
                                    + " Use a table, or inline-block, where the order matters.",
                            element));
        }
    }

    private List<Element> matched(String selector) {
        try {
            return page.select(selector);
        } catch (Selector.SelectorParseException | IllegalArgumentException e) {
            // A selector that is not understood here is not understood by the renderer either.
            return List.of();
        }
    }

    private void plain(Element element, StyleSheet.Block rule) {
        if (GENERATED_BREAKS.contains(element.normalName())) {
            report.warning(
                    "style-generated",
                    "Text added by the style “" + rule.prelude() + "” is left out: a " + element.normalName()
                            + " cannot have it. Put a span inside and add the text to that.",
                    element);
            element.addClass("quire-plain");
        }
    }

    private void restrict(Restriction restriction, Element element, String where) {
        if (restriction.kinds().contains(element.normalName())) {
            report.note(
                    "style-structure",
                    "The style “" + restriction.property() + "” of “" + where + "” would take the meaning of a "
                            + element.normalName() + " from the PDF and is left out.",
                    element);
            String style = element.attr("style");
            element.attr("style", (style.isEmpty() ? "" : style + ";") + restriction.instead() + " !important");
        }
    }

    private static String property(String declaration) {
        int colon = declaration.indexOf(':');
        return (colon < 0 ? declaration : declaration.substring(0, colon))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static String value(String declaration) {
        String value = declaration.substring(declaration.indexOf(':') + 1).toLowerCase(Locale.ROOT);
        return value.replace("!important", "").strip();
    }
}
