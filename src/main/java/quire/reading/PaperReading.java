package quire.reading;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.pdf.Item;
import quire.pdf.PdfRequest;

/** Reads a page that was laid out for paper and makes a sheet of it. Used once. */
final class PaperReading {

    /** Classes stay, so that a sheet can be styled; none of them may mean anything to the page around it. */
    private static final String PREFIX = "sheet-";

    private static final String REFERENCE = "running-reference";
    private static final String HEADINGS = "h1, h2, h3, h4, h5, h6";

    private static final Pattern CLASS = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,40}");
    private static final Pattern WEB = Pattern.compile("(?i)(?:https?://|mailto:).*");

    /** Rules for what a layout moves into the margins of every page, or does not print. */
    private static final Pattern OFF_THE_PAGE =
            Pattern.compile("([^{}]*)\\{[^{}]*(?:position:\\s*running\\(|display:\\s*none)");

    private static final Pattern REMARK = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern ONE_CLASS = Pattern.compile("\\.([A-Za-z][\\w-]*)");

    private static final Safelist STRUCTURE = new Safelist()
            .addTags("h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "span", "br", "hr", "blockquote", "pre", "code")
            .addTags("ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption", "img", "a")
            .addTags("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td")
            .addTags("b", "strong", "i", "em", "u", "s", "sub", "sup", "mark", "small", "abbr")
            .addAttributes(":all", "class", "id", "lang", "dir")
            .addAttributes("th", "scope", "colspan", "rowspan", "headers")
            .addAttributes("td", "colspan", "rowspan", "headers")
            .addAttributes("ol", "start", "type")
            .addAttributes("li", "value")
            .addAttributes("img", "src", "alt")
            .addAttributes("a", "href")
            .preserveRelativeLinks(true);

    private final PdfRequest page;
    private final String heading;
    private final Map<String, byte[]> pictures = new LinkedHashMap<>();

    PaperReading(PdfRequest page, String heading) {
        this.page = page;
        this.heading = heading;
    }

    /** The files that the sheet shows, once it is made. */
    Map<String, byte[]> pictures() {
        return pictures;
    }

    Element sheet() {
        Document paper = Jsoup.parse(page.html());
        String reference = words(paper.body().selectFirst("." + REFERENCE));
        takeOffThePage(paper);
        boolean atTheFoot = paper.body().selectFirst("." + REFERENCE) == null;
        Document clean = new Cleaner(STRUCTURE).clean(paper);
        Element sheet = Sheet.empty();
        String language = paper.selectFirst("html") == null
                ? ""
                : paper.expectFirst("html").attr("lang");
        if (!language.isBlank()) {
            sheet.attr("lang", language);
        }
        clean.body().childNodesCopy().forEach(sheet::appendChild);
        name(sheet);
        link(sheet);
        show(sheet);
        rank(sheet);
        Tables.open(sheet);
        if (atTheFoot && !reference.isEmpty()) {
            sheet.appendElement("p").addClass(PREFIX + "reference").text(reference);
        }
        return sheet;
    }

    private static String words(@Nullable Element element) {
        return element == null ? "" : element.text().strip();
    }

    private static void takeOffThePage(Document paper) {
        Set<String> classes = new HashSet<>();
        for (Element style : paper.select("style")) {
            Matcher rule = OFF_THE_PAGE.matcher(REMARK.matcher(style.data()).replaceAll(""));
            while (rule.find()) {
                for (String selector : rule.group(1).split(",", -1)) {
                    Matcher one = ONE_CLASS.matcher(selector.strip());
                    if (one.matches()) {
                        classes.add(one.group(1));
                    }
                }
            }
        }
        classes.forEach(one -> paper.body().getElementsByClass(one).remove());
    }

    private static void name(Element sheet) {
        for (Element element : sheet.children().select("*")) {
            Set<String> classes = new HashSet<>(element.classNames());
            element.removeAttr("class");
            classes.stream()
                    .filter(one -> CLASS.matcher(one).matches())
                    .sorted()
                    .forEach(one -> element.addClass(PREFIX + one));
            if (element.hasAttr("id")) {
                element.attr("id", PREFIX + element.id());
            }
            if (element.hasAttr("headers")) {
                element.attr("headers", element.attr("headers").strip().replaceAll("\\S+", PREFIX + "$0"));
            }
        }
    }

    /** Links lead to other sheets, to places of this one, or to the web; others become plain words. */
    private static void link(Element sheet) {
        for (Element link : sheet.select("a")) {
            String address = link.attr("href").strip();
            if (address.startsWith(Item.link(""))) {
                link.attr("href", address.substring(Item.link("").length()));
            } else if (address.startsWith("#")) {
                link.attr("href", "#" + PREFIX + address.substring(1));
            } else if (WEB.matcher(address).matches()) {
                link.attr("rel", "noreferrer noopener");
            } else {
                link.unwrap();
            }
        }
    }

    private void show(Element sheet) {
        for (Element image : sheet.select("img")) {
            byte[] picture = page.pictures().get(image.attr("src"));
            if (picture == null) {
                image.remove();
                continue;
            }
            Digest digest = Digest.of(picture);
            pictures.put(digest.hex(), picture);
            image.attr("src", Sheet.address(digest));
            if (!image.hasAttr("alt")) {
                image.attr("alt", "");
            }
        }
    }

    /** Below the one heading that the page around has, and none left out. */
    private void rank(Element sheet) {
        Element first = sheet.selectFirst(HEADINGS);
        if (first != null && first.text().strip().equalsIgnoreCase(heading.strip())) {
            first.remove();
        }
        Deque<Integer> above = new ArrayDeque<>();
        for (Element one : sheet.select(HEADINGS)) {
            int rank = one.normalName().charAt(1) - '0';
            while (!above.isEmpty() && above.peek() >= rank) {
                above.pop();
            }
            above.push(rank);
            one.tagName("h" + Math.min(6, 1 + above.size()));
        }
        sheet.select(HEADINGS).stream().filter(one -> one.text().isBlank()).forEach(Element::remove);
    }
}
