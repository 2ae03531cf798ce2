package quire.preflight;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quire.pdf.SurveyedPage;

/** The number that is printed on a page: {@code Page 3 of 40}, {@code 3/40}, {@code - 3 -} or {@code 3}. */
final class PrintedNumber {

    private static final Pattern AFTER_WORD = Pattern.compile(
            "(?i)(?<![\\p{L}\\p{N}])page\\s*0*(\\d{1,6})(?:\\s*(?:of|/)\\s*0*(\\d{1,6}))?(?![\\p{L}\\p{N}])");
    private static final Pattern ALONE =
            Pattern.compile("(?i)^[\\[(–—-]?\\s*0*(\\d{1,6})(?:\\s*(?:of|/)\\s*0*(\\d{1,6}))?\\s*[\\])–—-]?$");

    private final int number;
    private final int total;

    /**
     * The number that a page should have.
     *
     * @param total how many pages there are, for a page that says so
     */
    PrintedNumber(int number, int total) {
        this.number = number;
        this.total = total;
    }

    boolean isOn(SurveyedPage page) {
        return page.edges().stream().anyMatch(words -> is(words.text()));
    }

    /** How many letters of a page belong to it. */
    int letters(SurveyedPage page) {
        return page.edges().stream()
                .map(SurveyedPage.Words::text)
                .filter(this::is)
                .mapToInt(text -> text.replace(" ", "").length())
                .sum();
    }

    private boolean is(String text) {
        Matcher alone = ALONE.matcher(text);
        if (alone.matches()) {
            return isThis(alone);
        }
        Matcher after = AFTER_WORD.matcher(text);
        while (after.find()) {
            if (isThis(after)) {
                return true;
            }
        }
        return false;
    }

    private boolean isThis(Matcher found) {
        return Integer.parseInt(found.group(1)) == number
                && (found.group(2) == null || Integer.parseInt(found.group(2)) == total);
    }
}
