package quire.convert.word;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of a chart or SmartArt drawing, in the order of its part. */
final class DiagramWords {

    /** More would be a table, which belongs into the document itself. */
    private static final int MOST = 2_000;

    private DiagramWords() {}

    static String of(Xml part) {
        Set<String> words = new LinkedHashSet<>();
        collect(part, words);
        String all = words.stream().filter(word -> !word.isBlank()).collect(Collectors.joining("; "));
        return all.length() <= MOST ? all : all.substring(0, all.offsetByCodePoints(0, MOST / 2)) + "…";
    }

    private static void collect(Xml element, Set<String> words) {
        for (Xml child : element.children()) {
            if (child.is("a:p")) {
                words.add(child.descendants("a:t").stream().map(Xml::text).collect(Collectors.joining()));
            } else if (child.is("c:v") || child.is("cx:pt")) {
                words.add(child.text());
            } else {
                collect(child, words);
            }
        }
    }
}
