package quire.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/**
 * Days on which something holds, both ends included; from the day after the last one, it is nothing any more.
 *
 * @param from the first day
 * @param until the last day; null for no end in sight; before the first for something that never came to hold
 */
public record Span(LocalDate from, @Nullable LocalDate until) {

    /**
     * A span of at least one day.
     *
     * @throws Problem if it would end before it begins
     */
    public static Span of(LocalDate from, @Nullable LocalDate until) {
        if (until != null && until.isBefore(from)) {
            throw Problem.badInput(
                    Finding.error("span", "The last day must not be before the first day.", Place.atPath("until")));
        }
        return new Span(from, until);
    }

    /** From a day on. */
    public static Span from(LocalDate from) {
        return new Span(from, null);
    }

    /** Whether the day is one of them. */
    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** Whether some day is in both. */
    public boolean meets(Span other) {
        return (holds(other.from) && !other.isEmpty()) || (other.holds(from) && !isEmpty());
    }

    /** Whether every day of the other is one of these. */
    public boolean covers(Span other) {
        boolean endsInTime = until == null || (other.until != null && !other.until.isAfter(until));
        return !other.from.isBefore(from) && endsInTime;
    }

    /** The same with another last day; one before the first day leaves nothing. */
    public Span endingOn(LocalDate last) {
        return new Span(from, last.isBefore(from) ? from.minusDays(1) : last);
    }

    /** Whether it holds neither on this day nor on a later one. */
    public boolean isOver(LocalDate day) {
        return isEmpty() || (until != null && until.isBefore(day));
    }

    /** Whether it never came to hold. */
    public boolean isEmpty() {
        return until != null && until.isBefore(from);
    }
}
