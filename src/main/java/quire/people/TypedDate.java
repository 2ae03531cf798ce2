package quire.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people in England write them, and as spreadsheets do. */
final class TypedDate {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})( 00:00(:00)?)?");
    private static final Pattern DIGITS = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern WORDS = Pattern.compile("(\\d{1,2})[ -]([a-z]{3,9})[ -](\\d{4})");

    private static final DateTimeFormatter IN_WORDS = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private TypedDate() {}

    /** The day; empty if it is not written as one, or there is no such day. */
    static Optional<LocalDate> read(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        Matcher iso = ISO.matcher(text);
        Matcher digits = DIGITS.matcher(text);
        Matcher words = WORDS.matcher(text);
        if (iso.matches()) {
            return day(iso.group(1), Integer.parseInt(iso.group(2)), iso.group(3));
        } else if (digits.matches()) {
            return day(digits.group(3), Integer.parseInt(digits.group(2)), digits.group(1));
        } else if (words.matches()) {
            return day(words.group(3), MONTHS.indexOf(words.group(2).substring(0, 3)) + 1, words.group(1));
        }
        return Optional.empty();
    }

    static String inWords(LocalDate day) {
        return IN_WORDS.format(day);
    }

    private static Optional<LocalDate> day(String year, int month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
