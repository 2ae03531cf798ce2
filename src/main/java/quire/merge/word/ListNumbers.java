package quire.merge.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The lists of a template: which numbering each list instance ({@code w:num}) follows, which styles bring a list with
 * them, and which instances can serve for the bullets and numbers of long text.
 */
final class ListNumbers {

    private static final int LEVELS = 9;
    private static final String BULLETS = "bullet";
    /** Only a list that prints {@code 2.} may stand for a typed {@code 2.} */
    private static final String NUMBERS = "decimal %1.";

    private final @Nullable String part;
    private final @Nullable Document tree;
    private final Map<String, String> abstractByNumber = new LinkedHashMap<>();
    private final Map<String, String> formatByAbstract = new HashMap<>();
    private final Map<String, String> numberByStyle = new HashMap<>();
    private @Nullable String defaultStyle;

    private ListNumbers(@Nullable String part, @Nullable Document tree) {
        this.part = part;
        this.tree = tree;
    }

    /** Reads the numbering and the styles of a template; either may be absent. */
    static ListNumbers read(DocxPackage docx, ContentTypes types) {
        String part =
                types.partOf("wordprocessingml.numbering+xml", docx.parts().keySet());
        Document tree = part == null ? null : XmlPart.parse(docx.required(part), part);
        ListNumbers numbers = new ListNumbers(part, tree);
        if (tree != null) {
            numbers.readNumbering(tree);
        }
        String styles = types.partOf("wordprocessingml.styles+xml", docx.parts().keySet());
        if (styles != null) {
            numbers.readStyles(XmlPart.parse(docx.required(styles), styles));
        }
        return numbers;
    }

    /** The name of the numbering part; null if there is none. */
    @Nullable
    String part() {
        return part;
    }

    private void readNumbering(Document numbering) {
        for (Element element : WordXml.children(numbering.getDocumentElement())) {
            if (WordXml.is(element, "abstractNum")) {
                Element level = WordXml.child(element, "lvl");
                String format = WordXml.val(WordXml.child(level, "numFmt"));
                String id = WordXml.attribute(element, "abstractNumId");
                if (id != null && format != null) {
                    String words = WordXml.val(WordXml.child(level, "lvlText"));
                    formatByAbstract.put(id, format.equals(BULLETS) ? format : format + " " + words);
                }
            } else if (WordXml.is(element, "num")) {
                String id = WordXml.attribute(element, "numId");
                String abstractId = WordXml.val(WordXml.child(element, "abstractNumId"));
                if (id != null && abstractId != null) {
                    abstractByNumber.put(id, abstractId);
                }
            }
        }
    }

    private void readStyles(Document styles) {
        Map<String, String> basedOn = new HashMap<>();
        for (Element style : WordXml.children(styles.getDocumentElement())) {
            String id = WordXml.attribute(style, "styleId");
            if (!WordXml.is(style, "style") || id == null) {
                continue;
            }
            if ("paragraph".equals(WordXml.attribute(style, "type"))
                    && "1".equals(WordXml.attribute(style, "default"))) {
                defaultStyle = id;
            }
            Element list = WordXml.child(WordXml.child(style, "pPr"), "numPr");
            String number = WordXml.val(WordXml.child(list, "numId"));
            if (number != null) {
                numberByStyle.put(id, number);
            }
            String base = WordXml.val(WordXml.child(style, "basedOn"));
            if (base != null) {
                basedOn.put(id, base);
            }
        }
        basedOn.keySet().forEach(style -> inherit(style, basedOn));
    }

    private void inherit(String style, Map<String, String> basedOn) {
        String base = basedOn.get(style);
        // A style chain that runs in a circle is damaged, but must not hang us.
        for (int steps = 0; base != null && steps < 50 && !numberByStyle.containsKey(style); steps++) {
            String number = numberByStyle.get(base);
            if (number != null) {
                numberByStyle.put(style, number);
            }
            base = basedOn.get(base);
        }
    }

    /** The list instance that a paragraph belongs to; null if it is in none. */
    @Nullable
    String numberOf(Element paragraph) {
        Element properties = WordXml.child(paragraph, "pPr");
        Element list = WordXml.child(properties, "numPr");
        String direct = WordXml.val(WordXml.child(list, "numId"));
        String style = WordXml.val(WordXml.child(properties, "pStyle"));
        String number = direct != null ? direct : numberByStyle.get(style == null ? defaultStyle : style);
        // Number 0 takes a paragraph out of its style's list (ECMA-376 part 1, 17.9.18).
        return number == null || number.equals("0") ? null : number;
    }

    /** A numbering that makes bullets; null if the template has none. */
    @Nullable
    String bullets() {
        return numberWith(BULLETS);
    }

    /** A numbering that counts 1. 2. 3.; null if the template has none. */
    @Nullable
    String numbered() {
        return numberWith(NUMBERS);
    }

    private @Nullable String numberWith(String format) {
        return abstractByNumber.entrySet().stream()
                .filter(entry -> format.equals(formatByAbstract.get(entry.getValue())))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    Copies copies() {
        return new Copies(this);
    }

    /** The lists of one merge: which of them have begun anew, and under which number. */
    static final class Copies {
        private final ListNumbers numbers;
        private final Map<String, String> current = new HashMap<>();
        private final List<Added> added = new ArrayList<>();
        private int highest;

        /** A list that the template does not have, the numbering that it follows and the number it begins with. */
        private record Added(String number, String numbering, int first) {}

        private Copies(ListNumbers numbers) {
            this.numbers = numbers;
            this.highest = numbers.abstractByNumber.keySet().stream()
                    .filter(id -> id.matches("\\d{1,9}"))
                    .mapToInt(Integer::parseInt)
                    .max()
                    .orElse(0);
        }

        /** From here on the list counts from its start again. */
        void restart(String number) {
            if (numbers.abstractByNumber.containsKey(number)) {
                current.put(number, "");
            }
        }

        /** The number under which a list goes on here. */
        String number(String original) {
            String now = current.get(original);
            if (now == null) {
                return original;
            }
            if (now.isEmpty()) {
                now = begin(original, 1);
                current.put(original, now);
            }
            return now;
        }

        /** A new list that looks like another and counts from a number of its own. */
        String begin(String like, int first) {
            String number = Integer.toString(++highest);
            added.add(new Added(number, numbers.abstractByNumber.getOrDefault(like, like), first));
            return number;
        }

        boolean isEmpty() {
            return added.isEmpty();
        }

        /** The numbering part with the lists that were added. */
        String xml() {
            Document tree = numbers.tree;
            if (tree == null) {
                throw new IllegalStateException("Lists were added to a template without a numbering part");
            }
            String text = XmlPart.write(tree);
            String prefix = tree.getDocumentElement().getPrefix();
            String w = prefix == null ? "" : prefix + ":";
            int at = insertionPoint(text, w);
            StringBuilder xml = new StringBuilder(text.length() + added.size() * 700).append(text, 0, at);
            added.forEach(list -> append(xml, w, list));
            return xml.append(text, at, text.length()).toString();
        }

        private static int insertionPoint(String text, String w) {
            int clean = text.indexOf("<" + w + "numIdMacAtCleanup");
            return clean >= 0 ? clean : text.lastIndexOf("</" + w + "numbering>");
        }

        private static void append(StringBuilder xml, String w, Added list) {
            xml.append("<" + w + "num " + w + "numId=\"" + list.number() + "\">");
            xml.append("<" + w + "abstractNumId " + w + "val=\"" + list.numbering() + "\"/>");
            for (int level = 0; level < LEVELS; level++) {
                int first = level == 0 ? list.first() : 1;
                xml.append("<" + w + "lvlOverride " + w + "ilvl=\"" + level + "\">");
                xml.append("<" + w + "startOverride " + w + "val=\"" + first + "\"/></" + w + "lvlOverride>");
            }
            xml.append("</" + w + "num>");
        }
    }

    /** Gives a paragraph that has its list from a style the same list by itself, so that it can be renumbered. */
    void makeExplicit(Element paragraph) {
        String number = numberOf(paragraph);
        Element properties = WordXml.child(paragraph, "pPr");
        if (number == null || properties == null) {
            return;
        }
        Element list = WordXml.child(properties, "numPr");
        if (list == null) {
            list = WordXml.make(paragraph, "numPr");
            ParagraphProperties.insert(properties, list);
        }
        if (WordXml.child(list, "numId") == null) {
            Element id = WordXml.make(paragraph, "numId");
            WordXml.set(id, "val", number);
            list.appendChild((Node) id);
        }
    }
}
