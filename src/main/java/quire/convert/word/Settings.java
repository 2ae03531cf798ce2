package quire.convert.word;

import java.util.regex.Pattern;

/**
 * What holds for a whole document.
 *
 * @param evenAndOdd whether left pages have headers and footers of their own
 * @param tab the distance of the stops that nobody set, in points
 * @param language of its text
 * @param footnotes how footnotes are numbered
 * @param endnotes how endnotes are numbered
 */
record Settings(boolean evenAndOdd, double tab, String language, String footnotes, String endnotes) {

    private static final double USUAL_TAB = 36;
    private static final String USUAL_LANGUAGE = "en-GB";
    private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    /**
     * Reads them.
     *
     * @param settings the part of that name
     * @param run what all text starts with
     */
    static Settings of(Xml settings, Properties run) {
        double tab = Lengths.points(settings.child("w:defaultTabStop").value(), USUAL_TAB);
        return new Settings(
                settings.child("w:evenAndOddHeaders").isOn(),
                tab > 0 ? tab : USUAL_TAB,
                language(run.value("lang"), settings.child("w:themeFontLang").value()),
                format(settings.at("w:footnotePr", "w:numFmt").value(), "decimal"),
                format(settings.at("w:endnotePr", "w:numFmt").value(), "lowerRoman"));
    }

    private static String format(String named, String usual) {
        return named.isEmpty() ? usual : named;
    }

    private static String language(String ofText, String ofTheme) {
        for (String language : new String[] {ofText, ofTheme}) {
            if (isLanguage(language)) {
                return language;
            }
        }
        return USUAL_LANGUAGE;
    }

    /** Whether this names a language as BCP 47 does. */
    static boolean isLanguage(String tag) {
        return LANGUAGE_TAG.matcher(tag).matches();
    }
}
