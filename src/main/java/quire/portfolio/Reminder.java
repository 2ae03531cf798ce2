package quire.portfolio;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** When somebody is reminded of a paper that waits for them. A day on which the program did not run is made good for. */
public enum Reminder {
    /** A week before the paper is due. */
    BEFORE(-7, -1, "A week before a paper is due"),
    /** On the day itself. */
    ON(0, 2, "On the day on which a paper is due"),
    /** A week after the day. */
    AFTER(7, 20, "A week after a paper was due");

    private final int first;
    private final int last;
    private final String label;

    /**
     * @param first on which day after the due day it is sent
     * @param last until when that is made good for
     */
    Reminder(int first, int last, String label) {
        this.first = first;
        this.last = last;
        this.label = label;
    }

    /** As a switch is labelled. */
    public String label() {
        return label;
    }

    /** The word in addresses and in the trail. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that it is time for on a day; empty for none. */
    static Optional<Reminder> on(LocalDate today, LocalDate due) {
        return Arrays.stream(values())
                .filter(one -> !today.isBefore(due.plusDays(one.first)) && !today.isAfter(due.plusDays(one.last)))
                .findFirst();
    }
}
