package quire.convert.word;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which font a piece of text is in, as its properties, the theme and the table of fonts say together. */
final class Fonts {

    private static final String USUAL = "Times New Roman";

    /** Fonts that draw pictures for letters. */
    private static final Set<String> SYMBOLS =
            Set.of("symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings", "marlett");

    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, Family> families = new HashMap<>();
    private final String minor;
    private final String major;

    /**
     * The fonts of a document.
     *
     * @param table the part that lists them
     * @param theme the part that names one for headings and one for text
     */
    Fonts(Xml table, Xml theme) {
        for (Xml font : table.all("w:font")) {
            // The table calls technical fonts modern too; only those of a fixed pitch are monospaced.
            String kind = font.child("w:family").value();
            boolean fixed = font.child("w:pitch").value().equals("fixed");
            kinds.put(font.attribute("name"), kind.equals("modern") && !fixed ? "" : kind);
        }
        Xml scheme = theme.find("a:fontScheme");
        minor = scheme.at("a:minorFont", "a:latin").attribute("typeface");
        major = scheme.at("a:majorFont", "a:latin").attribute("typeface");
    }

    Family family(Properties run) {
        return families.computeIfAbsent(name(run), name -> Family.of(name, kinds.getOrDefault(name, "")));
    }

    /** What Word calls the font. */
    String name(Properties run) {
        String theme = run.value("rFonts", "asciiTheme");
        if (!theme.isEmpty()) {
            String named = theme.startsWith("major") ? major : minor;
            return named.isEmpty() ? USUAL : named;
        }
        for (String script : new String[] {"ascii", "hAnsi", "cs"}) {
            String named = run.value("rFonts", script);
            if (!named.isEmpty()) {
                return named;
            }
        }
        return USUAL;
    }

    static boolean isSymbols(String name) {
        return SYMBOLS.contains(name.toLowerCase(Locale.ROOT));
    }
}
