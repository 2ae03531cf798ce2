package quire.convert.word;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bookmarks of a document that something leads to, each with the id that the page knows it by. */
final class Targets {

    private static final Pattern NAME = Pattern.compile("[^\\s\"\\\\]+");

    private final Set<String> wanted = new HashSet<>();
    private final Map<String, String> ids = new HashMap<>();
    private final Set<String> placed = new HashSet<>();

    /** Looks for links, references and bookmarks in a part. */
    void look(Xml part) {
        collect(part);
    }

    private void collect(Xml element) {
        switch (element.name()) {
            case "w:bookmarkStart" ->
                ids.computeIfAbsent(element.attribute("name"), name -> "bookmark-" + (ids.size() + 1));
            case "w:hyperlink" -> wanted.add(element.attribute("anchor"));
            case "w:fldSimple" -> words(element.attribute("instr"));
            case "w:instrText" -> words(element.text());
            default -> element.children().forEach(this::collect);
        }
        if (element.is("w:hyperlink") || element.is("w:fldSimple")) {
            element.children().forEach(this::collect);
        }
    }

    /** Word may cut the text of a field anywhere, but rarely cuts a name. */
    private void words(String instruction) {
        Matcher words = NAME.matcher(instruction);
        while (words.find()) {
            wanted.add(words.group());
        }
    }

    /** The id of a bookmark that stands in the document; empty if there is none. */
    String id(String name) {
        return ids.getOrDefault(name, "");
    }

    /** The id to put where a bookmark stands: once, and only if something leads to it; else empty. */
    String place(String name) {
        return wanted.contains(name) && placed.add(name) ? id(name) : "";
    }
}
