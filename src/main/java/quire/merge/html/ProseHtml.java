package quire.merge.html;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Long text as HTML: blank lines part paragraphs, lines that start with {@code - } or {@code 1. } are lists, any other
 * line end is a line break. Nothing else in the text means anything.
 */
final class ProseHtml {

    private static final Pattern BULLET = Pattern.compile("- +(.*)");
    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,3})\\. +(.*)");

    private final StringBuilder html = new StringBuilder();
    private String open = "";

    private ProseHtml() {}

    /** @param escaped the text, already escaped for HTML */
    static String of(String escaped) {
        ProseHtml prose = new ProseHtml();
        escaped.lines().forEach(prose::line);
        prose.close();
        return prose.html.toString();
    }

    private void line(String line) {
        Matcher bullet = BULLET.matcher(line);
        Matcher numbered = NUMBERED.matcher(line);
        if (line.isBlank()) {
            close();
        } else if (bullet.matches()) {
            item("ul", "<ul>", bullet.group(1));
        } else if (numbered.matches()) {
            item("ol", startingAt(Integer.parseInt(numbered.group(1))), numbered.group(2));
        } else if (open.equals("p")) {
            html.append("<br>").append(line.strip());
        } else {
            close();
            html.append("<p>").append(line.strip());
            open = "p";
        }
    }

    private void item(String list, String start, String words) {
        if (open.equals(list)) {
            html.append("</li>");
        } else {
            close();
            html.append(start);
            open = list;
        }
        html.append("<li>").append(words.strip());
    }

    private static String startingAt(int number) {
        return number == 1 ? "<ol>" : "<ol start=\"" + number + "\">";
    }

    private void close() {
        if (!open.isEmpty()) {
            html.append(open.equals("p") ? "</p>" : "</li></" + open + ">");
            open = "";
        }
    }
}
