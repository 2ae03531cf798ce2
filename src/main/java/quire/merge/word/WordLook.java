package quire.merge.word;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quire.core.Problem;

/**
 * How one person wants to read Word files: a finished file with other letters, another size, other lines, another
 * background. The words, the tables and everything else in it stay as they are.
 *
 * @param font the typeface; null to leave it
 * @param sizePerCent of the letters, 100 to leave them
 * @param linePerCent of the space from line to line, 100 to leave it
 * @param background behind the words, as six hexadecimal digits; null for white paper
 * @param ink of the words, as six hexadecimal digits; null to leave the colours of the file, which are for light paper
 */
public record WordLook(
        @Nullable String font,
        int sizePerCent,
        int linePerCent,
        @Nullable String background,
        @Nullable String ink) {

    /** As the template has it. */
    public static final WordLook PLAIN = new WordLook(null, 100, 100, null, null);

    private static final Pattern TEXT_PART =
            Pattern.compile("word/(document|styles|numbering|(first-)?(header|footer)[^/]*|footnotes|endnotes)\\.xml");
    private static final Pattern FONTS = Pattern.compile("<w:rFonts\\b[^<>]*/>");
    /** Ticks and bullets are letters of these. */
    private static final Pattern SYMBOLS = Pattern.compile("Symbol|Wingdings|Webdings|MS Gothic");

    private static final Pattern SIZE = Pattern.compile("(<w:szC?s? w:val=\")(\\d{1,4})(\"/>)");
    private static final Pattern LINE = Pattern.compile("(<w:spacing\\b[^<>]*\\bw:line=\")(\\d{1,5})(\"[^<>]*/>)");
    private static final Pattern EXACT = Pattern.compile("w:lineRule=\"(exact|atLeast)\"");
    private static final Pattern COLOUR = Pattern.compile("<w:color w:val=\"[^\"]*\"[^<>]*/>");
    private static final Pattern FILL = Pattern.compile("(<w:shd\\b[^<>]*\\bw:fill=\")([0-9A-Fa-f]{6})(\"[^<>]*/>)");
    private static final Pattern DEFAULTS = Pattern.compile("(<w:rPrDefault>\\s*<w:rPr>(?:\\s*<w:rFonts\\b[^<>]*/>)?)");
    private static final Pattern PARAGRAPHS =
            Pattern.compile("<w:pPrDefault\\s*/>|<w:pPrDefault>.*?</w:pPrDefault>", Pattern.DOTALL);
    private static final Pattern BODY = Pattern.compile("(<w:document\\b[^<>]*>)(\\s*<w:background\\b[^<>]*/>)?");
    /** The setting comes after these, and before all others. */
    private static final Pattern SETTINGS =
            Pattern.compile("(<w:settings\\b[^<>]*>(?:\\s*<w:(?:writeProtection|view|zoom|"
                    + "removePersonalInformation|removeDateAndTime|doNotDisplayPageBoundaries)\\b[^<>]*/>)*)");
    /** A line of Word, in the unit in which it counts them. */
    private static final int ONE_LINE = 240;
    /** What was lightly shaded stands out from dark paper like this. */
    private static final String DARK_FILL = "2B3A40";

    /**
     * The file as this person reads it.
     *
     * @param docx a sound Word file
     * @throws Problem if it is none
     */
    public byte[] on(byte[] docx) {
        if (equals(PLAIN)) {
            return docx;
        }
        Map<String, byte[]> parts = SteadyZip.parts(docx);
        parts.replaceAll((name, bytes) -> {
            if (TEXT_PART.matcher(name).matches()) {
                return bytes(text(name, new String(bytes, StandardCharsets.UTF_8)));
            }
            return name.equals("word/settings.xml") && background != null
                    ? bytes(settings(new String(bytes, StandardCharsets.UTF_8)))
                    : bytes;
        });
        return SteadyZip.of(parts);
    }

    private String text(String name, String xml) {
        String changed = resized(fonts(xml));
        changed = ink == null ? changed : inked(changed);
        if (name.equals("word/styles.xml")) {
            changed = defaults(changed);
        }
        return name.equals("word/document.xml") && background != null
                ? BODY.matcher(changed).replaceFirst("$1<w:background w:color=\"" + background + "\"/>")
                : changed;
    }

    private String fonts(String xml) {
        return font == null
                ? xml
                : FONTS.matcher(xml)
                        .replaceAll(found -> Matcher.quoteReplacement(
                                SYMBOLS.matcher(found.group()).find() ? found.group() : named(font)));
    }

    private static String named(String font) {
        return "<w:rFonts w:ascii=\"" + font + "\" w:hAnsi=\"" + font + "\" w:eastAsia=\"" + font + "\" w:cs=\"" + font
                + "\"/>";
    }

    private String resized(String xml) {
        String sized = SIZE.matcher(xml).replaceAll(found -> scaled(found, sizePerCent));
        return LINE.matcher(sized)
                .replaceAll(found -> scaled(
                        found, EXACT.matcher(found.group()).find() ? sizePerCent * linePerCent / 100 : linePerCent));
    }

    private static String scaled(MatchResult found, int perCent) {
        long number = Math.round(Integer.parseInt(found.group(2)) * perCent / 100.0);
        return Matcher.quoteReplacement(found.group(1) + number + found.group(3));
    }

    private String inked(String xml) {
        String words = COLOUR.matcher(xml).replaceAll("<w:color w:val=\"" + ink + "\"/>");
        return FILL.matcher(words).replaceAll("$1" + DARK_FILL + "$3");
    }

    /** What no style says. */
    private String defaults(String xml) {
        String head = xml.substring(0, Math.max(0, xml.indexOf("</w:rPrDefault>")));
        String letters = font == null || head.contains("<w:rFonts") ? "" : named(font);
        String colour = ink == null || head.contains("<w:color") ? "" : "<w:color w:val=\"" + ink + "\"/>";
        String changed = DEFAULTS.matcher(xml).replaceFirst("$1" + letters + colour);
        return linePerCent == 100 ? changed : spaced(changed);
    }

    private String spaced(String xml) {
        Matcher found = PARAGRAPHS.matcher(xml);
        return found.find() && !found.group().contains("w:line=")
                ? found.replaceFirst(Matcher.quoteReplacement("<w:pPrDefault><w:pPr><w:spacing w:line=\""
                        + ONE_LINE * linePerCent / 100 + "\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>"))
                : xml;
    }

    private static String settings(String xml) {
        return xml.contains("w:displayBackgroundShape")
                ? xml
                : SETTINGS.matcher(xml).replaceFirst("$1<w:displayBackgroundShape/>");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
