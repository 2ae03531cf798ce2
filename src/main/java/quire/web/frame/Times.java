package quire.web.frame;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import quire.people.Span;

/** Moments as pages tell them: {@code 21 November 2026 at 2:32pm}. */
public final class Times {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mma", Locale.UK);

    private Times() {}

    /** A day: {@code 21 November 2026}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** The end of something, as the end of a sentence; nothing if no end is in sight. */
    public static String until(Span span) {
        return span.until() == null ? "" : " until " + day(span.until());
    }

    /** A time of day: {@code 2:32pm}. */
    public static String time(Instant moment, Clock clock) {
        return TIME.format(moment.atZone(clock.getZone())).toLowerCase(Locale.UK);
    }

    public static String words(Instant moment, Clock clock) {
        var local = moment.atZone(clock.getZone());
        return DAY.format(local) + " at " + TIME.format(local).toLowerCase(Locale.UK);
    }
}
