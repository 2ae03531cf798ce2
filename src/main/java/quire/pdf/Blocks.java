package quire.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Puts loose text and loose list items into elements of their own: a renderer reads text beside blocks out of order,
 * and a list may hold nothing but items (ISO 32000-1, 14.8.4.3.3).
 */
final class Blocks {

    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "center",
            "dd",
            "details",
            "dialog",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hgroup",
            "hr",
            "legend",
            "li",
            "main",
            "menu",
            "nav",
            "ol",
            "p",
            "pre",
            "search",
            "section",
            "summary",
            "table",
            "ul");

    private static final Set<String> HOLDERS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "center",
            "dd",
            "details",
            "dialog",
            "div",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "header",
            "li",
            "main",
            "nav",
            "search",
            "section",
            "summary",
            "td",
            "th");

    private static final Set<String> LISTS = Set.of("ul", "ol", "menu", "dir");

    private final Report report;

    private Blocks(Report report) {
        this.report = report;
    }

    static void mend(Document page, Report report) {
        Blocks blocks = new Blocks(report);
        page.select("menu, dir").tagName("ul");
        page.select("ul, ol").forEach(blocks::settleList);
        page.select("li").forEach(blocks::settleItem);
        for (Element holder : page.body().getAllElements()) {
            if (HOLDERS.contains(holder.normalName())) {
                blocks.wrapLooseText(holder);
            }
        }
    }

    private void settleList(Element list) {
        Element item = null;
        boolean loose = false;
        for (Node child : List.copyOf(list.childNodes())) {
            if (child instanceof Element element && isItem(element)) {
                item = element;
            } else if (isBlank(child)) {
                child.remove();
            } else {
                loose = true;
                if (item == null) {
                    item = new Element("li");
                    child.before(item);
                }
                item.appendChild(child);
            }
        }
        if (loose) {
            report.note("list-item", "A list holds something beside items (li). It was put into an item.", list);
        }
        if (list.childNodeSize() == 0) {
            list.remove();
        }
    }

    private void settleItem(Element item) {
        Element parent = item.parent();
        if (parent == null || LISTS.contains(parent.normalName())) {
            return;
        }
        report.note("list-item", "An item (li) stands outside a list. A list was put around it.", item);
        Element list = new Element("ul");
        item.before(list);
        Node next = item;
        while (next != null && (isBlank(next) || isItem(next))) {
            Node following = next.nextSibling();
            list.appendChild(next);
            next = following;
        }
    }

    private void wrapLooseText(Element holder) {
        List<Node> loose = new ArrayList<>();
        boolean blocks = false;
        for (Node child : holder.childNodes()) {
            blocks |= isBlock(child);
        }
        if (!blocks) {
            return;
        }
        for (Node child : List.copyOf(holder.childNodes())) {
            if (isBlock(child)) {
                wrap(loose);
            } else {
                loose.add(child);
            }
        }
        wrap(loose);
    }

    private static void wrap(List<Node> loose) {
        if (!loose.stream().allMatch(Blocks::isBlank)) {
            Element block = new Element("div");
            loose.get(0).before(block);
            loose.forEach(block::appendChild);
        }
        loose.clear();
    }

    private static boolean isBlock(Node node) {
        if (!(node instanceof Element element)) {
            return false;
        }
        if (BLOCKS.contains(element.normalName())) {
            return true;
        }
        for (Element child = element.firstElementChild(); child != null; child = child.nextElementSibling()) {
            if (isBlock(child)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isItem(Node node) {
        return node instanceof Element element && element.normalName().equals("li");
    }

    private static boolean isBlank(Node node) {
        return node instanceof TextNode text ? text.isBlank() : !(node instanceof Element);
    }
}
