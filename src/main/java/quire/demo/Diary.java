package quire.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import quire.core.Problem;

/**
 * What the people of a cohort did, put into the order in which they did it, so that the record and its trail grow as they
 * would have grown. For one thread.
 */
final class Diary {

    /**
     * When somebody does something.
     *
     * @param day as people say it
     */
    record Moment(Instant now, LocalDate day) {}

    private record Deed(Moment moment, Consumer<Moment> what) {}

    private final Instant end;
    private final List<Deed> deeds = new ArrayList<>();

    /** @param end nothing happens after it */
    Diary(Instant end) {
        this.end = end;
    }

    /** Notes what is to be done; of two things at the same moment the one that was noted first comes first. */
    void note(LocalDate day, LocalTime time, Consumer<Moment> what) {
        LocalDate last = LocalDate.ofInstant(end, Cohort.ZONE);
        LocalDate on = day.isAfter(last) ? last : day;
        Instant wished = on.atTime(time).atZone(Cohort.ZONE).toInstant();
        deeds.add(new Deed(new Moment(wished.isAfter(end) ? end : wished, on), what));
    }

    /**
     * Does everything, the earliest first.
     *
     * @throws Problem if the thread is interrupted before the end
     */
    void live() {
        deeds.sort(Comparator.comparing(deed -> deed.moment().now()));
        for (Deed deed : deeds) {
            if (Thread.currentThread().isInterrupted()) {
                throw Problem.of(Problem.Kind.UNAVAILABLE, "The cohort was stopped on its way into the record.");
            }
            deed.what().accept(deed.moment());
        }
    }
}
