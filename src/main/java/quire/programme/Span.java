package quire.programme;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time, such as {@code 4 weeks}.
 *
 * @param amount how many; negative for back in time
 * @param unit of what
 */
public record Span(int amount, Unit unit) {

    /** No time at all. */
    public static final Span NONE = new Span(0, Unit.DAY);

    private static final Pattern FORMAT = Pattern.compile("([1-9][0-9]{0,2}) (working day|day|week|month)s?");

    /** What a span is counted in. */
    public enum Unit {
        DAY,
        /** A day from Monday to Friday that is no public holiday. */
        WORKING_DAY,
        WEEK,
        /** A calendar month; the day of the month stays, or becomes the last where the month is shorter. */
        MONTH;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Reads what {@link #toString()} writes; empty if it is something else. */
    public static Optional<Span> parse(String text) {
        Matcher matcher = FORMAT.matcher(text);
        return matcher.matches()
                ? Optional.of(new Span(Integer.parseInt(matcher.group(1)), unit(matcher.group(2))))
                : Optional.empty();
    }

    Span negated() {
        return new Span(-amount, unit);
    }

    /** The day that lies this span after another. */
    public LocalDate from(LocalDate day, WorkingDays workingDays) {
        return switch (unit) {
            case DAY -> day.plusDays(amount);
            case WORKING_DAY -> workingDays.plus(day, amount);
            case WEEK -> day.plusWeeks(amount);
            case MONTH -> day.plusMonths(amount);
        };
    }

    /** The span as it is written, without a sign: {@code 1 working day}, {@code 4 weeks}. */
    @Override
    public String toString() {
        int size = Math.abs(amount);
        return size + " " + unit.word() + (size == 1 ? "" : "s");
    }

    private static Unit unit(String word) {
        return Unit.valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
}
