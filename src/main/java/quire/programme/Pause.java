package quire.programme;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Time in which the year stands still: a deferral.
 *
 * @param from the first day away
 * @param until the first day back, after {@code from}
 */
public record Pause(LocalDate from, LocalDate until) {

    public Pause {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("A pause from " + from + " cannot end on " + until);
        }
    }

    long days() {
        return ChronoUnit.DAYS.between(from, until);
    }

    /** A day as it would have been without pauses; a day in a pause counts as the one on which the pause began. */
    static LocalDate without(List<Pause> pauses, LocalDate day) {
        LocalDate earlier = day;
        for (int i = pauses.size() - 1; i >= 0; i--) {
            Pause pause = pauses.get(i);
            if (!earlier.isBefore(pause.until)) {
                earlier = earlier.minusDays(pause.days());
            } else if (earlier.isAfter(pause.from)) {
                earlier = pause.from;
            }
        }
        return earlier;
    }

    /** What a day becomes when the pauses move everything after them. */
    static LocalDate with(List<Pause> pauses, LocalDate day) {
        LocalDate later = day;
        for (Pause pause : pauses) {
            if (!later.isBefore(pause.from)) {
                later = later.plusDays(pause.days());
            }
        }
        return later;
    }
}
