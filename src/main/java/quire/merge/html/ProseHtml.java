package quire.merge.html;

import java.util.List;
import java.util.stream.Collectors;
import quire.merge.ProseBlock;

/** Long text as HTML: its paragraphs and lists, each of its words escaped. */
final class ProseHtml {

    private ProseHtml() {}

    static String of(String text) {
        return ProseBlock.of(text).stream().map(ProseHtml::block).collect(Collectors.joining());
    }

    private static String block(ProseBlock block) {
        if (block instanceof ProseBlock.Bullets bullets) {
            return "<ul>" + items(bullets.items()) + "</ul>";
        } else if (block instanceof ProseBlock.Numbers numbers) {
            String start = numbers.first() == 1 ? "" : " start=\"" + numbers.first() + "\"";
            return "<ol" + start + ">" + items(numbers.items()) + "</ol>";
        }
        return "<p>" + each(((ProseBlock.Paragraph) block).lines(), "", "", "<br>") + "</p>";
    }

    private static String items(List<String> items) {
        return each(items, "<li>", "</li>", "");
    }

    private static String each(List<String> lines, String before, String after, String between) {
        return lines.stream()
                .map(line -> before + Escape.html(line.strip()).text() + after)
                .collect(Collectors.joining(between));
    }
}
