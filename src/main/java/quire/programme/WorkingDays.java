package quire.programme;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Which days people work: Monday to Friday, but not on public holidays.
 *
 * @param holidays the public holidays
 */
public record WorkingDays(Set<LocalDate> holidays) {

    public WorkingDays {
        holidays = Set.copyOf(holidays);
    }

    public boolean include(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }

    /** The working day that lies so many working days after a day, or before it if the number is negative. */
    public LocalDate plus(LocalDate day, int count) {
        LocalDate found = day;
        int left = Math.abs(count);
        while (left > 0) {
            found = found.plusDays(Integer.signum(count));
            left -= include(found) ? 1 : 0;
        }
        return found;
    }
}
