package quire.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of one person's year.
 *
 * @param start the day it begins
 * @param booked the days that have been agreed, by milestone; {@code end} among them if it was agreed by hand
 * @param hours working hours in per cent of full time; fewer make the year longer in proportion
 * @param pauses deferrals, which move everything after them
 */
public record KnownDates(LocalDate start, Map<String, LocalDate> booked, int hours, List<Pause> pauses) {

    public static final int FULL_TIME = 100;

    public KnownDates {
        if (hours < 1 || hours > FULL_TIME) {
            throw new IllegalArgumentException("Working hours must be 1 to 100 per cent, not " + hours);
        }
        booked = Map.copyOf(booked);
        pauses = pauses.stream().sorted(Comparator.comparing(Pause::from)).toList();
        for (int i = 1; i < pauses.size(); i++) {
            if (pauses.get(i).from().isBefore(pauses.get(i - 1).until())) {
                throw new IllegalArgumentException("Two pauses overlap: " + pauses.get(i - 1) + ", " + pauses.get(i));
            }
        }
    }

    /** Full time, nothing booked, no pause. */
    public static KnownDates from(LocalDate start) {
        return new KnownDates(start, Map.of(), FULL_TIME, List.of());
    }

    public KnownDates booked(String milestone, LocalDate day) {
        Map<String, LocalDate> more = new HashMap<>(booked);
        more.put(milestone, day);
        return new KnownDates(start, more, hours, pauses);
    }

    public KnownDates hours(int percent) {
        return new KnownDates(start, booked, percent, pauses);
    }

    public KnownDates paused(LocalDate from, LocalDate until) {
        List<Pause> more = new ArrayList<>(pauses);
        more.add(new Pause(from, until));
        return new KnownDates(start, booked, hours, more);
    }
}
