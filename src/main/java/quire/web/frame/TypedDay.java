package quire.web.frame;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A day that somebody has typed into three boxes. */
public final class TypedDay {

    private static final Pattern DAY_OR_MONTH = Pattern.compile("\\d{1,2}");
    private static final Pattern YEAR = Pattern.compile("[12]\\d{3}");

    private TypedDay() {}

    /**
     * Reads it.
     *
     * @param what it is called in the middle of a sentence, such as {@code the last day}
     * @return empty if it is none, which is then among the complaints
     */
    public static Optional<LocalDate> read(Typed typed, String name, String what, Complaints complaints) {
        if (isEmpty(typed, name)) {
            complaints.addDay(name, "Enter " + what + ".");
            return Optional.empty();
        }
        Optional<LocalDate> day = day(typed, name);
        if (day.isEmpty()) {
            String begun = what.substring(0, 1).toUpperCase(Locale.UK) + what.substring(1);
            complaints.addDay(name, begun + " must be a real date, like 27 3 2027.");
        }
        return day;
    }

    /** Whether nothing was typed. */
    public static boolean isEmpty(Typed typed, String name) {
        return Stream.of(".day", ".month", ".year")
                .allMatch(part -> typed.one(name + part).isBlank());
    }

    private static Optional<LocalDate> day(Typed typed, String name) {
        String day = typed.one(name + ".day").strip();
        String month = typed.one(name + ".month").strip();
        String year = typed.one(name + ".year").strip();
        boolean written = DAY_OR_MONTH.matcher(day).matches()
                && DAY_OR_MONTH.matcher(month).matches()
                && YEAR.matcher(year).matches();
        try {
            return written
                    ? Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
