package quire.hints;

/** How people here write the date of a day. */
final class Dates {

    private static final String DAY = "(?:0?[1-9]|[12][0-9]|3[01])";
    private static final String MONTH = "(?:0?[1-9]|1[0-2])";
    private static final String YEAR = "(?:(?:19|20)[0-9]{2}|'?[0-9]{2})";
    private static final String MONTH_NAME =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
                    + "|nov(?:ember)?|dec(?:ember)?|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref"
                    + "|tachwedd|rhagfyr)";

    /** A form for {@link java.util.regex.Pattern}, in small letters and without groups that count. */
    static final String WRITTEN = "(?:" + DAY + "\\s?[/.-]\\s?" + MONTH + "\\s?[/.-]\\s?" + YEAR + "|(?:19|20)[0-9]{2}-"
            + MONTH + "-" + DAY + "|" + DAY
            + "(?:st|nd|rd|th)?(?:\\s(?:of\\s)?|-)" + MONTH_NAME + "\\.?,?(?:\\s|-)" + YEAR + "|" + MONTH_NAME
            + "\\.?\\s" + DAY
            + "(?:st|nd|rd|th)?,?\\s" + YEAR + ")(?![0-9])";

    private Dates() {}
}
