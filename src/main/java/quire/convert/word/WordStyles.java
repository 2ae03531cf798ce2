package quire.convert.word;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The styles of a document, each put together with those that it is based on (ISO/IEC 29500-1, 17.7). */
final class WordStyles {

    private static final Pattern HEADING = Pattern.compile("(?i)heading ([1-9])");

    private final Map<String, Xml> styles = new HashMap<>();
    private final Map<String, String> usual = new HashMap<>();
    private final Map<String, Properties> paragraphs = new HashMap<>();
    private final Map<String, Properties> runs = new HashMap<>();
    private final Map<String, TableStyle> tables = new HashMap<>();
    private final Properties paragraph;
    private final Properties run;

    WordStyles(Xml styles) {
        Xml defaults = styles.child("w:docDefaults");
        paragraph = Properties.of(defaults.at("w:pPrDefault", "w:pPr"));
        run = Properties.of(defaults.at("w:rPrDefault", "w:rPr"));
        for (Xml style : styles.all("w:style")) {
            this.styles.put(style.attribute("styleId"), style);
            String isUsual = style.attribute("default");
            if (isUsual.equals("1") || isUsual.equals("true") || isUsual.equals("on")) {
                usual.put(style.attribute("type"), style.attribute("styleId"));
            }
        }
    }

    /** What every paragraph starts with. */
    Properties paragraph() {
        return paragraph;
    }

    /** What all text starts with. */
    Properties run() {
        return run;
    }

    /** The style that a paragraph or table has by its name, or by having none. */
    String known(String id, String type) {
        return styles.containsKey(id) ? id : usual.getOrDefault(type, "");
    }

    Properties paragraph(String id) {
        return paragraphs.computeIfAbsent(id, key -> together(key, "w:pPr"));
    }

    Properties run(String id) {
        return runs.computeIfAbsent(id, key -> together(key, "w:rPr"));
    }

    TableStyle table(String id) {
        return tables.computeIfAbsent(id, key -> {
            TableStyle table = TableStyle.NONE;
            for (Xml style : chain(key)) {
                table = TableStyle.of(style).over(table);
            }
            return table;
        });
    }

    /** Which heading a paragraph of this style is, from 1; 0 for none. */
    int heading(String id) {
        int level = 0;
        for (Xml style : chain(id)) {
            Matcher name = HEADING.matcher(style.child("w:name").value());
            if (name.matches()) {
                level = Integer.parseInt(name.group(1));
            }
        }
        return level;
    }

    private Properties together(String id, String which) {
        Properties all = Properties.NONE;
        for (Xml style : chain(id)) {
            all = Properties.of(style.child(which)).over(all);
        }
        return all;
    }

    /** A style and those below it, the lowest first. */
    private Deque<Xml> chain(String id) {
        Deque<Xml> chain = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        String next = id;
        while (styles.containsKey(next) && seen.add(next)) {
            Xml style = styles.getOrDefault(next, Xml.NONE);
            chain.push(style);
            next = style.child("w:basedOn").value();
        }
        return chain;
    }
}
