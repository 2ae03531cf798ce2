package quire.convert.word;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import quire.pdf.TextWidth;

/**
 * What stands on paper for a font of Word's.
 *
 * @param generic one of the families that every paper has
 * @param scale the size of ours that makes lines as long as theirs
 * @param line the height of their lines, in sizes of theirs
 */
record Family(String generic, double scale, double line) {

    static final String SANS = "sans-serif";
    static final String SERIF = "serif";
    static final String FIXED = "monospace";

    private static final double USUAL_LINE = 1.17;

    /** How wide an average letter of English prose is, in ems: the figures of the fonts' own metrics. */
    private static final Map<String, Family> KNOWN = Map.ofEntries(
            known("arial", SANS, 0.451, 1.15),
            known("aptos", SANS, 0.465, 1.22),
            known("calibri", SANS, 0.411, 1.22),
            known("helvetica", SANS, 0.451, 1.15),
            known("segoe ui", SANS, 0.463, 1.33),
            known("tahoma", SANS, 0.450, 1.21),
            known("trebuchet ms", SANS, 0.450, 1.16),
            known("verdana", SANS, 0.520, 1.22),
            known("cambria", SERIF, 0.437, 1.17),
            known("garamond", SERIF, 0.386, 1.12),
            known("georgia", SERIF, 0.455, 1.14),
            known("times new roman", SERIF, 0.411, 1.15),
            known("courier new", FIXED, 0.600, 1.13));

    private static final Set<String> SERIF_WORDS =
            Set.of("times", "serif", "roman", "georgia", "cambria", "garamond", "palatino", "book", "century");
    private static final Set<String> FIXED_WORDS = Set.of("courier", "mono", "consolas", "code");

    private static final String PROSE =
            "How the relationship developed across three visits, and what the evidence gathered so far can show.";

    private static Map.Entry<String, Family> known(String name, String generic, double width, double line) {
        double ours = TextWidth.of(PROSE, generic, false, false) / PROSE.length();
        return Map.entry(name, new Family(generic, Math.round(width / ours * 1000) / 1000.0, line));
    }

    /**
     * What stands for a font.
     *
     * @param name as Word calls it
     * @param kind what the document says of it: {@code roman}, {@code swiss}, {@code modern}; empty for nothing
     */
    static Family of(String name, String kind) {
        String lower = name.toLowerCase(Locale.ROOT);
        Family known = KNOWN.get(lower);
        return known == null ? new Family(generic(lower, kind), 0.93, USUAL_LINE) : known;
    }

    private static String generic(String lower, String kind) {
        if (kind.equals("modern") || FIXED_WORDS.stream().anyMatch(lower::contains)) {
            return FIXED;
        }
        boolean sans = kind.equals("swiss") || lower.contains("sans");
        boolean serif = kind.equals("roman") || SERIF_WORDS.stream().anyMatch(lower::contains);
        return serif && !sans ? SERIF : SANS;
    }
}
